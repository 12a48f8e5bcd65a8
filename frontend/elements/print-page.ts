/** Shows its hidden button, which opens the browser's own print dialog. */
export class PrintPage extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}

if (!customElements.get("print-page")) customElements.define("print-page", PrintPage);
