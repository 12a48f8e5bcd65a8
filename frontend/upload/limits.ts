import { limitWords } from "../words";

/** What the server takes: sizes in bytes, ends of names in lower case (none: all); `room` only where there is a limit. */
export interface Limits {
  largest: number;
  endings: readonly string[];
  kinds: string;
  room?: number | undefined;
}

/** Reads what the page says on the element; what is missing is left to the server to refuse. */
export function limitsOf(element: Element): Limits {
  const bytes = (name: string) => (element.hasAttribute(name) ? Number(element.getAttribute(name)) : undefined);
  return {
    largest: bytes("largest") ?? Number.POSITIVE_INFINITY,
    endings: (element.getAttribute("endings") ?? "").split(" ").filter(Boolean),
    kinds: element.getAttribute("kinds") ?? "",
    room: bytes("room"),
  };
}

/** The server's sentence for a file it would refuse, said before a byte is sent; `coming` bytes are before it. */
export function objection({ name, size }: { name: string; size: number }, limits: Limits, coming: number): string | undefined {
  if (size === 0) return `${name} is empty. Check the file and upload it again.`;
  if (size > limits.largest) {
    return `${name} is larger than ${limitWords(limits.largest)}. Split it, or ask us how to send it.`;
  }
  if (limits.endings.length > 0 && !limits.endings.includes(ending(name))) {
    return `${name} is of a kind that is not taken here. Taken are ${limits.kinds}.`;
  }
  if (limits.room === undefined || size <= limits.room - coming) return undefined;
  const left = limitWords(Math.max(0, limits.room - coming));
  return `${name} does not fit: your account has room for ${left} more. Remove files from your drafts, or ask us for more room.`;
}

function ending(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot).toLowerCase() : "";
}
