import "img-comparison-slider";

const STEP = 5;

export type Press = { key: string; shiftKey: boolean };
export type Answer = { go: "prev" | "next" } | { slide: number } | undefined;

/** What a key does: arrows go from picture to picture, with Shift they move the divider (percent). */
export function answerTo({ key, shiftKey }: Press): Answer {
  if (key === "ArrowLeft") return shiftKey ? { slide: -STEP } : { go: "prev" };
  if (key === "ArrowRight") return shiftKey ? { slide: STEP } : { go: "next" };
  return undefined;
}

const isTyping = (goal: EventTarget | null) =>
  goal instanceof Element && goal.closest("input, textarea, select, [contenteditable], dialog[open]") !== null;

/** Lays two figures of one picture over each other; without script they stand side by side. */
export class CompareView extends HTMLElement {
  #slider: HTMLElement & { value: number } | undefined;
  #onKey = (event: KeyboardEvent) => this.#press(event);

  connectedCallback(): void {
    const pictures = [...this.querySelectorAll<HTMLImageElement>(".compare figure img")];
    const [before, after] = pictures;
    if (before && after && !this.#slider) this.#lay(before, after);
    document.addEventListener("keydown", this.#onKey);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#onKey);
  }

  #lay(before: HTMLImageElement, after: HTMLImageElement): void {
    const slider = document.createElement("img-comparison-slider") as HTMLElement & { value: number };
    slider.setAttribute("keyboard", "disabled");
    before.slot = "first";
    after.slot = "second";
    const captions = [...this.querySelectorAll("figcaption")].map((caption) => caption.textContent?.trim() ?? "");
    slider.append(before, after);
    this.querySelector(".compare")?.replaceChildren(slider, sides(captions));
    this.#slider = slider;
    this.classList.add("ready");
  }

  #press(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    const answer = answerTo(event);
    if (!answer) return;
    if ("slide" in answer) this.#slide(answer.slide);
    else this.#go(answer.go);
    event.preventDefault();
  }

  #slide(by: number): void {
    if (this.#slider) this.#slider.value = Math.min(100, Math.max(0, Number(this.#slider.value) + by));
  }

  #go(rel: "prev" | "next"): void {
    document.querySelector<HTMLAnchorElement>(`a[rel~="${rel}"]`)?.click();
  }
}

function sides(captions: string[]): HTMLElement {
  const line = document.createElement("p");
  line.className = "compare-sides";
  line.append(...captions.map((caption) => Object.assign(document.createElement("span"), { textContent: caption })));
  return line;
}

if (!customElements.get("compare-view")) customElements.define("compare-view", CompareView);
