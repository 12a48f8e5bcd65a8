/** A box above the pictures it holds: while one types, those whose name holds all the words stay; ticked ones always. */
export class ThumbFilter extends HTMLElement {
  #told = document.createElement("p");

  connectedCallback(): void {
    if (!this.hasAttribute("filtered") || this.querySelector('input[type="search"]')) return;
    const box = Object.assign(document.createElement("input"), { type: "search", id: "part-filter" });
    const label = Object.assign(document.createElement("label"), { htmlFor: box.id, textContent: "Find a picture by its name" });
    this.#told.className = "hint";
    this.#told.setAttribute("role", "status");
    box.addEventListener("input", () => this.#show(box.value));
    // Return would send the comment.
    box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    this.prepend(label, box, this.#told);
    this.#show("");
  }

  #show(typed: string): void {
    const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const all = [...this.querySelectorAll<HTMLElement>("li[data-name]")];
    for (const each of all) {
      const named = wanted.every((word) => each.dataset["name"]?.includes(word));
      each.hidden = !named && !each.querySelector(":checked");
    }
    const shown = all.filter((each) => !each.hidden).length;
    this.#told.textContent = wanted.length ? `${shown} of ${all.length} pictures` : `${all.length} pictures`;
  }
}

if (!customElements.get("thumb-filter")) customElements.define("thumb-filter", ThumbFilter);
