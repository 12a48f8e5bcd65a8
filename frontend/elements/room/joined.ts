import type { Side } from "./room-data";
import { PaneViewer, type View } from "./viewer";

/** Pixels of the page that a finger has to go. */
const SWIPE = 60;

/** Two panes that always show the same place at the same size. */
export class JoinedViewers {
  readonly before: PaneViewer;
  readonly after: PaneViewer;
  #leader: PaneViewer;
  #fitted = true;
  #listeners = new Set<() => void>();
  #swiped: (direction: 1 | -1) => void = () => undefined;

  constructor(before: HTMLElement, after: HTMLElement) {
    this.before = new PaneViewer(before);
    this.after = new PaneViewer(after);
    this.#leader = this.after;
    for (const pane of [this.before, this.after]) this.#listen(pane);
  }

  /** Shows a pair; `kept` says that the reader's place in the picture stays as it is. */
  async show(before: Side, after: Side, kept: boolean): Promise<void> {
    await Promise.all([this.before.show(before, after), this.after.show(after, after)]);
    if (kept && !this.#fitted) this.#moved(this.#leader);
    else this.fit(true);
  }

  /** Loads a pair that may be shown next. */
  prepare(before: Side, after: Side): void {
    this.before.prepare(before, after);
    this.after.prepare(after, after);
  }

  /** Forgets pictures that are neither shown nor near. */
  async keep(sides: readonly Side[]): Promise<void> {
    await Promise.all([this.before.keep(sides), this.after.keep(sides)]);
  }

  onMove(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** A finger pushed the whole picture aside: 1 to the left, as one turns to the next page. */
  onSwipe(listener: (direction: 1 | -1) => void): void {
    this.#swiped = listener;
  }

  /** Where the judged picture lies in its pane. */
  get view(): View {
    return this.after.view;
  }

  fit(immediately = false): void {
    this.#lead(this.after, true);
    this.after.fit(immediately);
    this.#moved(this.after);
  }

  actualSize(): void {
    this.#lead(this.after, false);
    this.after.actualSize();
  }

  zoomBy(factor: number, at?: { x: number; y: number }): void {
    this.#lead(this.after, false);
    this.after.zoomBy(factor, at);
  }

  panBy(x: number, y: number): void {
    this.#lead(this.after, false);
    this.after.panBy(x, y);
  }

  /** Percent of the file's own pixels at which the picture is seen. */
  percentOf(side: Side): number {
    return side.width ? Math.round((100 * this.view.scale * window.devicePixelRatio) / side.width) : 100;
  }

  #listen(pane: PaneViewer): void {
    pane.osd.addHandler("canvas-press", () => this.#lead(pane, this.#fitted));
    this.#letSwipe(pane);
    for (const touched of ["canvas-scroll", "canvas-pinch", "canvas-double-click"] as const)
      pane.osd.addHandler(touched, () => this.#lead(pane, false));
    pane.osd.addHandler("viewport-change", () => pane === this.#leader && this.#moved(pane));
    // OpenSeadragon still moves the picture itself after it has told of the new size.
    pane.osd.addHandler("after-resize", () => queueMicrotask(() => this.#fitted && this.fit(true)));
  }

  /** While all of a picture is seen, a finger does not move it: it turns to the next one. */
  #letSwipe(pane: PaneViewer): void {
    let start: number | undefined;
    pane.osd.addHandler("canvas-drag", (event) => {
      const swipes = this.#fitted && event.pointerType === "touch";
      if (!swipes) return this.#lead(pane, false);
      start ??= event.position.x - event.delta.x;
      (event as { preventDefaultAction: boolean }).preventDefaultAction = true;
    });
    pane.osd.addHandler("canvas-drag-end", (event) => {
      const far = start === undefined ? 0 : event.position.x - start;
      start = undefined;
      if (Math.abs(far) >= SWIPE) this.#swiped(far < 0 ? 1 : -1);
    });
  }

  #lead(pane: PaneViewer, fitted: boolean): void {
    this.#leader = pane;
    this.#fitted = fitted;
  }

  #moved(leader: PaneViewer): void {
    (leader === this.after ? this.before : this.after).follow(leader);
    this.before.sharpen();
    this.after.sharpen();
    for (const listener of this.#listeners) listener();
  }
}
