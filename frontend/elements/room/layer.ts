import { badge, badgePoint, inked, svg } from "./ink-drawing";
import type { Mark, Marks } from "./marks";
import { inkOf } from "./palette";
import { WIDTH, type Point } from "./shapes";
import type { View } from "./viewer";

/** So many markings take longer than a frame to draw anew: while the picture moves, they are moved as one image. */
const MANY = 60;
/** Milliseconds without a move after which many markings are drawn anew, as sharp as they are large. */
const REST = 120;

interface Drawn {
  mark: Mark;
  shape: SVGGElement;
  badge: SVGGElement;
}

/** The SVG over the picture. It follows pan and zoom by one transform: of its drawing, or of many markings' image. */
export class MarkLayer {
  readonly element = svg("svg", { class: "mark-layer", "aria-hidden": "true" });
  /** What is just being drawn, and handles; in the picture's coordinates too. */
  readonly above = svg("g");
  #heat = svg("image", { class: "mark-heat", preserveAspectRatio: "none", width: WIDTH });
  #shapes = svg("g");
  #badges = svg("g");
  #moving = svg("g");
  #drawn = new Map<string, Drawn>();
  #view: View = { scale: 1, left: 0, top: 0 };
  /** Where the markings were drawn last. */
  #settled = this.#view;
  #rest = 0;

  constructor(private readonly marks: Marks) {
    this.#moving.append(this.#heat, this.#shapes, this.#badges, this.above);
    this.element.append(this.#moving);
    marks.addEventListener("changed", () => this.render());
    marks.addEventListener("selected", () => this.#showSelected());
  }

  /** Where the pane is on the page; the layer itself may be on its way. */
  get box(): DOMRect {
    return (this.element.parentElement ?? this.element).getBoundingClientRect();
  }

  /** Pixels of the pane to the picture's coordinates. */
  toPicture(x: number, y: number): Point {
    const unit = this.unit;
    return { x: (x - this.#view.left) / unit, y: (y - this.#view.top) / unit };
  }

  /** Pixels of the page for one thousandth of the picture's width. */
  get unit(): number {
    return this.#view.scale / WIDTH;
  }

  /** Lays what the rework check found over the picture; an empty address takes it away. */
  heat(address: string, height: number): void {
    if (address) this.#heat.setAttribute("href", address);
    else this.#heat.removeAttribute("href");
    this.#heat.setAttribute("height", String(height));
  }

  /** Follows the viewer. */
  place(view: View): void {
    this.#view = view;
    window.clearTimeout(this.#rest);
    if (this.#drawn.size <= MANY) return this.#settle();
    const { scale, left, top } = this.#settled;
    const by = view.scale / scale;
    this.element.style.transform = `matrix(${by}, 0, 0, ${by}, ${view.left - by * left}, ${view.top - by * top})`;
    this.#rest = window.setTimeout(() => this.#settle(), REST);
  }

  #settle(): void {
    const { scale, left, top } = this.#view;
    const zoomed = scale !== this.#settled.scale;
    this.#settled = this.#view;
    this.element.style.transform = "";
    this.#moving.setAttribute("transform", `matrix(${this.unit} 0 0 ${this.unit} ${left} ${top})`);
    if (zoomed) for (const drawn of this.#drawn.values()) this.#placeBadge(drawn);
  }

  /** Draws what has changed, and nothing else. */
  render(): void {
    const gone = new Set(this.#drawn.keys());
    for (const mark of this.marks.all) {
      gone.delete(mark.id);
      const drawn = this.#drawn.get(mark.id);
      if (!drawn || looksOther(drawn.mark, mark)) this.#draw(mark);
      this.#drawn.get(mark.id)?.shape.classList.toggle("mark-settled", mark.state === "fixed" || mark.state === "settled");
    }
    for (const id of gone) this.#erase(id);
    this.element.classList.toggle("mark-layer-many", this.#drawn.size > MANY);
    this.#showSelected();
  }

  #draw(mark: Mark): void {
    this.#erase(mark.id);
    const ink = inkOf(mark.color);
    const drawn = { mark, shape: inked(mark.shape, ink), badge: badge(mark.number, ink, mark.shape.kind === "pin") };
    for (const part of [drawn.shape, drawn.badge]) part.dataset["mark"] = mark.id;
    this.#drawn.set(mark.id, drawn);
    this.#shapes.append(drawn.shape);
    this.#badges.append(drawn.badge);
    this.#placeBadge(drawn);
  }

  #erase(id: string): void {
    const drawn = this.#drawn.get(id);
    drawn?.shape.remove();
    drawn?.badge.remove();
    this.#drawn.delete(id);
  }

  #placeBadge({ mark, badge }: Drawn): void {
    const { x, y } = badgePoint(mark.shape);
    badge.setAttribute("transform", `translate(${x} ${y}) scale(${1 / this.unit})`);
  }

  #showSelected(): void {
    const selected = this.marks.selected?.id;
    for (const [id, { shape, badge }] of this.#drawn)
      for (const part of [shape, badge]) part.classList.toggle("mark-selected", id === selected);
  }
}

const looksOther = (before: Mark, after: Mark) =>
  before.shape !== after.shape || before.number !== after.number || before.color !== after.color;
