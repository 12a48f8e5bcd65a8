import type { Shape } from "./shapes";

export type MarkState = "draft" | "sent" | "fixed" | "cannot" | "reopened" | "settled";

/** One marking as the room knows it. */
export interface Mark {
  /** The server's id, or one of our own until it has answered. */
  id: string;
  /** The number it wears; counts within the picture, never given twice. */
  number: number;
  shape: Shape;
  comment: string;
  /** Its place in the list of inks. */
  color: number;
  author: string;
  state: MarkState;
  /** What the studio said of it. */
  answer: string;
  /** The reader may move, change and delete it now. */
  editable: boolean;
  /** Counts the changes; told with each of ours, so that nobody writes over what somebody else wrote meanwhile. */
  revision: number;
}

/** The markings of the picture that is shown. Everything that draws them listens here. */
export class Marks extends EventTarget {
  #marks: Mark[] = [];
  #selected = "";

  get all(): readonly Mark[] {
    return this.#marks;
  }

  get selected(): Mark | undefined {
    return this.of(this.#selected);
  }

  /** What the next one will be called until the server says so. */
  get nextNumber(): number {
    return 1 + this.#marks.reduce((most, mark) => Math.max(most, mark.number), 0);
  }

  of(id: string): Mark | undefined {
    return this.#marks.find((mark) => mark.id === id);
  }

  select(id: string): void {
    if (this.#selected === id) return;
    this.#selected = id;
    this.#tell("selected");
  }

  replaceAll(marks: readonly Mark[]): void {
    this.#marks = [...marks];
    this.#tell("changed");
  }

  add(mark: Mark): void {
    this.#marks = [...this.#marks, mark];
    this.#tell("changed");
  }

  /** Changes some fields of one; nothing happens when it is gone. */
  change(id: string, fields: Partial<Mark>): void {
    if (fields.id && fields.id !== id) this.#rename(id, fields.id);
    this.#marks = this.#marks.map((mark) => (mark.id === id ? { ...mark, ...fields } : mark));
    this.#tell("changed");
  }

  remove(id: string): void {
    this.#marks = this.#marks.filter((mark) => mark.id !== id);
    if (this.#selected === id) this.#selected = "";
    this.#tell("changed");
  }

  /** The server has given it another id than the page did; whatever goes by the old one is told. */
  #rename(from: string, to: string): void {
    if (this.#selected === from) this.#selected = to;
    this.dispatchEvent(new CustomEvent("renamed", { detail: { from, to } }));
  }

  #tell(what: "changed" | "selected"): void {
    this.dispatchEvent(new Event(what));
  }
}
