import { expect, test } from "vitest";
import { geometryOf, shapeFrom } from "../../elements/room/geometry";
import { boxBetween, shapeOf } from "../../elements/room/pen";
import { boundsOf, heightOf, movedWithin, onPicture, type Shape } from "../../elements/room/shapes";
import { simplified } from "../../elements/room/simplify";

const HEIGHT = heightOf({ width: 6000, height: 4000 });
const SHAPES: Shape[] = [
  { kind: "rectangle", x: 100, y: 66.666, width: 300, height: 200 },
  { kind: "ellipse", x: 100, y: 66.666, width: 300, height: 200 },
  { kind: "pin", at: { x: 250, y: 333.333 } },
  { kind: "arrow", from: { x: 10, y: 20 }, to: { x: 500, y: 333.333 } },
  { kind: "pencil", line: [{ x: 10, y: 20, pressure: 0.5 }, { x: 40, y: 33.333, pressure: 0.8 }] },
];

test.each(SHAPES)("a $kind goes to the server and comes back as it was", (shape) => {
  const back = shapeFrom(shape.kind, geometryOf(shape, HEIGHT), HEIGHT);
  const [before, after] = [boundsOf(shape), boundsOf(back as Shape)];
  expect(back?.kind).toBe(shape.kind);
  for (const side of ["x", "y", "width", "height"] as const) expect(after[side]).toBeCloseTo(before[side], 1);
});

test("the server is told percent of the picture, whatever its proportions", () => {
  const told = geometryOf({ kind: "rectangle", x: 500, y: HEIGHT / 2, width: 250, height: HEIGHT / 4 }, HEIGHT);
  expect(told).toEqual({ x: 50, y: 50, width: 25, height: 25 });
});

test("what this page cannot draw is left out", () => {
  expect(shapeFrom("spiral", { points: [] }, HEIGHT)).toBeUndefined();
  expect(shapeFrom("pencil", { points: [] }, HEIGHT)).toBeUndefined();
});

test("a pin on a model keeps its place in the model's own units", () => {
  const told = { position: [0.1, 0.2, 0.3], normal: [0, 1, 0] };
  const shape = shapeFrom("surface", told, HEIGHT) as Shape;
  expect(geometryOf(shape, HEIGHT)).toEqual(told);
});

test("a shape is moved no further than the picture's edge", () => {
  const moved = movedWithin(SHAPES[0] as Shape, { x: 5000, y: -5000 }, HEIGHT);
  expect(boundsOf(moved)).toEqual({ x: 700, y: 0, width: 300, height: 200 });
});

test("points outside are brought onto the picture", () => {
  expect(onPicture({ x: -5, y: 900 }, HEIGHT)).toEqual({ x: 0, y: HEIGHT });
});

test("a box lies between its corners, whichever was first", () => {
  expect(boxBetween({ x: 30, y: 40 }, { x: 10, y: 70 })).toEqual({ x: 10, y: 40, width: 20, height: 30 });
});

test("a slip of the hand marks nothing, a pin needs no size", () => {
  const here = { x: 10, y: 10, pressure: 0.5 };
  for (const kind of ["rectangle", "ellipse", "arrow", "pencil"] as const) expect(shapeOf(kind, here, here, [here, here])).toBeUndefined();
  expect(shapeOf("pin", here, here, [here])).toEqual({ kind: "pin", at: { x: 10, y: 10 } });
});

test("a line is kept with fewer points and nowhere far beside the drawn one", () => {
  const line = Array.from({ length: 2000 }, (_, n) => ({ x: n / 2, y: 100 + 50 * Math.sin(n / 100), pressure: 0.5 }));
  const kept = simplified(line);
  expect(kept.length).toBeLessThan(200);
  expect(kept[0]).toBe(line[0]);
  expect(kept.at(-1)).toBe(line.at(-1));
  for (const point of line) expect(Math.min(...kept.map((each) => Math.hypot(each.x - point.x, (each.y - point.y))))).toBeLessThan(30);
});
