import { geometryOf, shapeFrom, type Geometry } from "./geometry";
import type { Mark, MarkState } from "./marks";

/** A marking as the API tells it; see docs/developers/api.md. */
export interface Annotation {
  creator: { name: string };
  marking: {
    id: number;
    number: number;
    kind: string;
    geometry: Geometry;
    comment: string;
    color: number;
    state: MarkState | "removed";
    answer: string;
    revision: number;
    changed_by: string;
    editable: boolean;
  };
  notice?: string | null;
}

/** A marking of this page; undefined for one that was removed or cannot be drawn on a picture. */
export function markFrom({ creator, marking }: Annotation, height: number): Mark | undefined {
  const shape = shapeFrom(marking.kind, marking.geometry, height);
  if (!shape || marking.state === "removed") return undefined;
  return {
    id: String(marking.id),
    number: marking.number,
    shape,
    comment: marking.comment,
    color: marking.color,
    author: creator.name,
    state: marking.state,
    answer: marking.answer,
    editable: marking.editable,
    revision: marking.revision,
  };
}

/** What is said to the API of a marking that is new or was changed. */
export interface Told {
  kind?: string;
  geometry?: Geometry;
  comment?: string;
  color?: number;
  state?: MarkState | "removed";
  answer?: string;
  /** Of a new one: the version that was seen. */
  version?: number;
}

/** The fields of a mark as the API takes them. */
export function toldOf(fields: Partial<Pick<Mark, "shape" | "comment" | "color">>, height: number): Told {
  const { shape, ...plain } = fields;
  return shape ? { ...plain, kind: shape.kind, geometry: geometryOf(shape, height) } : plain;
}
