/** Sends the form inside it once: a second press while the first is on its way does nothing. */
export class OnceForm extends HTMLElement {
  #labels = new Map<HTMLButtonElement, string>();
  #restore = () => this.#release();

  connectedCallback(): void {
    this.addEventListener("submit", this.#onSubmit);
    window.addEventListener("pageshow", this.#restore);
  }

  disconnectedCallback(): void {
    this.removeEventListener("submit", this.#onSubmit);
    window.removeEventListener("pageshow", this.#restore);
  }

  /** The buttons are switched off after the browser has collected the form, so that the pressed one's name is sent. */
  #onSubmit = (event: SubmitEvent): void => {
    if (this.#labels.size) {
      event.preventDefault();
      return;
    }
    const pressed = event.submitter as HTMLButtonElement | null;
    // Also those that stand elsewhere on the page and belong to the form by its id.
    for (const button of (event.target as HTMLFormElement).elements) {
      if (button instanceof HTMLButtonElement && button.type === "submit") this.#labels.set(button, button.textContent ?? "");
    }
    window.setTimeout(() => {
      if (event.defaultPrevented) this.#release();
      else this.#hold(pressed);
    });
  };

  #hold(pressed: HTMLButtonElement | null): void {
    for (const button of this.#labels.keys()) {
      button.disabled = true;
      if (button === pressed) {
        button.dataset.sending = "";
        button.textContent = "Sending…";
      }
    }
  }

  #release(): void {
    for (const [button, label] of this.#labels) {
      button.disabled = false;
      if (button.dataset.sending !== undefined) button.textContent = label;
      delete button.dataset.sending;
    }
    this.#labels.clear();
  }
}

if (!customElements.get("once-form")) customElements.define("once-form", OnceForm);
