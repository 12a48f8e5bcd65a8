import { markFrom, toldOf, type Annotation } from "./annotation";
import { History } from "./history";
import { Marks, type Mark, type MarkState } from "./marks";
import { Polling } from "./polling";
import { Refusal, type Listing } from "./remote";
import { Saver } from "./saver";
import { movedWithin, type Point, type Shape } from "./shapes";

export interface Reporter {
  /** A sentence for the reader; `wrong` for what needs them. */
  say(sentence: string, wrong?: boolean): void;
  status(waiting: number, trying: boolean): void;
}

type Fields = Partial<Pick<Mark, "shape" | "comment" | "color">>;

/** What is done to the markings of the picture that is shown: kept on the page, told to the server, undone. */
export class Desk {
  readonly marks = new Marks();
  readonly history = new History();
  #saver: Saver | undefined;
  #polling = new Polling((listing, whole) => this.#heard(listing, whole));
  #height = 0;
  #seen = 0;

  constructor(private readonly reporter: Reporter) {}

  /** The picture's height in thousandths of its width. */
  get height(): number {
    return this.#height;
  }

  /** Another picture: what is drawn on it is read, and what an earlier visit could not save is saved. */
  async open(address: string, height: number, seen: { key: string; newest: boolean }): Promise<void> {
    this.#height = height;
    this.#seen = Number(seen.key) || 0;
    this.history.clear();
    this.marks.replaceAll([]);
    this.#saver = new Saver(address, {
      saved: ({ id, annotation }) => this.#saved(address, id, annotation),
      refused: (id, refusal) => this.#refused(address, id, refusal),
      status: (waiting, trying) => this.reporter.status(waiting, trying),
    });
    if (address) await this.#polling.watch(address, seen.newest ? "" : seen.key);
    else this.#polling.stop();
    if (address && this.#saver.address === address) this.#restore();
  }

  draw(shape: Shape, color: number, comment = ""): Mark {
    const mark: Mark = {
      id: `new-${crypto.randomUUID()}`, number: this.marks.nextNumber, shape, comment, color,
      author: "", state: "draft", answer: "", editable: true, revision: 0,
    };
    this.marks.add(mark);
    this.marks.select(mark.id);
    this.#saver?.tell(mark.id, { ...toldOf({ shape, color, comment }, this.#height), version: this.#seen }, undefined);
    this.#remember("drawing", mark, (now) => this.#setState(now, "removed"), (now) => this.#setState(now, "draft"));
    return mark;
  }

  change(mark: Mark, fields: Fields, name: string): void {
    const before: Fields = Object.fromEntries(Object.keys(fields).map((key) => [key, mark[key as keyof Fields]]));
    this.#write(mark, fields);
    this.#remember(name, mark, (now) => this.#write(now, before), (now) => this.#write(now, fields));
  }

  move(mark: Mark, by: Point): void {
    this.change(mark, { shape: movedWithin(mark.shape, by, this.#height) }, "moving");
  }

  remove(mark: Mark): void {
    this.#setState(mark, "removed");
    this.#remember("deleting", mark, (now) => this.#setState(now, mark.state), (now) => this.#setState(now, "removed"));
  }

  /** The artist's tick, or the customer's: fixed, cannot with a reason, settled, reopened. */
  answer(mark: Mark, state: MarkState, words: string): void {
    this.marks.change(mark.id, { state, answer: words });
    this.#saver?.tell(mark.id, { state, answer: words }, mark.revision);
  }

  get waiting(): number {
    return this.#saver?.waiting ?? 0;
  }

  #write(mark: Mark, fields: Fields): void {
    this.marks.change(mark.id, fields);
    this.#saver?.tell(mark.id, toldOf(fields, this.#height), this.#revisionOf(mark));
  }

  #setState(mark: Mark, state: MarkState | "removed"): void {
    if (state === "removed") this.marks.remove(mark.id);
    else if (!this.marks.of(mark.id)) this.marks.add({ ...mark, state });
    this.#saver?.tell(mark.id, { state }, this.#revisionOf(mark));
  }

  #revisionOf = (mark: Mark) => (mark.id.startsWith("new-") ? undefined : mark.revision);

  #names = new Map<string, string>();
  #last = new Map<string, Mark>();

  /** Steps outlive the page's own ids: they ask for the marking by the name it has when they are taken. */
  #remember(name: string, mark: Mark, undo: (now: Mark) => void, redo: (now: Mark) => void): void {
    this.#last.set(mark.id, this.marks.of(mark.id) ?? mark);
    const now = (): Mark => {
      const id = this.#names.get(mark.id) ?? mark.id;
      return this.marks.of(id) ?? { ...(this.#last.get(id) ?? mark), id };
    };
    this.history.add({ name, undo: () => undo(now()), redo: () => redo(now()) });
  }

  #saved(address: string, id: string, { marking, notice }: Annotation): void {
    if (this.#saver?.address !== address) return;
    const known = String(marking.id);
    this.#names.set(id, known);
    const mark = this.marks.of(id);
    const { number, revision, editable } = marking;
    if (mark) this.marks.change(id, { id: known, number, revision, editable });
    this.#last.set(known, { ...(mark ?? (this.#last.get(id) as Mark)), id: known, number, revision, editable });
    if (notice) this.reporter.say(notice);
  }

  #refused(address: string, id: string, refusal: Refusal): void {
    this.reporter.say(refusal.sentence, true);
    if (this.#saver?.address !== address) return;
    const current = refusal.current && markFrom(refusal.current, this.#height);
    if (current) this.marks.change(id, current);
  }

  #restore(): void {
    for (const { id, told, revision } of this.#saver?.resume() ?? []) {
      if (revision !== undefined || !told.kind || !told.geometry) continue;
      const marking = { id: 0, number: this.marks.nextNumber, comment: "", color: 0, answer: "", revision: 0,
        changed_by: "", ...told, state: "draft" as const, editable: true, kind: told.kind, geometry: told.geometry };
      const mark = markFrom({ creator: { name: "" }, marking }, this.#height);
      if (mark) this.marks.add({ ...mark, id });
    }
  }

  /** What the server says, save what is just being said to it. */
  #heard({ items }: Listing, whole: boolean): void {
    if (!whole && !items.length) return;
    const theirs = new Map(items.map((each) => [String(each.marking.id), each]));
    const kept = this.marks.all.filter((mark) => !theirs.has(mark.id) && (!whole || mark.id.startsWith("new-")));
    const told = [...theirs].map(([id, each]) => this.#mine(id) ?? markFrom(each, this.#height));
    const all = [...kept, ...told.filter((mark) => mark !== undefined)].sort((one, other) => one.number - other.number);
    if (JSON.stringify(all) !== JSON.stringify(this.marks.all)) this.marks.replaceAll(all.map((mark) => this.#same(mark)));
  }

  #mine(id: string): Mark | undefined {
    const waiting = this.#saver?.waitingFor(id);
    return waiting && this.marks.of(id);
  }

  /** The very object that is shown already, where nothing has changed, or its shape: so it is not drawn again. */
  #same(mark: Mark): Mark {
    const shown = this.marks.of(mark.id);
    if (!shown || JSON.stringify(shown.shape) !== JSON.stringify(mark.shape)) return mark;
    return JSON.stringify(shown) === JSON.stringify(mark) ? shown : { ...mark, shape: shown.shape };
  }
}
