/** An area in percent of the picture, measured from its upper left. */
export type Area = { x: number; y: number; width: number; height: number };
type Point = { x: number; y: number };

const SMALLEST = 0.5;
const rounded = (value: number) => Math.round(value * 10) / 10;
const within = (value: number) => Math.min(100, Math.max(0, value));

/** The area between two corners, whichever was first; undefined when it is too small to mean anything. */
export function areaBetween(from: Point, to: Point): Area | undefined {
  const [left, right] = [Math.min(within(from.x), within(to.x)), Math.max(within(from.x), within(to.x))];
  const [top, bottom] = [Math.min(within(from.y), within(to.y)), Math.max(within(from.y), within(to.y))];
  if (right - left < SMALLEST || bottom - top < SMALLEST) return undefined;
  const [x, y] = [rounded(left), rounded(top)];
  return { x, y, width: rounded(rounded(right) - x), height: rounded(rounded(bottom) - y) };
}

/** Lets an area be dragged on the picture inside; the four numbers of its form follow, and the other way round. */
export class MarkArea extends HTMLElement {
  #start: Point | undefined;
  #drawn = Object.assign(document.createElement("div"), { className: "mark-drawn", hidden: true });

  connectedCallback(): void {
    const picture = this.querySelector<HTMLElement>(".mark-picture");
    if (!picture || picture.contains(this.#drawn)) return;
    picture.append(this.#drawn);
    picture.addEventListener("pointerdown", (event) => this.#begin(event, picture));
    picture.addEventListener("pointermove", (event) => this.#drag(event, picture));
    for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, () => (this.#start = undefined));
    this.closest("form")?.addEventListener("input", () => this.#show(this.#written()));
    this.#show(this.#written());
  }

  #begin(event: PointerEvent, picture: HTMLElement): void {
    if (event.button !== 0) return;
    event.preventDefault();
    picture.setPointerCapture(event.pointerId);
    this.#start = this.#point(event, picture);
    this.#write(undefined);
  }

  #drag(event: PointerEvent, picture: HTMLElement): void {
    if (this.#start) this.#write(areaBetween(this.#start, this.#point(event, picture)));
  }

  #point(event: PointerEvent, picture: HTMLElement): Point {
    const box = picture.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * 100, y: ((event.clientY - box.top) / box.height) * 100 };
  }

  #field(name: keyof Area): HTMLInputElement | null {
    return this.closest("form")?.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? null;
  }

  #write(area: Area | undefined): void {
    for (const name of ["x", "y", "width", "height"] as const) {
      const field = this.#field(name);
      if (field) field.value = area ? String(area[name]) : "";
    }
    this.#show(area);
  }

  #written(): Area | undefined {
    const [x, y, width, height] = (["x", "y", "width", "height"] as const).map((name) => this.#field(name)?.valueAsNumber);
    return width && height && x !== undefined && y !== undefined ? { x, y, width, height } : undefined;
  }

  #show(area: Area | undefined): void {
    this.#drawn.hidden = !area;
    if (!area) return;
    const { style } = this.#drawn;
    [style.left, style.top, style.width, style.height] = [area.x, area.y, area.width, area.height].map((side) => `${side}%`) as [
      string, string, string, string,
    ];
  }
}

if (!customElements.get("mark-area")) customElements.define("mark-area", MarkArea);
