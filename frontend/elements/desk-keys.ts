import { isTyping } from "./room/commands";

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Which of `count` rows comes `step` after `index`; the first or the last one where none is marked yet (-1). */
export function rowAfter(index: number, step: number, count: number): number {
  if (index < 0) return step > 0 ? 0 : count - 1;
  return Math.min(Math.max(index + step, 0), count - 1);
}

/** The desk by keyboard: j and k walk along the rows; any other key presses what carries it as `data-key`. */
export class DeskKeys extends HTMLElement {
  #onKey = (event: KeyboardEvent) => this.#pressed(event);

  connectedCallback(): void {
    document.addEventListener("keydown", this.#onKey);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#onKey);
  }

  #pressed(event: KeyboardEvent): void {
    const other = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
    if (other || isTyping(event) || document.querySelector("dialog[open]")) return;
    const step = STEPS[event.key];
    const done = step === undefined ? this.#press(event) : this.#walk(step);
    if (done) event.preventDefault();
  }

  #walk(step: number): boolean {
    const rows = [...this.querySelectorAll<HTMLElement>("[data-row]")];
    const row = rows[rowAfter(rows.findIndex((each) => each === this.#row()), step, rows.length)];
    if (!row) return false;
    row.tabIndex = -1;
    row.focus();
    return true;
  }

  /** In the row that is marked, or outside all rows: no key changes a row that nobody looks at. */
  #press(event: KeyboardEvent): boolean {
    const row = this.#row();
    if (event.key === "Enter" && event.target !== row) return false;
    const all = [...this.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)];
    const goal = all.find((each) => row?.contains(each)) ?? all.find((each) => !each.closest("[data-row]"));
    if (!goal) return false;
    goal.click();
    goal.closest("details")?.querySelector("select")?.focus();
    return true;
  }

  #row(): HTMLElement | null {
    return document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;
  }
}

if (!customElements.get("desk-keys")) customElements.define("desk-keys", DeskKeys);
