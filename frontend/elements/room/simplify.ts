import type { Touch } from "./shapes";

/** How far a kept line may lie beside the drawn one, in thousandths of the picture's width. */
const TOLERANCE = 0.4;

/** The line with fewer points, nowhere further than the tolerance beside the drawn one (Ramer, Douglas, Peucker). */
export function simplified(line: readonly Touch[], tolerance = TOLERANCE): Touch[] {
  if (line.length < 3) return [...line];
  const kept = new Uint8Array(line.length);
  kept[0] = kept[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [start, end] = span;
    const [far, distance] = furthest(line, start, end);
    if (distance <= tolerance) continue;
    kept[far] = 1;
    spans.push([start, far], [far, end]);
  }
  return line.filter((_, index) => kept[index]);
}

function furthest(line: readonly Touch[], start: number, end: number): [number, number] {
  let [far, distance] = [start, 0];
  for (let index = start + 1; index < end; index += 1) {
    const away = distanceTo(line[index] as Touch, line[start] as Touch, line[end] as Touch);
    if (away > distance) [far, distance] = [index, away];
  }
  return [far, distance];
}

function distanceTo(point: Touch, from: Touch, to: Touch): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / length : 0;
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy);
}
