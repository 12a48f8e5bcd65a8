import { WIDTH, type Box, type Kind, type Point, type Shape, type Touch } from "./shapes";

/** A shape as the server keeps it: percent of the picture's width and height, measured from its upper left. */
export type Geometry = Partial<Box> & { points?: number[][]; position?: number[]; normal?: number[] };

const MIDDLE = 0.5;
/** Thousandths of a percent are a tenth of a pixel in a picture 10,000 pixels wide. */
const short = (value: number) => Math.round(value * 1000) / 1000;

/** What the server is told of a shape. `height` is the picture's, in thousandths of its width. */
export function geometryOf(shape: Shape, height: number): Geometry {
  const x = (value: number) => short((value / WIDTH) * 100);
  const y = (value: number) => short((value / height) * 100);
  const pair = (point: Point) => [x(point.x), y(point.y)];
  if (shape.kind === "surface") return { position: shape.position, normal: shape.normal };
  if (shape.kind === "pin") return { x: x(shape.at.x), y: y(shape.at.y) };
  if (shape.kind === "arrow") return { points: [pair(shape.from), pair(shape.to)] };
  if (shape.kind === "pencil") return { points: shape.line.map((touch) => [...pair(touch), short(touch.pressure)]) };
  return { x: x(shape.x), y: y(shape.y), width: x(shape.width), height: y(shape.height) };
}

/** The shape of what the server says; undefined for one that this page does not know. */
export function shapeFrom(kind: string, told: Geometry, height: number): Shape | undefined {
  const scaled = (box: Geometry): Box => ({
    x: ((box.x ?? 0) / 100) * WIDTH,
    y: ((box.y ?? 0) / 100) * height,
    width: ((box.width ?? 0) / 100) * WIDTH,
    height: ((box.height ?? 0) / 100) * height,
  });
  const line = (told.points ?? []).map(([x, y, pressure]): Touch => ({ ...point(scaled({ x: x ?? 0, y: y ?? 0 })), pressure: pressure ?? MIDDLE }));
  const [from, to] = [line[0], line.at(-1)];
  switch (kind as Kind) {
    case "rectangle":
    case "ellipse":
      return { kind: kind as "rectangle" | "ellipse", ...scaled(told) };
    case "pin":
      return { kind: "pin", at: point(scaled(told)) };
    case "arrow":
      return from && to && { kind: "arrow", from: point(from), to: point(to) };
    case "pencil":
      return from && { kind: "pencil", line };
    case "surface":
      return told.position && told.normal && { kind: "surface", position: told.position, normal: told.normal };
    default:
      return undefined;
  }
}

const point = ({ x, y }: Point): Point => ({ x, y });
