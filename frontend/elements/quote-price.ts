/** What `pictures` pictures cost at `each`, with two decimals; empty where the price list has no price. */
export function listed(each: string, pictures: number): string {
  return each === "" ? "" : (Math.round(Number(each) * 100 * pictures) / 100).toFixed(2);
}

/**
 * Keeps the price of a form at the price list's, `each` for every picture that is amended, until somebody writes
 * another one.
 */
export class QuotePrice extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #onChange = (event: Event): void => {
    const changed = event.target as HTMLInputElement;
    if (changed.name === "decision" || changed.name.startsWith("part-")) this.fill();
  };

  connectedCallback(): void {
    this.#form = this.closest("form");
    this.#form?.addEventListener("change", this.#onChange);
  }

  disconnectedCallback(): void {
    this.#form?.removeEventListener("change", this.#onChange);
  }

  /** Writes the list's price for what is amended now, unless the field holds a price of somebody's own. */
  fill(): void {
    const field = this.#form?.elements.namedItem("price");
    const each = this.getAttribute("each") ?? "";
    if (!(field instanceof HTMLInputElement) || each === "" || !this.#form) return;
    const before = field.dataset["listed"] ?? field.defaultValue;
    if (field.value !== before && field.value !== "") return;
    field.value = listed(each, this.#amended(this.#form));
    field.dataset["listed"] = field.value;
  }

  #amended(form: HTMLFormElement): number {
    const split = new FormData(form).get("decision") === "split";
    const choices = form.querySelectorAll<HTMLInputElement>("[name^='part-'][value='amendment']");
    return split ? [...choices].filter((choice) => choice.checked).length : choices.length;
  }
}

if (!customElements.get("quote-price")) customElements.define("quote-price", QuotePrice);
