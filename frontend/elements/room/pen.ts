import { svg } from "./ink-drawing";
import { LiveLine } from "./live-line";
import type { Ink } from "./palette";
import { simplified } from "./simplify";
import { arrowPath } from "./stroke";
import { onPicture, type Kind, type Point, type Shape, type Touch } from "./shapes";

/** An area smaller than this, in thousandths of the width, was a slip of the hand. */
const SMALLEST = 4;

/** One shape while it is drawn: takes points, shows itself, and says in the end what was drawn. */
export class Pen {
  readonly element: SVGGElement;
  #live: LiveLine | undefined;
  #paths: SVGPathElement[] = [];
  #from: Touch | undefined;
  #to: Touch | undefined;
  #frame = 0;

  constructor(
    private readonly kind: Exclude<Kind, "surface">,
    private readonly height: number,
    ink: Ink,
  ) {
    this.element = svg("g", { class: `mark mark-live mark-${kind}` });
    if (kind === "pencil") this.#live = new LiveLine(ink, this.element);
    else this.#paths = [svg("path", { class: "mark-outline", stroke: ink.outline }), svg("path", { class: "mark-line", stroke: ink.color })];
    this.element.append(...this.#paths);
  }

  /** More points; they are shown with the next frame. */
  take(points: readonly Touch[]): void {
    const here = points.map((point) => onPicture(point, this.height));
    this.#from ??= here[0];
    this.#to = here.at(-1) ?? this.#to;
    this.#live?.points.push(...here);
    this.#frame ||= requestAnimationFrame(() => this.#show());
  }

  /** What was drawn, the line with no more points than it needs; undefined when it has no size. */
  finish(): Shape | undefined {
    cancelAnimationFrame(this.#frame);
    this.element.remove();
    if (!this.#from || !this.#to) return undefined;
    return shapeOf(this.kind, this.#from, this.#to, this.#live?.points ?? []);
  }

  #show(): void {
    this.#frame = 0;
    this.#live?.show();
    for (const part of this.#paths) part.setAttribute("d", this.#path());
  }

  #path(): string {
    const [from, to] = [this.#from, this.#to];
    if (!from || !to || this.kind === "pin") return "";
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
