import { getStroke } from "perfect-freehand";
import type { Point, Touch } from "./shapes";

/** Thickness of the pencil, in thousandths of the picture's width. */
export const PENCIL = 7;

/** The outline of a pencil line as an SVG path. A pen's pressure makes it thicker; a mouse draws it even. */
export function outlineOf(line: readonly Touch[], size = PENCIL, last = true): string {
  const pressed = line.some((touch) => touch.pressure !== 0.5);
  const options = { size, thinning: pressed ? 0.5 : 0, smoothing: 0.6, streamline: 0.35, simulatePressure: false, last };
  return smoothPath(getStroke(line as Touch[], options));
}

/** A closed path through the middles between the points, curved at each of them. */
export function smoothPath(points: readonly number[][]): string {
  if (points.length < 3) return "";
  const parts = points.map((point, index) => {
    const next = points[(index + 1) % points.length] as number[];
    const middle = [((point[0] ?? 0) + (next[0] ?? 0)) / 2, ((point[1] ?? 0) + (next[1] ?? 0)) / 2];
    return `${short(point[0])} ${short(point[1])} ${short(middle[0])} ${short(middle[1])}`;
  });
  const first = points[0] as number[];
  return `M${short(first[0])} ${short(first[1])}Q${parts.join(" ")}Z`;
}

/** The line of an arrow with its head, `size` thick. */
export function arrowPath(from: Point, to: Point, size = PENCIL): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const head = size * 4;
  const wing = (turn: number) =>
    `${short(to.x - head * Math.cos(angle + turn))} ${short(to.y - head * Math.sin(angle + turn))}`;
  return `M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}M${wing(0.45)}L${short(to.x)} ${short(to.y)}L${wing(-0.45)}`;
}

const short = (value: number | undefined) => Math.round((value ?? 0) * 10) / 10;
