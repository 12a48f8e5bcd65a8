import type { Desk } from "./desk";
import type { Mark } from "./marks";
import type { ModelViewer } from "./model-cameras";
import { inkOf } from "./palette";
import type { Shape } from "./shapes";

type Surface = Extract<Shape, { kind: "surface" }>;

/** Pixels of the page. */
const STEP = 6;
const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Pins as hotspots of the last viewer, which keeps them where they are on the surface. Dragged or nudged, they stay on it. */
export class SurfacePins {
  #setting = false;

  constructor(
    private readonly stage: HTMLElement,
    private readonly desk: Desk,
  ) {
    // The viewer comes when its code has been loaded.
    new MutationObserver(() => this.show()).observe(stage, { childList: true, subtree: true });
  }

  letSet(button: HTMLElement | null, edit: (mark: Mark) => void): void {
    button?.addEventListener("click", () => this.#turn(button, !this.#setting));
    this.stage.addEventListener("click", (event) => {
      if (!this.#setting || !button || !this.#viewer?.contains(event.target as Node)) return;
      const place = this.#under(event.clientX, event.clientY);
      if (!place) return;
      this.#turn(button, false);
      edit(this.desk.draw(place, 0));
    });
  }

  show(): void {
    const viewer = this.#viewer;
    if (!viewer) return;
    const wanted = new Map(this.desk.marks.all.map((mark) => [`hotspot-${mark.number}`, mark]));
    for (const present of viewer.querySelectorAll<HTMLElement>('[slot^="hotspot-"]')) if (!wanted.has(present.slot)) present.remove();
    for (const [slot, mark] of wanted) {
      if (mark.shape.kind !== "surface") continue;
      const present = viewer.querySelector<HTMLElement>(`[slot="${slot}"]`);
      if (present) this.#move(present, mark.shape);
      else viewer.append(this.#pin(slot, mark, mark.shape));
    }
  }

  get #viewer(): ModelViewer | undefined {
    return [...this.stage.querySelectorAll<ModelViewer>("model-viewer")].at(-1);
  }

  /** The place of the surface that is seen there; undefined beside the model. */
  #under(x: number, y: number): Surface | undefined {
    const found = this.#viewer?.positionAndNormalFromPoint(x, y);
    if (!found) return undefined;
    const [position, normal] = [found.position, found.normal].map((each) => [each.x, each.y, each.z]) as [number[], number[]];
    return { kind: "surface", position, normal };
  }

  #turn(button: HTMLElement, setting: boolean): void {
    this.#setting = setting;
    button.setAttribute("aria-pressed", String(setting));
    this.stage.classList.toggle("pinning", setting);
  }

  #pin(slot: string, mark: Mark, shape: Surface): HTMLElement {
    const pin = Object.assign(document.createElement("button"), { className: "hotspot", slot, textContent: String(mark.number), type: "button" });
    pin.setAttribute("aria-label", `Pin ${mark.number}${mark.editable ? ", arrow keys move it" : ""}`);
    pin.style.setProperty("--ink-color", inkOf(mark.color).color);
    pin.addEventListener("click", () => this.desk.marks.select(this.#markOf(pin)?.id ?? ""));
    pin.addEventListener("pointerdown", (event) => this.#hold(pin, event));
    pin.addEventListener("keydown", (event) => this.#nudge(pin, event));
    this.#move(pin, shape);
    return pin;
  }

  /** By its number: the server gives a new marking another id than the page did. */
  #markOf(pin: HTMLElement): Mark | undefined {
    return this.desk.marks.all.find((mark) => pin.slot === `hotspot-${mark.number}`);
  }

  #move(pin: HTMLElement, { position, normal }: Surface): void {
    const told = { position: position.join(" "), normal: normal.join(" ") };
    if (pin.dataset["position"] === told.position && pin.dataset["normal"] === told.normal) return;
    Object.assign(pin.dataset, told);
    this.#viewer?.updateHotspot({ name: pin.slot, ...told });
  }

  #hold(pin: HTMLElement, event: PointerEvent): void {
    if (event.button !== 0 || !this.#markOf(pin)?.editable) return;
    event.stopPropagation(); // or the model would turn under the pin
    let place: Surface | undefined;
    const drag = (moved: PointerEvent) => {
      place = this.#under(moved.clientX, moved.clientY) ?? place;
      if (place) this.#move(pin, place);
    };
    pin.setPointerCapture(event.pointerId);
    pin.addEventListener("pointermove", drag);
    pin.addEventListener("lostpointercapture", () => {
      pin.removeEventListener("pointermove", drag);
      this.#keep(pin, place);
    }, { once: true });
  }

  #nudge(pin: HTMLElement, event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step || !this.#markOf(pin)?.editable) return;
    event.stopPropagation();
    event.preventDefault();
    const box = pin.getBoundingClientRect();
    this.#keep(pin, this.#under(box.x + box.width / 2 + step[0], box.y + box.height / 2 + step[1]));
  }

  #keep(pin: HTMLElement, shape: Surface | undefined): void {
    const mark = this.#markOf(pin);
    if (mark && shape) this.desk.change(mark, { shape }, "moving");
  }
}
