import { backOff, refreshRegion } from "../refresh";

/**
 * Refreshes itself from the server while it holds a `[data-pending]`, sooner at first, then less often.
 *
 * It needs an id. Waiting stops while the page is hidden, and begins anew when it is looked at again.
 */
export class LiveRegion extends HTMLElement {
  static #tries = new Map<string, number>();
  #timer: number | undefined;
  #wake = () => this.#schedule();

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.#wake);
    this.#schedule();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#wake);
    window.clearTimeout(this.#timer);
  }

  #schedule(): void {
    window.clearTimeout(this.#timer);
    if (!this.id || document.hidden) return;
    if (!this.querySelector("[data-pending]")) {
      LiveRegion.#tries.delete(this.id);
      return;
    }
    const tries = LiveRegion.#tries.get(this.id) ?? 0;
    LiveRegion.#tries.set(this.id, tries + 1);
    this.#timer = window.setTimeout(() => void this.#refresh(), backOff(tries));
  }

  /** A swap replaces this element by a new one, which schedules itself; a failed try schedules again here. */
  async #refresh(): Promise<void> {
    const swapped = await refreshRegion(`#${CSS.escape(this.id)}`).catch(() => false);
    if (!swapped && this.isConnected) this.#schedule();
  }
}

if (!customElements.get("live-region")) customElements.define("live-region", LiveRegion);
