import { shapeFrom, type Geometry } from "./geometry";
import type { Shape } from "./shapes";

/** What four numbers and a kind mark; undefined with a sentence for what marks nothing. */
export function shapeOfNumbers(kind: string, told: Record<"x" | "y" | "width" | "height", number>, height: number): Shape | string {
  const { x, y, width, height: tall } = told;
  if ([x, y].some((value) => Number.isNaN(value))) return "Say where it is: from the left and from the top, in percent.";
  if (kind === "pin") return shapeFrom(kind, { x, y }, height) as Shape;
  if (!(width > 0) || !(tall > 0)) return "The area needs a width and a height above 0.";
  if (x + width > 100 || y + tall > 100) return "The area reaches beyond the picture.";
  if (kind === "arrow") return shapeFrom(kind, { points: [[x, y], [x + width, y + tall]] }, height) as Shape;
  return shapeFrom(kind, { x, y, width, height: tall } satisfies Geometry, height) as Shape;
}

/** The dialog in which a marking is given in numbers. */
export class NumbersDialog {
  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly height: () => number,
    marked: (shape: Shape) => void,
  ) {
    const form = dialog.querySelector("form");
    form?.addEventListener("submit", (event) => {
      event.preventDefault();
      const shape = this.#read(new FormData(form));
      if (typeof shape === "string") return this.#wrong(shape);
      this.#wrong("");
      dialog.close();
      marked(shape);
    });
  }

  open(): void {
    this.dialog.showModal();
  }

  #read(form: FormData): Shape | string {
    const number = (name: string) => (form.get(name) === "" ? Number.NaN : Number(form.get(name)));
    const told = { x: number("x"), y: number("y"), width: number("width"), height: number("height") };
    return shapeOfNumbers(String(form.get("kind")), told, this.height());
  }

  #wrong(sentence: string): void {
    const place = this.dialog.querySelector("[data-wrong]");
    if (place) place.textContent = sentence;
  }
}
