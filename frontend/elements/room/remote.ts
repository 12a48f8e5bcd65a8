import { csrfToken } from "../../csrf";
import type { Annotation } from "./annotation";

/** The server refused: `sentence` is for the reader. `current` is how the marking is now, where somebody else was first. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly sentence: string,
    readonly current?: Annotation,
  ) {
    super(sentence);
  }
}

/** Nothing was answered, or the server stumbled: worth another try. */
export class Unreachable extends Error {}

export interface Listing {
  items: Annotation[];
  now: string;
  next?: string | null;
}

const TOO_MANY = 429;
const SIGNED_OUT = "You are signed out. Sign in again in another tab; what you drew is kept here and saved then.";

/** Asks the API, and answers with what it says. Raises Refusal or Unreachable. */
export async function ask<Answer>(address: string, method = "GET", body?: unknown, key?: string): Promise<Answer> {
  const answer = await fetch(address, {
    method,
    headers: {
      Accept: "application/json",
      ...(body === undefined ? {} : { "Content-Type": "application/json", "X-CSRFToken": csrfToken() }),
      ...(key ? { "Idempotency-Key": key } : {}),
    },
    credentials: "same-origin",
    ...(body === undefined ? {} : { body: JSON.stringify(body), keepalive: method !== "GET" && size(body) < 60_000 }),
  }).catch((error: unknown) => {
    throw new Unreachable(String(error));
  });
  if (answer.ok) return (await answer.json()) as Answer;
  if (answer.status >= 500 || answer.status === TOO_MANY) throw new Unreachable(String(answer.status));
  throw await refusalOf(answer);
}

/** All markings of a picture, or those that changed since an earlier answer; of one version, or what stands on the newest. */
export async function listed(address: string, asked: { since?: string; version?: string } = {}): Promise<Listing> {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  const found = await ask<Listing>(`${address}?${query}`);
  let following = found.next;
  while (following) {
    query.set("cursor", following);
    const more = await ask<Listing>(`${address}?${query}`);
    found.items.push(...more.items);
    following = more.next;
  }
  return found;
}

async function refusalOf(answer: Response): Promise<Refusal> {
  const told = (await answer.json().catch(() => ({}))) as { detail?: string; fields?: Record<string, string>; current?: Annotation };
  const detail = Object.values(told.fields ?? {})[0] ?? told.detail ?? "The server could not take this.";
  const signedOut = answer.status === 401 || answer.status === 403;
  return new Refusal(answer.status, signedOut ? SIGNED_OUT : detail, told.current);
}

// A browser refuses to finish larger requests after the page was left.
const size = (body: unknown) => JSON.stringify(body).length;
