/** The shapes of the marker. Lengths are in thousandths of the picture's width, both ways, from its upper left. */

export const WIDTH = 1000;

export interface Point {
  x: number;
  y: number;
}

/** A point of the pencil's line; `pressure` from 0 to 1, half where a device knows none. */
export interface Touch extends Point {
  pressure: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Shape =
  | ({ kind: "rectangle" } & Box)
  | ({ kind: "ellipse" } & Box)
  | { kind: "arrow"; from: Point; to: Point }
  | { kind: "pin"; at: Point }
  | { kind: "pencil"; line: Touch[] }
  /** A pin on a 3D model, in the model's own units. */
  | { kind: "surface"; position: number[]; normal: number[] };

export type Kind = Shape["kind"];

/** The picture's height in the same unit. */
export const heightOf = (size: { width: number; height: number }) => (WIDTH * size.height) / size.width;

/** The smallest upright box around some points. */
export function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: -least(xs.map((each) => -each)) - x, height: -least(ys.map((each) => -each)) - y };
}

/** The upright box around a shape. */
export function boundsOf(shape: Shape): Box {
  if (shape.kind === "arrow") return boxAround([shape.from, shape.to]);
  if (shape.kind === "pin") return { ...shape.at, width: 0, height: 0 };
  if (shape.kind === "pencil") return boxAround(shape.line);
  if (shape.kind === "surface") return { x: 0, y: 0, width: 0, height: 0 };
  return { x: shape.x, y: shape.y, width: shape.width, height: shape.height };
}

/** The shape moved by `by`. */
export function moved(shape: Shape, by: Point): Shape {
  const shift = <P extends Point>(point: P): P => ({ ...point, x: point.x + by.x, y: point.y + by.y });
  if (shape.kind === "arrow") return { ...shape, from: shift(shape.from), to: shift(shape.to) };
  if (shape.kind === "pin") return { ...shape, at: shift(shape.at) };
  if (shape.kind === "pencil") return { ...shape, line: shape.line.map(shift) };
  if (shape.kind === "surface") return shape;
  return shift(shape);
}

/** The shape moved as far as it stays on the picture of this height. */
export function movedWithin(shape: Shape, by: Point, height: number): Shape {
  const box = boundsOf(shape);
  const keep = (start: number, length: number, shift: number, end: number) =>
    Math.max(-start, Math.min(end - start - length, shift));
  return moved(shape, { x: keep(box.x, box.width, by.x, WIDTH), y: keep(box.y, box.height, by.y, height) });
}

/** A point brought onto the picture. */
export const onPicture = <P extends Point>(point: P, height: number): P => ({
  ...point,
  x: Math.min(WIDTH, Math.max(0, point.x)),
  y: Math.min(height, Math.max(0, point.y)),
});

// Math.min(...thousands of numbers) would overflow the stack of some browsers.
const least = (numbers: readonly number[]) => numbers.reduce((small, each) => Math.min(small, each), Infinity);
