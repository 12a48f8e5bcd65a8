import { sizeWords } from "../words";
import { paceWords } from "./pace";

export type State = "waiting" | "sending" | "paused" | "done" | "refused" | "failed";

/** What is known of one file on its way; `sent` and `size` are bytes, `sentence` is the server's or ours, `speed` bytes in a second. */
export interface Progress {
  state: State;
  sent: number;
  size: number;
  sentence?: string | undefined;
  speed?: number | undefined;
}

const AT_ONCE = 3;
const REFUSED_STATES: State[] = ["refused", "failed"];

/** The waiting entries that may start now, in their order, so that at most three are on their way. */
export function startable<T extends Progress>(files: readonly T[]): T[] {
  const busy = files.filter(({ state }) => state === "sending").length;
  return files.filter(({ state }) => state === "waiting").slice(0, Math.max(0, AT_ONCE - busy));
}

/** True when nothing moves any more by itself. */
export function isSettled(files: readonly Progress[]): boolean {
  return files.every(({ state }) => state !== "waiting" && state !== "sending");
}

/** Bytes sent and to send of everything the server has not refused. */
export function wholeProgress(files: readonly Progress[]): { sent: number; size: number } {
  const counted = files.filter(({ state }) => state !== "refused");
  const sum = (pick: (file: Progress) => number) => counted.reduce((total, file) => total + pick(file), 0);
  return { sent: sum(({ sent }) => sent), size: sum(({ size }) => size) };
}

/** One sentence for the file. */
export function fileSentence({ state, sent, size, sentence, speed }: Progress): string {
  const amount = `${sizeWords(sent)} of ${sizeWords(size)}`;
  const sentences: Record<State, string> = {
    waiting: `Waits for its turn, ${sizeWords(size)}.`,
    sending: sentence ?? `${amount} sent${paceWords(speed, size - sent)}.`,
    paused: `Paused at ${amount}.`,
    done: `Arrived, ${sizeWords(size)}.`,
    refused: sentence ?? "The server did not take this file.",
    failed: sentence ?? `The connection was lost at ${amount}. What arrived is kept; press Try again to go on.`,
  };
  return sentences[state];
}

/** One sentence for all files and those `earlier` ones that arrived and left the list: what arrived, what needs a look. */
export function wholeSentence(files: readonly Progress[], earlier = 0): string {
  const done = earlier + files.filter(({ state }) => state === "done").length;
  const all = earlier + files.length;
  const wrong = files.filter(({ state }) => REFUSED_STATES.includes(state)).length;
  const look = wrong ? ` ${wrong} did not: the reason stands beside ${wrong === 1 ? "it" : "each"}.` : "";
  return `${done} of ${all} file${all === 1 ? "" : "s"} arrived.${look}`;
}

/** How far all of them are, how fast, and how long it still takes; empty when nothing moves. */
export function wholeAmount(files: readonly Progress[]): string {
  if (isSettled(files)) return "";
  const { sent, size } = wholeProgress(files);
  const speeds = files.map(({ speed }) => speed ?? 0);
  const speed = speeds.reduce((total, each) => total + each, 0);
  return `${sizeWords(sent)} of ${sizeWords(size)} sent${paceWords(speed, size - sent)}.`;
}
