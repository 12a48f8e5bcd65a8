import { boundsOf, WIDTH, type Box, type Kind, type Shape } from "./shapes";

export const NAMES: Record<Kind, string> = {
  pencil: "Line",
  rectangle: "Rectangle",
  ellipse: "Ellipse",
  arrow: "Arrow",
  pin: "Pin",
  surface: "Pin",
};

const ROWS = ["upper", "middle", "lower"] as const;
const COLUMNS = ["left", "center", "right"] as const;

/** Where a point lies: "upper left", "in the center", "lower center". Each side of the picture is cut in three. */
export function placeOf(x: number, y: number, height: number): string {
  const third = (part: number) => Math.min(2, Math.max(0, Math.floor(part * 3))) as 0 | 1 | 2;
  const [row, column] = [ROWS[third(y / height)], COLUMNS[third(x / WIDTH)]];
  if (row === "middle") return column === "center" ? "in the center" : `middle ${column}`;
  return `${row} ${column}`;
}

/** What a marking says of itself, as the server says it: "Rectangle, upper left, 12 % of the picture". */
export function sentenceOf(shape: Shape, height: number): string {
  if (shape.kind === "surface") return "Pin on the surface of the model";
  const box = boundsOf(shape);
  const place = placeOf(box.x + box.width / 2, box.y + box.height / 2, height);
  const counted = shape.kind !== "pin" && shape.kind !== "arrow";
  return `${NAMES[shape.kind]}, ${place}${counted ? `, ${shareOf(box, height)} of the picture` : ""}`;
}

/** How much of the picture its box covers, in whole percent: "12 %", "less than 1 %". */
export function shareOf(box: Box, height: number): string {
  const percent = (100 * box.width * box.height) / (WIDTH * height);
  return percent < 1 ? "less than 1 %" : `${Math.round(percent)} %`;
}
