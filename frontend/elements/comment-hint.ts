import { showRegion } from "../refresh";

const PAUSE = 500;

/**
 * Asks the server at `address` what the comment of its form probably is, when one pauses while writing, and shows the
 * `#suggestion` it answers with. An older question is dropped when a newer one is asked.
 */
export class CommentHint extends HTMLElement {
  #timer: number | undefined;
  #asked: AbortController | undefined;
  #form: HTMLFormElement | null = null;
  #onInput = (): void => {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.ask(), PAUSE);
  };

  connectedCallback(): void {
    this.#form = this.closest("form");
    this.#form?.addEventListener("input", this.#onInput);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    this.#asked?.abort();
    this.#form?.removeEventListener("input", this.#onInput);
  }

  /** Asks now. Without an answer the last hint stays: sending works all the same, and says it again. */
  async ask(): Promise<void> {
    const address = this.getAttribute("address");
    if (!this.#form || !address) return;
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    const body = new FormData(this.#form);
    try {
      const answer = await fetch(address, { method: "POST", body, credentials: "same-origin", signal: asked.signal });
      if (answer.ok && !answer.redirected) showRegion("#suggestion", await answer.text());
    } catch {
      // Dropped for a newer question, or the connection is lost: a hint is no reason to disturb somebody who writes.
    }
  }
}

if (!customElements.get("comment-hint")) customElements.define("comment-hint", CommentHint);
