/** Its buttons write their `data-login` and its `password` into the form it names, for a demo; nothing is sent. */
export class FillIn extends HTMLElement {
  connectedCallback(): void {
    const form = document.getElementById(this.getAttribute("form") ?? "");
    if (!(form instanceof HTMLFormElement)) return;
    for (const plain of this.querySelectorAll<HTMLElement>("[data-without-script]")) plain.hidden = true;
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-login]")) {
      button.hidden = false;
      button.addEventListener("click", () => this.#fill(form, button.dataset.login ?? ""));
    }
  }

  #fill(form: HTMLFormElement, login: string): void {
    const values = { login, password: this.getAttribute("password") ?? "" };
    for (const [name, value] of Object.entries(values)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.querySelector<HTMLButtonElement>('button[type="submit"]')?.focus();
  }
}

if (!customElements.get("fill-in")) customElements.define("fill-in", FillIn);
