const KEYS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where the focus goes from frame `from` of `count` frames in rows of `columns`. */
export function frameAfter(key: string, from: number, count: number, columns: number): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = KEYS[key];
  if (!step) return undefined;
  const to = from + step[0] + step[1] * columns;
  return to >= 0 && to < count ? to : from;
}

/** The contact sheet: filters by verdict, arrow keys from frame to frame, X ticks one, and the ticked are counted. */
export class ContactSheet extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("change", () => this.#count());
    this.addEventListener("keydown", (event) => this.#press(event));
    document.addEventListener("region-refreshed", () => this.#filter(this.#shown));
    const rest = this.querySelector<HTMLElement>("[data-rest]");
    if (rest) rest.hidden = this.#frames('[data-verdict="undecided"]').length === 0;
    this.#filter(location.hash.slice(1));
    this.#count();
  }

  get #shown(): string {
    return this.querySelector<HTMLElement>('[data-show][aria-pressed="true"]')?.dataset["show"] ?? "";
  }

  #frames(which = ":not([hidden])"): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(`[data-verdict]${which}`)];
  }

  #clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-show], [data-rest]");
    if (button?.dataset["show"] !== undefined) this.#filter(button.dataset["show"]);
    else if (button) this.#acceptRest();
  }

  #filter(word: string): void {
    const known = this.querySelector(`[data-show="${CSS.escape(word)}"]`) ? word : "";
    for (const button of this.querySelectorAll<HTMLElement>("[data-show]"))
      button.setAttribute("aria-pressed", String(button.dataset["show"] === known));
    for (const frame of this.#frames("")) frame.hidden = known !== "" && frame.dataset["verdict"] !== known;
    const none = this.querySelector<HTMLElement>(".sheet-none");
    if (none) none.hidden = this.#frames().length > 0;
    history.replaceState(history.state, "", known ? `#${known}` : location.pathname + location.search);
  }

  #acceptRest(): void {
    for (const frame of this.#frames("")) this.#tick(frame, frame.dataset["verdict"] === "undecided");
    this.querySelector<HTMLButtonElement>('button[name="do"][value="right"]')?.click();
  }

  #press(event: KeyboardEvent): void {
    const link = (event.target as Element).closest("a.frame-picture");
    if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
    const frames = this.#frames();
    const here = frames.indexOf(link.closest("[data-verdict]") as HTMLElement);
    if (event.key.toLowerCase() === "x" || event.key === " ") this.#tick(frames[here]);
    else {
      const to = frameAfter(event.key, here, frames.length, columnsOf(frames));
      if (to === undefined) return;
      frames[to]?.querySelector<HTMLElement>("a.frame-picture")?.focus();
    }
    event.preventDefault();
  }

  #tick(frame: HTMLElement | undefined, ticked?: boolean): void {
    const box = frame?.querySelector<HTMLInputElement>('input[name="items"]');
    if (!box) return;
    box.checked = ticked ?? !box.checked;
    this.#count();
  }

  #count(): void {
    const many = this.querySelectorAll('input[name="items"]:checked').length;
    const told = this.querySelector("[data-ticked]");
    if (told) told.textContent = many ? `${many} selected` : "";
  }
}

/** How many frames stand in the first row. */
function columnsOf(frames: readonly HTMLElement[]): number {
  const top = frames[0]?.offsetTop;
  const below = frames.findIndex((frame) => frame.offsetTop !== top);
  return below < 0 ? frames.length : below;
}

if (!customElements.get("contact-sheet")) customElements.define("contact-sheet", ContactSheet);
