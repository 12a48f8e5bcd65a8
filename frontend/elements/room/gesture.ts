import type { Table } from "./drawing";

interface Finger {
  x: number;
  y: number;
}

/** Two fingers on the layer move and enlarge the picture while a tool is in hand. */
export class Gesture {
  #fingers = new Map<number, Finger>();

  constructor(private readonly table: Pick<Table, "zoomBy" | "panBy" | "layer">) {}

  /** True when this finger is the second one: then it is no drawing. */
  down(event: PointerEvent): boolean {
    this.#fingers.set(event.pointerId, this.#at(event));
    return this.#fingers.size > 1;
  }

  /** True while two fingers move the picture. */
  move(event: PointerEvent): boolean {
    const before = this.#fingers.get(event.pointerId);
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!before) return false;
    const now = this.#at(event);
    this.#fingers.set(event.pointerId, now);
    if (!other) return false;
    const factor = distance(now, other) / (distance(before, other) || 1);
    this.table.panBy((before.x - now.x) / 2, (before.y - now.y) / 2);
    this.table.zoomBy(factor, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    return true;
  }

  up(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
  }

  #at(event: PointerEvent): Finger {
    const box = this.table.layer.box;
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}

const distance = (one: Finger, other: Finger) => Math.hypot(one.x - other.x, one.y - other.y);
