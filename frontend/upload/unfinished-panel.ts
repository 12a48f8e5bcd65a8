import { forget, type Unfinished, unfinishedSentence } from "./unfinished";

/** What was begun on an earlier visit, above the new rows; each line goes when its file is chosen again or given up. */
export class UnfinishedPanel {
  readonly element = document.createElement("div");
  readonly #list = document.createElement("ul");
  readonly #says = document.createElement("p");
  #lines = new Map<string, HTMLElement>();

  constructor() {
    this.#says.textContent = "You began these files earlier. Drop or choose them again, and each goes on from where it stopped.";
    this.element.className = "upload-unfinished";
    this.element.hidden = true;
    this.#list.className = "uploads";
    this.element.append(this.#says, this.#list);
  }

  show(found: readonly Unfinished[]): void {
    for (const each of found) {
      const line = this.#line(each);
      this.#lines.set(key(each), line);
      this.#list.append(line);
    }
    this.element.hidden = this.#lines.size === 0;
  }

  /** `count` files can be read again without being chosen, as soon as the person says so. */
  offer(count: number, goOn: () => void): void {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button button-small" });
    button.textContent = count === 1 ? "Go on with 1 file" : `Go on with ${count} files`;
    button.addEventListener("click", () => {
      button.remove();
      this.element.hidden = this.#lines.size === 0;
      goOn();
    });
    this.#says.after(button);
    this.element.hidden = false;
  }

  /** The file is here again: its own row tells the rest. */
  taken(file: { name: string; size: number }): void {
    this.#lines.get(key(file))?.remove();
    this.#lines.delete(key(file));
    this.element.hidden = this.#lines.size === 0;
  }

  #line(each: Unfinished): HTMLLIElement {
    const name = Object.assign(document.createElement("span"), { className: "upload-name", textContent: each.name });
    const says = Object.assign(document.createElement("p"), { className: "upload-says", textContent: unfinishedSentence(each) });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Give up" });
    button.className = "button button-quiet button-small";
    button.setAttribute("aria-label", `Give up ${each.name}`);
    button.addEventListener("click", () => {
      this.taken(each);
      void forget(each);
    });
    const buttons = Object.assign(document.createElement("div"), { className: "upload-buttons" });
    buttons.append(button);
    const line = Object.assign(document.createElement("li"), { className: "upload" });
    line.append(name, says, buttons);
    return line;
  }
}

const key = ({ name, size }: { name: string; size: number }) => `${size} ${name}`;
