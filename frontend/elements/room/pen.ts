import { svg } from "./ink-drawing";
import type { Ink } from "./palette";
import { simplified } from "./simplify";
import { outlineOf, arrowPath } from "./stroke";
import { onPicture, type Kind, type Point, type Shape, type Touch } from "./shapes";

/** An area smaller than this, in thousandths of the width, was a slip of the hand. */
const SMALLEST = 4;

/** One shape while it is drawn: takes points, shows itself, and says in the end what was drawn. */
export class Pen {
  readonly element = svg("g", { class: "mark mark-live" });
  #outline = svg("path", { class: "mark-outline" });
  #ink = svg("path", { class: "mark-line" });
  #line: Touch[] = [];
  #frame = 0;

  constructor(
    private readonly kind: Exclude<Kind, "surface">,
    private readonly height: number,
    ink: Ink,
  ) {
    this.#outline.setAttribute("stroke", ink.outline);
    this.element.classList.add(`mark-${kind}`);
    this.#ink.setAttribute(kind === "pencil" ? "fill" : "stroke", ink.color);
    this.element.append(this.#outline, this.#ink);
  }

  /** More points; they are shown with the next frame. */
  take(points: readonly Touch[]): void {
    const here = points.map((point) => onPicture(point, this.height));
    this.#line = this.kind === "pencil" ? this.#line.concat(here) : [this.#line[0] ?? here[0], here.at(-1)].filter((each) => !!each);
    this.#frame ||= requestAnimationFrame(() => this.show());
  }

  /** What was drawn, the line with no more points than it needs; undefined when it has no size. */
  finish(): Shape | undefined {
    cancelAnimationFrame(this.#frame);
    this.element.remove();
    const [from, to] = [this.#line[0], this.#line.at(-1)];
    return from && to ? shapeOf(this.kind, from, to, this.#line) : undefined;
  }

  /** Draws it as far as it has come. */
  show(): void {
    this.#frame = 0;
    const path = this.#path();
    this.#outline.setAttribute("d", path);
    this.#ink.setAttribute("d", path);
  }

  #path(): string {
    const [from, to] = [this.#line[0], this.#line.at(-1)];
    if (!from || !to || this.kind === "pin") return "";
    if (this.kind === "pencil") return outlineOf(this.#line, undefined, false);
    if (this.kind === "arrow") return arrowPath(from, to);
    const box = boxBetween(from, to);
    return this.kind === "rectangle" ? `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z` : ellipsePath(box);
  }
}

/** The shape between two points, or along a line; undefined when it is too small to mean anything. */
export function shapeOf(kind: Exclude<Kind, "surface">, from: Point, to: Point, line: readonly Touch[]): Shape | undefined {
  if (kind === "pin") return { kind, at: { x: to.x, y: to.y } };
  if (kind === "pencil") return longEnough(line) ? { kind, line: simplified(line) } : undefined;
  if (kind === "arrow") {
    const far = Math.hypot(to.x - from.x, to.y - from.y) >= 2 * SMALLEST;
    return far ? { kind, from: { x: from.x, y: from.y }, to: { x: to.x, y: to.y } } : undefined;
  }
  const box = boxBetween(from, to);
  return box.width >= SMALLEST && box.height >= SMALLEST ? { kind, ...box } : undefined;
}

function longEnough(line: readonly Touch[]): boolean {
  const first = line[0];
  return line.some((point) => Math.hypot(point.x - (first?.x ?? 0), point.y - (first?.y ?? 0)) >= SMALLEST);
}

/** The box between two corners, whichever was first. */
export const boxBetween = (from: Point, to: Point) => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(to.x - from.x),
  height: Math.abs(to.y - from.y),
});

function ellipsePath({ x, y, width, height }: ReturnType<typeof boxBetween>): string {
  const [rx, ry] = [width / 2, height / 2];
  return `M${x} ${y + ry}a${rx} ${ry} 0 1 1 ${width} 0a${rx} ${ry} 0 1 1 ${-width} 0z`;
}
