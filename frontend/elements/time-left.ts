import { clockParts, durationWords } from "../words";

const SOON_SECONDS = 12 * 60 * 60;

export type Urgency = "calm" | "soon" | "late";

/** How pressing a wait is: half a day before its end it is soon, after its end it is late. */
export function urgency(seconds: number): Urgency {
  if (seconds < 0) return "late";
  return seconds < SOON_SECONDS ? "soon" : "calm";
}

/**
 * Counts down to its `datetime` once a second.
 *
 * Without script the words from the server stay. A screen reader hears the words once, on demand,
 * and not every second: the ticking figure is hidden from it.
 */
export class TimeLeft extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    const due = Date.parse(this.getAttribute("datetime") ?? "");
    const figure = this.querySelector<HTMLElement>("[data-figure]");
    if (Number.isNaN(due) || !figure) return;
    const words = this.#spokenWords(figure);
    const tick = () => this.#show((due - Date.now()) / 1000, figure, words);
    tick();
    this.#timer = window.setInterval(tick, 1000);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer);
  }

  #spokenWords(figure: HTMLElement): HTMLElement {
    const words = document.createElement("span");
    words.className = "visually-hidden";
    figure.setAttribute("aria-hidden", "true");
    figure.after(words);
    return words;
  }

  #show(seconds: number, figure: HTMLElement, words: HTMLElement): void {
    const state = urgency(seconds);
    figure.replaceChildren(...clockParts(seconds).flatMap(({ value, unit }) => [value, unitMark(unit)]));
    const sentence = state === "late" ? `Late by ${durationWords(seconds)}` : `${durationWords(seconds)} left`;
    if (words.textContent !== sentence) words.textContent = sentence;
    words.className = state === "late" ? "time-left-late-words" : "visually-hidden";
    this.classList.toggle("soon", state === "soon");
    this.classList.toggle("late", state === "late");
  }
}

function unitMark(unit: string): HTMLElement {
  const mark = document.createElement("span");
  mark.className = "unit";
  mark.textContent = unit;
  return mark;
}

if (!customElements.get("time-left")) customElements.define("time-left", TimeLeft);
