import { listed, type Listing } from "./remote";

const EVERY = 2_000;

/** Asks every two seconds, while the page is seen, what others have marked meanwhile. */
export class Polling {
  #timer: number | undefined;
  #since = "";
  #address = "";
  #version = "";

  constructor(private readonly told: (listing: Listing, whole: boolean) => void) {
    document.addEventListener("visibilitychange", () => this.#again(0));
  }

  /** Reads all markings at this address and stays up to date; `version` is empty for what stands on the newest. */
  async watch(address: string, version: string): Promise<void> {
    this.#address = address;
    this.#version = version;
    this.#since = "";
    await this.#ask();
  }

  stop(): void {
    this.#address = "";
    window.clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    const address = this.#address;
    if (!address) return;
    const whole = !this.#since;
    const listing = await listed(address, { since: this.#since, version: this.#version }).catch(() => undefined);
    if (address !== this.#address || whole !== !this.#since) return;
    if (listing) {
      this.#since = listing.now;
      this.told(listing, whole);
    }
    this.#again(EVERY);
  }

  #again(after: number): void {
    window.clearTimeout(this.#timer);
    if (this.#address && !document.hidden) this.#timer = window.setTimeout(() => void this.#ask(), after);
  }
}
