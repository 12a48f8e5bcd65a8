import { svg } from "./ink-drawing";
import type { Ink } from "./palette";
import type { Touch } from "./shapes";
import { outlineOf } from "./stroke";

/** After so many points a stretch is finished: each frame draws only what came since, however long the line is. */
const STRETCH = 96;
/** The next stretch begins this many points back, so that no joint is seen. */
const LAP = 6;

/** A pencil's line while it is drawn. */
export class LiveLine {
  readonly points: Touch[] = [];
  /** Below all ink, or the outline of a stretch would cut the one before. */
  #outlines = svg("g");
  #inks = svg("g");
  #tail: SVGPathElement[] = [];
  #from = 0;

  constructor(
    private readonly ink: Ink,
    element: SVGGElement,
  ) {
    element.append(this.#outlines, this.#inks);
    this.#begin();
  }

  /** Draws what has come since the last finished stretch. */
  show(): void {
    while (this.points.length - this.#from > STRETCH) {
      this.#draw(this.#from + STRETCH, true);
      this.#from += STRETCH - LAP;
      this.#begin();
    }
    this.#draw(this.points.length, false);
  }

  #draw(to: number, finished: boolean): void {
    const path = outlineOf(this.points.slice(this.#from, to), undefined, finished);
    for (const part of this.#tail) part.setAttribute("d", path);
  }

  #begin(): void {
    const outline = svg("path", { class: "mark-outline", stroke: this.ink.outline });
    const line = svg("path", { class: "mark-line", fill: this.ink.color });
    this.#outlines.append(outline);
    this.#inks.append(line);
    this.#tail = [outline, line];
  }
}
