/** Opens the dialog its link names as a modal one; without script the link shows it through `:target`. */
export class DialogOpener extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector<HTMLAnchorElement>('a[href^="#"]');
    const dialog = link ? document.getElementById(link.hash.slice(1)) : null;
    if (!link || !(dialog instanceof HTMLDialogElement)) return;
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
    this.#letClose(dialog);
    if (location.hash === link.hash) this.#openOnArrival(dialog);
  }

  #openOnArrival(dialog: HTMLDialogElement): void {
    history.replaceState(null, "", location.pathname + location.search);
    if (!dialog.open) dialog.showModal();
  }

  #letClose(dialog: HTMLDialogElement): void {
    dialog.addEventListener("click", (event) => {
      const goal = event.target as Element;
      const closes = goal === dialog || goal.closest("[data-close]");
      if (!closes) return;
      event.preventDefault();
      dialog.close();
    });
  }
}

if (!customElements.get("dialog-opener")) customElements.define("dialog-opener", DialogOpener);
