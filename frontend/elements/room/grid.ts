import { svg } from "./ink-drawing";
import { sentenceOf } from "./sentence";
import { WIDTH, type Box } from "./shapes";

/** Cells of the grid: columns by rows. */
const COLUMNS = 12;
const ROWS = 8;

export interface Cells {
  column: number;
  row: number;
  columns: number;
  rows: number;
}

const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The cells after a key: arrows move them, with Shift they grow and shrink; undefined for other keys. */
export function cellsAfter(cells: Cells, key: string, shift: boolean): Cells | undefined {
  const step = MOVES[key];
  if (!step) return undefined;
  const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
  if (!shift) {
    const column = within(cells.column + step[0], 0, COLUMNS - cells.columns);
    return { ...cells, column, row: within(cells.row + step[1], 0, ROWS - cells.rows) };
  }
  const columns = within(cells.columns + step[0], 1, COLUMNS - cells.column);
  return { ...cells, columns, rows: within(cells.rows + step[1], 1, ROWS - cells.row) };
}

/** Where the cells lie on a picture of this height. */
export function boxOfCells(cells: Cells, height: number): Box {
  const [across, down] = [WIDTH / COLUMNS, height / ROWS];
  return { x: cells.column * across, y: cells.row * down, width: cells.columns * across, height: cells.rows * down };
}

/** A grid over the picture on which arrow keys choose an area, Enter marks it and Escape leaves. */
export class KeyGrid {
  readonly element = svg("g", { class: "key-grid" });
  #cells: Cells = { column: 5, row: 3, columns: 2, rows: 2 };
  #height = 0;
  #on = false;

  constructor(
    private readonly marked: (box: Box) => void,
    private readonly say: (sentence: string) => void,
  ) {}

  get isOn(): boolean {
    return this.#on;
  }

  show(height: number): void {
    this.#height = height;
    this.#on = true;
    this.#draw();
    this.say(`${this.#words()}. Arrow keys move the frame, with Shift they change its size, Enter marks it.`);
  }

  hide(): void {
    this.#on = false;
    this.element.replaceChildren();
  }

  /** True when the key was for the grid. */
  press(event: Pick<KeyboardEvent, "key" | "shiftKey">): boolean {
    if (!this.#on) return false;
    if (event.key === "Enter") this.marked(boxOfCells(this.#cells, this.#height));
    if (event.key === "Enter" || event.key === "Escape") {
      this.hide();
      return true;
    }
    const cells = cellsAfter(this.#cells, event.key, event.shiftKey);
    if (!cells) return false;
    this.#cells = cells;
    this.#draw();
    this.say(this.#words());
    return true;
  }

  #words(): string {
    return sentenceOf({ kind: "rectangle", ...boxOfCells(this.#cells, this.#height) }, this.#height);
  }

  #draw(): void {
    const lines = [
      ...Array.from({ length: COLUMNS + 1 }, (_, n) => `M${(n * WIDTH) / COLUMNS} 0V${this.#height}`),
      ...Array.from({ length: ROWS + 1 }, (_, n) => `M0 ${(n * this.#height) / ROWS}H${WIDTH}`),
    ].join("");
    const box = boxOfCells(this.#cells, this.#height);
    this.element.replaceChildren(
      svg("path", { class: "key-grid-under", d: lines }),
      svg("path", { class: "key-grid-lines", d: lines }),
      svg("rect", { class: "key-grid-under", ...box }),
      svg("rect", { class: "key-grid-frame", ...box }),
    );
  }
}
