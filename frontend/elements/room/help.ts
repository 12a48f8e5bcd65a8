import { KEYS, printed } from "./commands";

/** Fills the list of keys from the one table that the keys themselves go by. */
export function fillHelp(place: HTMLElement): void {
  if (place.childElementCount) return;
  for (const part of KEYS) {
    const section = document.createElement("section");
    const list = document.createElement("dl");
    section.append(Object.assign(document.createElement("h3"), { textContent: part.title }), list);
    for (const { keys, words } of part.bindings) {
      const row = document.createElement("div");
      const [term, told] = [document.createElement("dt"), document.createElement("dd")];
      term.append(...keys.flatMap((key, index) => [...(index ? [" or "] : []), ...chord(key)]));
      told.textContent = words;
      row.append(term, told);
      list.append(row);
    }
    place.append(section);
  }
}

function chord(key: string): Node[] {
  return printed(key).map((part) => Object.assign(document.createElement("kbd"), { textContent: part }));
}
