const SHOWN_MS = 2500;

/** `<copy-button value="…"><button hidden>Copy</button></copy-button>`: shown only where copying works. */
export class CopyButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (!button || !navigator.clipboard) return;
    button.hidden = false;
    const label = button.textContent ?? "Copy";
    button.addEventListener("click", () => void this.#copy(button, label));
  }

  async #copy(button: HTMLButtonElement, label: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.getAttribute("value") ?? "");
      button.textContent = "Copied";
    } catch {
      button.textContent = "Your browser did not allow copying";
    }
    window.setTimeout(() => (button.textContent = label), SHOWN_MS);
  }
}

if (!customElements.get("copy-button")) customElements.define("copy-button", CopyButton);
