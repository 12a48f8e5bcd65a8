import { Gesture } from "./gesture";
import type { MarkLayer } from "./layer";
import type { Tool } from "./commands";
import type { Ink } from "./palette";
import { Pen } from "./pen";
import type { Shape, Touch } from "./shapes";

export interface Table {
  layer: MarkLayer;
  /** The picture's height in thousandths of its width. */
  height(): number;
  ink(): Ink;
  zoomBy(factor: number, at: { x: number; y: number }): void;
  panBy(x: number, y: number): void;
  drawn(shape: Shape): void;
}

/** Lets shapes be drawn on the layer. Two fingers and the wheel still move the picture, and a pen is never taken for a hand. */
export class Drawing {
  #tool: Tool = "hand";
  #pen: Pen | undefined;
  #pointer: number | undefined;
  #fingers: Gesture;

  constructor(private readonly table: Table) {
    const { element } = table.layer;
    this.#fingers = new Gesture(table);
    element.addEventListener("pointerdown", (event) => this.#down(event));
    element.addEventListener("pointermove", (event) => this.#move(event));
    element.addEventListener("pointerup", (event) => this.#up(event));
    element.addEventListener("pointercancel", (event) => this.#cancel(event));
    element.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  get tool(): Tool {
    return this.#tool;
  }

  set tool(tool: Tool) {
    this.stop();
    this.#tool = tool;
    this.table.layer.element.classList.toggle("drawing", tool !== "hand");
  }

  get isDrawing(): boolean {
    return this.#pen !== undefined;
  }

  /** Throws away what is just being drawn. */
  stop(): void {
    this.#pen?.finish();
    this.#pen = undefined;
    this.#pointer = undefined;
  }

  #down(event: PointerEvent): void {
    if (this.#tool === "hand" || event.button !== 0) return;
    if (event.pointerType === "touch" && this.#fingers.down(event)) return this.stop();
    if (this.#pen) return;
    event.preventDefault();
    this.table.layer.element.setPointerCapture(event.pointerId);
    this.#pointer = event.pointerId;
    this.#pen = new Pen(this.#tool, this.table.height(), this.table.ink());
    this.table.layer.above.append(this.#pen.element);
    this.#pen.take(this.#touches([event]));
  }

  #move(event: PointerEvent): void {
    if (this.#fingers.move(event)) return;
    if (!this.#pen || event.pointerId !== this.#pointer) return;
    const between = event.getCoalescedEvents?.() ?? [];
    this.#pen.take(this.#touches(between.length ? between : [event]));
  }

  #up(event: PointerEvent): void {
    this.#fingers.up(event);
    if (!this.#pen || event.pointerId !== this.#pointer) return;
    const shape = this.#pen.finish();
    this.stop();
    if (shape) this.table.drawn(shape);
  }

  #cancel(event: PointerEvent): void {
    this.#fingers.up(event);
    if (event.pointerId === this.#pointer) this.stop();
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const box = this.table.layer.box;
    this.table.zoomBy(event.deltaY < 0 ? 1.25 : 0.8, { x: event.clientX - box.left, y: event.clientY - box.top });
  }

  #touches(events: readonly PointerEvent[]): Touch[] {
    const { layer } = this.table;
    const box = layer.box;
    return events.map((event) => ({
      ...layer.toPicture(event.clientX - box.left, event.clientY - box.top),
      // A mouse and a finger say half or nothing; only a pen knows how hard it is pressed.
      pressure: event.pointerType === "pen" ? event.pressure : 0.5,
    }));
  }
}
