import type { Told } from "./annotation";

/** A marking with something the server has not been told yet. */
export interface Unsent {
  id: string;
  /** Undefined for one the server does not know at all. */
  revision: number | undefined;
  told: Told;
  /** Makes sending twice harmless. */
  key: string;
}

const NAME = "proofroom-unsent ";

/** What could not be saved yet, kept on this device, so that a closed tab loses nothing. */
export function keptUnsent(address: string): Unsent[] {
  try {
    return JSON.parse(localStorage.getItem(NAME + address) ?? "[]") as Unsent[];
  } catch {
    return []; // written by something else, or storage is forbidden: then only the page remembers
  }
}

/** Remembers it, or forgets what is all saved. */
export function keepUnsent(address: string, unsent: readonly Unsent[]): void {
  try {
    if (unsent.length) localStorage.setItem(NAME + address, JSON.stringify(unsent));
    else localStorage.removeItem(NAME + address);
  } catch {
    // Storage is full or forbidden: the page still holds it and goes on trying.
  }
}
