import { showRegion } from "../refresh";

const SOON = 400;

/**
 * Sends the form `#draft` to the address in `price` while one chooses, and shows the `#price` it answers with.
 *
 * On a draft the address keeps what was chosen as well. One request at a time: what changes meanwhile is sent after
 * it, so an older choice never follows a newer one. New or checked originals change the price too.
 */
export class OrderForm extends HTMLElement {
  #timer: number | undefined;
  #sending = false;
  #again = false;
  #onInput = (event: Event): void => {
    if ((event.target as Element).closest("#draft")) this.#soon();
  };
  #onRefresh = (event: Event): void => {
    if ((event as CustomEvent<{ selector: string }>).detail.selector === "#items") void this.send();
  };

  connectedCallback(): void {
    this.classList.add("ready");
    this.addEventListener("input", this.#onInput);
    document.addEventListener("region-refreshed", this.#onRefresh);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
    this.removeEventListener("input", this.#onInput);
    document.removeEventListener("region-refreshed", this.#onRefresh);
  }

  #soon(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.send(), SOON);
  }

  /** Sends the form now, or once more when the request under way is answered. */
  async send(): Promise<void> {
    this.#again = this.#sending;
    if (this.#sending) return;
    this.#sending = true;
    await this.#ask().catch(() => this.#say("The connection is lost. What you chose is sent with your next change."));
    this.#sending = false;
    if (this.#again) await this.send();
  }

  async #ask(): Promise<void> {
    const form = this.querySelector<HTMLFormElement>("#draft");
    const address = this.getAttribute("price");
    if (!form || !address) return;
    const answer = await fetch(address, { method: "POST", body: new FormData(form), credentials: "same-origin" });
    if (answer.redirected) location.assign(answer.url);
    else if (answer.ok && showRegion("#price", await answer.text())) this.#say(this.#total());
    else this.#say("This could not be kept. Load the page anew to see what is.");
  }

  #total(): string {
    const total = this.querySelector<HTMLElement>("#price")?.dataset.total ?? "";
    return this.querySelector("#items") ? `Saved. The price is ${total}.` : `The price is ${total} each.`;
  }

  #say(sentence: string): void {
    const line = this.querySelector("[data-says]");
    if (line) line.textContent = sentence;
  }
}

if (!customElements.get("order-form")) customElements.define("order-form", OrderForm);
