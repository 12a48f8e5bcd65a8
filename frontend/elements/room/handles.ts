import { svg } from "./ink-drawing";
import type { Desk } from "./desk";
import type { MarkLayer } from "./layer";
import type { Mark } from "./marks";
import { boxBetween } from "./pen";
import { movedWithin, onPicture, type Point, type Shape } from "./shapes";

/** Half the side of a handle, in pixels of the page. */
const HALF = 6;

/** The points by which a shape can be changed; none for a line, which is moved as a whole. */
export function gripsOf(shape: Shape): Point[] {
  if (shape.kind === "arrow") return [shape.from, shape.to];
  if (shape.kind !== "rectangle" && shape.kind !== "ellipse") return [];
  const { x, y, width, height } = shape;
  return [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }];
}

/** The shape with one of its grips somewhere else. */
export function gripMoved(shape: Shape, grip: number, to: Point): Shape {
  if (shape.kind === "arrow") return grip === 0 ? { ...shape, from: to } : { ...shape, to };
  if (shape.kind !== "rectangle" && shape.kind !== "ellipse") return shape;
  const opposite = gripsOf(shape)[(grip + 2) % 4] as Point;
  const box = boxBetween(opposite, to);
  return { kind: shape.kind, ...box, width: Math.max(box.width, 1), height: Math.max(box.height, 1) };
}

/** Choosing, moving and changing markings with the pointer, while the hand is the tool. */
export class Handles {
  #grips = svg("g", { class: "mark-grips" });
  #from: Point | undefined;
  #grip = -1;
  #held: Mark | undefined;
  #shown: Shape | undefined;

  constructor(
    private readonly layer: MarkLayer,
    private readonly desk: Desk,
  ) {
    layer.above.append(this.#grips);
    layer.element.addEventListener("pointerdown", (event) => this.#take(event));
    layer.element.addEventListener("pointermove", (event) => this.#drag(event));
    layer.element.addEventListener("pointerup", () => this.#drop());
    layer.element.addEventListener("pointercancel", () => this.#drop());
    for (const change of ["changed", "selected"]) desk.marks.addEventListener(change, () => this.show());
  }

  /** Draws the grips of the chosen marking, as large on the screen at every zoom. */
  show(): void {
    const mark = this.desk.marks.selected;
    this.#grips.replaceChildren();
    if (!mark?.editable) return;
    const side = (2 * HALF) / this.layer.unit;
    for (const [index, { x, y }] of gripsOf(mark.shape).entries())
      this.#grips.append(svg("rect", { class: "mark-grip", "data-grip": index, x: x - side / 2, y: y - side / 2, width: side, height: side }));
  }

  #take(event: PointerEvent): void {
    const goal = event.target as SVGElement;
    const grip = goal.dataset["grip"];
    const id = goal.closest<SVGElement>("[data-mark]")?.dataset["mark"] ?? (grip && this.desk.marks.selected?.id);
    if (this.layer.element.classList.contains("drawing") || event.button !== 0 || !id) return;
    event.preventDefault();
    this.desk.marks.select(id);
    this.#held = this.desk.marks.of(id);
    if (!this.#held?.editable) return this.#drop();
    this.#grip = grip ? Number(grip) : -1;
    this.#from = this.#at(event);
    this.layer.element.setPointerCapture(event.pointerId);
  }

  #drag(event: PointerEvent): void {
    if (!this.#from || !this.#held) return;
    const now = onPicture(this.#at(event), this.desk.height);
    const by = { x: now.x - this.#from.x, y: now.y - this.#from.y };
    this.#shown = this.#grip >= 0 ? gripMoved(this.#held.shape, this.#grip, now) : movedWithin(this.#held.shape, by, this.desk.height);
    this.desk.marks.change(this.#held.id, { shape: this.#shown });
  }

  #drop(): void {
    const [held, shape] = [this.#held, this.#shown];
    this.#held = this.#from = this.#shown = undefined;
    if (held && shape) this.desk.change(held, { shape }, "moving");
  }

  #at(event: PointerEvent): Point {
    const box = this.layer.box;
    return this.layer.toPicture(event.clientX - box.left, event.clientY - box.top);
  }
}
