import { durationWords, sizeWords } from "../words";

const REMEMBERED_MS = 8000;
const SOON_MS = 1000;

/** How fast bytes go, seen over the last eight seconds. */
export class Pace {
  #seen: { at: number; sent: number }[] = [];

  /** `sent` bytes had gone at `at` milliseconds; fewer than before is a new beginning. */
  note(sent: number, at: number): void {
    const last = this.#seen.at(-1);
    if (last && sent < last.sent) this.#seen = [];
    this.#seen.push({ at, sent });
    while (this.#seen.length > 2 && at - (this.#seen[0]?.at ?? at) > REMEMBERED_MS) this.#seen.shift();
  }

  /** After a pause the time that nothing moved does not count. */
  rest(): void {
    this.#seen = [];
  }

  /** Bytes in a second; undefined until there is something to judge by. */
  get speed(): number | undefined {
    const [first, last] = [this.#seen[0], this.#seen.at(-1)];
    if (!first || !last || last.at - first.at < SOON_MS) return undefined;
    return ((last.sent - first.sent) * 1000) / (last.at - first.at);
  }
}

/** ", 4.2 MB a second, about 3 minutes left"; nothing while the pace is unknown. `left` is bytes. */
export function paceWords(speed: number | undefined, left: number): string {
  if (!speed) return "";
  return `, ${sizeWords(speed)} a second, ${timeWords(left / speed)} left`;
}

function timeWords(seconds: number): string {
  return seconds < 60 ? "less than a minute" : `about ${durationWords(seconds)}`;
}
