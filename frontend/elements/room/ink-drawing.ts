import type { Ink } from "./palette";
import { arrowPath, outlineOf } from "./stroke";
import { boundsOf, type Point, type Shape } from "./shapes";

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with these attributes. */
export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number> = {},
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** A shape in ink: an outline that sets it off from any picture, the line itself, and a wide unseen one to catch hold of. */
export function inked(shape: Shape, ink: Ink): SVGGElement {
  const group = svg("g", { class: `mark mark-${shape.kind}` });
  if (shape.kind === "pin" || shape.kind === "surface") return group;
  const solid = shape.kind === "pencil";
  for (const part of ["catch", "outline", "line"] as const) {
    const element = lineOf(shape);
    element.setAttribute("class", `mark-${part}`);
    if (part === "outline") element.setAttribute("stroke", ink.outline);
    if (part === "line") element.setAttribute(solid ? "fill" : "stroke", ink.color);
    group.append(element);
  }
  return group;
}

/** The badge with a marking's number, as large on the screen however near one looks. */
export function badge(number: number, ink: Ink, pin: boolean): SVGGElement {
  const group = svg("g", { class: pin ? "mark-badge mark-badge-pin" : "mark-badge" });
  if (pin) group.append(svg("path", { d: "M0 0L-7 -11A13 13 0 1 1 7 -11Z", fill: ink.color, stroke: ink.outline }));
  else group.append(svg("circle", { r: 11, fill: ink.color, stroke: ink.outline }));
  const text = svg("text", { y: pin ? -17.5 : 4.5, fill: ink.outline });
  text.textContent = String(number);
  group.append(text);
  return group;
}

/** Where the badge sits: on the pin, at the beginning of a line, at the upper left of an area. */
export function badgePoint(shape: Shape): Point {
  if (shape.kind === "pin") return shape.at;
  if (shape.kind === "arrow") return shape.from;
  if (shape.kind === "pencil") return shape.line[0] ?? { x: 0, y: 0 };
  const { x, y, width } = boundsOf(shape);
  return shape.kind === "ellipse" ? { x: x + width / 2, y } : { x, y };
}

function lineOf(shape: Exclude<Shape, { kind: "pin" | "surface" }>): SVGElement {
  if (shape.kind === "arrow") return svg("path", { d: arrowPath(shape.from, shape.to) });
  if (shape.kind === "pencil") return svg("path", { d: outlineOf(shape.line) });
  const { x, y, width, height } = shape;
  if (shape.kind === "rectangle") return svg("rect", { x, y, width, height });
  return svg("ellipse", { cx: x + width / 2, cy: y + height / 2, rx: width / 2, ry: height / 2 });
}
