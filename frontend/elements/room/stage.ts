import { JoinedViewers } from "./joined";
import type { Mode } from "./commands";
import type { Side } from "./room-data";

const STEP = 5;
const MIDDLE = 50;

/** The table on which two pictures lie: how they lie over each other, and the divider between them. */
export class Stage {
  readonly viewers: JoinedViewers;
  readonly panes: { before: HTMLElement; after: HTMLElement };
  #share: Record<Mode, number> = { slider: MIDDLE, overlay: MIDDLE, side: MIDDLE, blink: MIDDLE };
  #mode: Mode = "slider";

  constructor(private readonly element: HTMLElement) {
    const pane = (name: string) => {
      const [outer, view] = [document.createElement("div"), document.createElement("div")];
      outer.className = `pane pane-${name}`;
      view.className = "pane-view";
      outer.append(view);
      element.append(outer);
      return outer;
    };
    this.panes = { before: pane("before"), after: pane("after") };
    element.append(this.#divider());
    const view = (outer: HTMLElement) => outer.firstElementChild as HTMLElement;
    this.viewers = new JoinedViewers(view(this.panes.before), view(this.panes.after));
    this.mode = "slider";
  }

  get mode(): Mode {
    return this.#mode;
  }

  set mode(mode: Mode) {
    this.#mode = mode;
    this.element.dataset["mode"] = mode;
    this.share = this.#share[mode];
  }

  /** Percent: where the divider stands, or how much of the upper picture is seen. */
  get share(): number {
    return this.#share[this.#mode];
  }

  set share(percent: number) {
    this.#share[this.#mode] = Math.min(100, Math.max(0, percent));
    this.element.style.setProperty("--share", String(this.share));
    this.element.dispatchEvent(new Event("share"));
  }

  step(direction: 1 | -1): void {
    this.share += direction * STEP;
  }

  /** Shows the picture before instead of the one after, while a key is held. */
  blink(held: boolean): void {
    this.element.toggleAttribute("data-held", held);
  }

  caption(before: Side, after: Side): void {
    this.panes.before.dataset["caption"] = before.label;
    this.panes.after.dataset["caption"] = after.label;
  }

  #divider(): HTMLElement {
    const line = document.createElement("div");
    line.className = "divider";
    line.setAttribute("aria-hidden", "true"); // the range among the tools is the same for keys and screen readers
    line.append(document.createElement("span"));
    const drag = (event: PointerEvent) => {
      const box = this.element.getBoundingClientRect();
      this.share = ((event.clientX - box.left) / box.width) * 100;
    };
    line.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      line.setPointerCapture(event.pointerId);
    });
    line.addEventListener("pointermove", (event) => line.hasPointerCapture(event.pointerId) && drag(event));
    return line;
  }
}
