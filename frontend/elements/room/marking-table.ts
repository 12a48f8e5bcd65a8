import type { Command, Tool } from "./commands";
import type { Desk } from "./desk";
import { Drawing } from "./drawing";
import { KeyGrid } from "./grid";
import { Handles } from "./handles";
import { MarkLayer } from "./layer";
import type { MarkList } from "./mark-list";
import { NumbersDialog } from "./numbers";
import { inkOf } from "./palette";
import type { Point, Shape } from "./shapes";
import type { Stage } from "./stage";
import { takeBack } from "./taking-back";

const NUDGE = 5;
const NUDGES: Partial<Record<Command, Point>> = {
  "mark-left": { x: -NUDGE, y: 0 },
  "mark-right": { x: NUDGE, y: 0 },
  "mark-up": { x: 0, y: -NUDGE },
  "mark-down": { x: 0, y: NUDGE },
};

/** Everything that marks the picture: pen, hand, grid and numbers, all drawing on one layer. */
export class MarkingTable {
  readonly layer: MarkLayer;
  #drawing: Drawing;
  #handles: Handles;
  #grid: KeyGrid;
  #numbers: NumbersDialog | undefined;
  #allowed = false;

  constructor(
    private readonly stage: Stage,
    private readonly desk: Desk,
    private readonly list: MarkList,
    private readonly say: (sentence: string) => void,
  ) {
    this.layer = new MarkLayer(desk.marks);
    stage.panes.after.append(this.layer.element);
    this.#drawing = new Drawing({
      layer: this.layer,
      height: () => desk.height,
      ink: () => inkOf(this.#color),
      zoomBy: (factor, at) => stage.viewers.zoomBy(factor, at),
      panBy: (x, y) => stage.viewers.panBy(x, y),
      drawn: (shape) => this.#drawn(shape),
    });
    this.#handles = new Handles(this.layer, desk);
    this.#grid = new KeyGrid((box) => this.#drawn({ kind: "rectangle", ...box }), say);
    this.layer.above.append(this.#grid.element);
    stage.viewers.onMove(() => this.#follow());
    const dialog = document.querySelector<HTMLDialogElement>("#room-numbers");
    if (dialog) this.#numbers = new NumbersDialog(dialog, () => desk.height, (shape) => this.#drawn(shape));
  }

  /** Whether the reader may draw on what is shown. */
  allow(allowed: boolean): void {
    this.#allowed = allowed;
    this.#grid.hide();
    if (!allowed) this.tool = "hand";
  }

  get tool(): Tool {
    return this.#drawing.tool;
  }

  set tool(tool: Tool) {
    this.#grid.hide();
    this.#drawing.tool = this.#allowed || tool === "hand" ? tool : "hand";
  }

  /** Keys of the grid; true when it was one of them. */
  press(event: KeyboardEvent): boolean {
    return this.#grid.press(event);
  }

  /** True where the key is left to the browser: no marking is chosen that could be moved. */
  leaves(command: Command): boolean {
    return command in NUDGES && !this.desk.marks.selected?.editable;
  }

  do(command: Command): void {
    if (takeBack(command, this.desk, this.say) || !this.#allowed) return;
    const [nudge, mark] = [NUDGES[command], this.desk.marks.selected];
    if (nudge && mark?.editable) this.desk.move(mark, nudge);
    if (command === "grid") this.#grid.show(this.desk.height);
    if (command === "numbers") this.#numbers?.open();
  }

  #drawn(shape: Shape): void {
    const mark = this.desk.draw(shape, this.#color);
    // On a phone the keyboard would jump over the picture after every line.
    if (!window.matchMedia("(pointer: coarse)").matches) this.list.edit(mark);
  }

  get #color(): number {
    return Number(document.querySelector<HTMLInputElement>('input[name="ink"]:checked')?.value ?? 0);
  }

  #follow(): void {
    this.layer.place(this.stage.viewers.view);
    this.#handles.show();
  }
}
