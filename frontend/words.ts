/** Quantities as people read them. Times are in seconds, sizes in bytes. */

export interface Part {
  value: string;
  unit: string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (value: number) => String(value).padStart(2, "0");

/** A duration as a clock face: days only when there are any, then hours, minutes and seconds. */
export function clockParts(seconds: number): Part[] {
  const whole = Math.abs(Math.trunc(seconds));
  const days = Math.floor(whole / DAY);
  const hours = Math.floor((whole % DAY) / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const parts = days > 0 ? [{ value: String(days), unit: "d" }] : [];
  parts.push({ value: two(hours), unit: "h" }, { value: two(minutes), unit: "m" });
  parts.push({ value: two(whole % MINUTE), unit: "s" });
  return parts;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** A duration in words with its two largest units: "2 days 3 hours", "1 minute", "less than a minute". */
export function durationWords(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  const days = Math.floor(whole / DAY);
  const hours = Math.floor((whole % DAY) / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const [large, small] = days > 0 ? [counted(days, "day"), counted(hours, "hour")]
    : [counted(hours, "hour"), counted(minutes, "minute")];
  const words = [large, small].filter((part) => !part.startsWith("0 "));
  return words.join(" ") || "less than a minute";
}

/** A file size in decimal units, as operating systems and cameras print it: "812 kB", "10.4 MB". */
export function sizeWords(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit > 1 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** A limit as the studio set it: "20 GB", "1.5 GB", "300 MB". */
export function limitWords(bytes: number): string {
  const [amount, unit] = bytes >= 1e9 ? [bytes / 1e9, "GB"] : [bytes / 1e6, "MB"];
  return `${amount.toFixed(1).replace(/\.0$/, "")} ${unit}`;
}
