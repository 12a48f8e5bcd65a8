import { expect, test } from "vitest";
import { COMMANDS, commandOf, KEYS, printed } from "../../elements/room/commands";
import { cellsAfter, boxOfCells } from "../../elements/room/grid";
import { shapeOfNumbers } from "../../elements/room/numbers";
import { fittingWords, type Side } from "../../elements/room/room-data";
import { placeOf, sentenceOf } from "../../elements/room/sentence";

const HEIGHT = 600;
const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });
const side = (width: number, height: number, label: string): Side => ({ key: label, label, name: "", small: "", large: "", tiles: "", model: "", width, height });

test.each([
  [10, 10, "upper left"],
  [500, 300, "in the center"],
  [990, 300, "middle right"],
  [500, 599, "lower center"],
])("%d, %d lies %s", (x, y, words) => expect(placeOf(x, y, HEIGHT)).toBe(words));

test("every marking says where it is and how large", () => {
  expect(sentenceOf({ kind: "rectangle", x: 0, y: 0, width: 300, height: 240 }, HEIGHT)).toBe("Rectangle, upper left, 12 % of the picture");
  expect(sentenceOf({ kind: "ellipse", x: 0, y: 0, width: 3, height: 3 }, HEIGHT)).toBe("Ellipse, upper left, less than 1 % of the picture");
  expect(sentenceOf({ kind: "pin", at: { x: 999, y: 1 } }, HEIGHT)).toBe("Pin, upper right");
  expect(sentenceOf({ kind: "arrow", from: { x: 400, y: 200 }, to: { x: 600, y: 400 } }, HEIGHT)).toBe("Arrow, in the center");
});

test("keys lead to commands, and the browser keeps its own", () => {
  expect(commandOf(press("ArrowRight"))).toBe("next");
  expect(commandOf(press("ArrowRight", { shiftKey: true }))).toBe("more");
  expect(commandOf(press("?", { shiftKey: true }))).toBe("help");
  expect(commandOf(press("+"))).toBe("zoom-in");
  expect(commandOf(press("z", { metaKey: true }))).toBe("undo");
  expect(commandOf(press("Z", { ctrlKey: true, shiftKey: true }))).toBe("redo");
  expect(commandOf(press("r", { ctrlKey: true }))).toBeUndefined();
  expect(commandOf(press("ArrowLeft", { altKey: true }))).toBe("mark-left");
  expect(commandOf(press("n", { altKey: true }))).toBeUndefined();
});

test("no key has two meanings, and each is a command that exists", () => {
  const keys = KEYS.flatMap((part) => part.bindings.flatMap((each) => each.keys));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { command } of KEYS.flatMap((part) => part.bindings)) expect(COMMANDS).toContain(command);
  expect(printed("Ctrl+Shift+z")).toEqual(["Ctrl", "Shift", "Z"]);
  expect(printed("+")).toEqual(["+"]);
});

test("arrow keys move the cells of the grid and never off the picture", () => {
  const cells = { column: 0, row: 0, columns: 2, rows: 2 };
  expect(cellsAfter(cells, "ArrowLeft", false)).toEqual(cells);
  expect(cellsAfter(cells, "ArrowRight", false)).toEqual({ ...cells, column: 1 });
  expect(cellsAfter(cells, "ArrowDown", true)).toEqual({ ...cells, rows: 3 });
  expect(cellsAfter({ ...cells, columns: 1 }, "ArrowLeft", true)?.columns).toBe(1);
  expect(cellsAfter(cells, "a", false)).toBeUndefined();
  expect(boxOfCells({ column: 6, row: 4, columns: 6, rows: 4 }, HEIGHT)).toEqual({ x: 500, y: 300, width: 500, height: 300 });
});

test("numbers mark what they say, or tell what they lack", () => {
  const box = { x: 10, y: 20, width: 30, height: 40 };
  expect(shapeOfNumbers("ellipse", box, HEIGHT)).toEqual({ kind: "ellipse", x: 100, y: 120, width: 300, height: 240 });
  expect(shapeOfNumbers("pin", { ...box, width: Number.NaN }, HEIGHT)).toEqual({ kind: "pin", at: { x: 100, y: 120 } });
  expect(shapeOfNumbers("rectangle", { ...box, width: 0 }, HEIGHT)).toContain("above 0");
  expect(shapeOfNumbers("rectangle", { ...box, x: 90 }, HEIGHT)).toContain("beyond the picture");
  expect(shapeOfNumbers("rectangle", { ...box, x: Number.NaN }, HEIGHT)).toContain("from the left");
});

test("different crops and sizes are told", () => {
  expect(fittingWords(side(6000, 4000, "Original"), side(3000, 3000, "Version 1"))).toContain("different crops");
  expect(fittingWords(side(6000, 4000, "Original"), side(3000, 2000, "Version 1"))).toContain("different sizes");
  expect(fittingWords(side(6000, 4000, "Original"), side(6000, 4000, "Version 1"))).toBe("");
});
