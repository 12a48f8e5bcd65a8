import { inkOf } from "./palette";
import type { Desk } from "./desk";
import type { Mark, MarkState } from "./marks";
import { sentenceOf } from "./sentence";

const STATES: Record<MarkState, string> = {
  draft: "Draft",
  sent: "To be done",
  fixed: "Fixed",
  cannot: "Cannot be done",
  reopened: "Not right yet",
  settled: "Settled",
};
const PAUSE = 600;

/** The list beside the picture: every marking with its sentence, its comment, and what can be done to it. */
export class MarkList {
  #rows = new Map<string, HTMLElement>();
  /** What each row shows, so that of hundreds only those are filled again whose marking has changed. */
  #filled = new WeakMap<HTMLElement, Mark>();
  #chosen: HTMLElement | undefined;

  constructor(
    private readonly list: HTMLElement,
    private readonly desk: Desk,
    /** The reader answers markings: an artist, or staff. */
    private readonly answers: () => boolean,
    private readonly me: () => string,
  ) {
    desk.marks.addEventListener("renamed", (event) => this.#rename((event as CustomEvent<{ from: string; to: string }>).detail));
    desk.marks.addEventListener("changed", () => this.render());
    desk.marks.addEventListener("selected", () => this.#showSelected()?.scrollIntoView({ block: "nearest" }));
  }

  render(): void {
    const marks = this.desk.marks.all;
    const present = new Set(marks.map((mark) => mark.id));
    for (const id of [...this.#rows.keys()]) if (!present.has(id)) this.#forget(id);
    for (const [place, mark] of marks.entries()) {
      const row = this.#rowOf(mark);
      if (this.#filled.get(row) !== mark) this.#fill(row, mark);
      this.#filled.set(row, mark);
      const here = this.list.children[place] ?? null;
      if (row !== here) this.list.insertBefore(row, here);
    }
    this.#showSelected();
  }

  /** Puts the cursor into the comment of a marking. */
  edit(mark: Mark): void {
    this.#rows.get(mark.id)?.querySelector("textarea")?.focus();
  }

  #rowOf(mark: Mark): HTMLElement {
    const row = this.#rows.get(mark.id) ?? this.#build();
    this.#rows.set(mark.id, row);
    row.dataset["mark"] = mark.id;
    return row;
  }

  /** A marking that has just got its id from the server keeps its row, with the focus and the words in it. */
  #rename({ from, to }: { from: string; to: string }): void {
    const row = this.#rows.get(from);
    if (!row) return;
    this.#rows.delete(from);
    this.#rows.set(to, row);
  }

  #build(): HTMLElement {
    const template = document.querySelector<HTMLTemplateElement>("#mark-row");
    const row = (template?.content.firstElementChild?.cloneNode(true) ?? document.createElement("li")) as HTMLElement;
    const mark = () => this.desk.marks.of(row.dataset["mark"] ?? "");
    const act = (work: (mark: Mark) => void) => () => ((found) => found && work(found))(mark());
    row.addEventListener("focusin", act((found) => this.desk.marks.select(found.id)));
    row.addEventListener("click", act((found) => this.desk.marks.select(found.id)));
    this.#listenToWords(row, mark);
    this.#on(row, "delete", act((found) => this.desk.remove(found)));
    for (const button of row.querySelectorAll<HTMLElement>("[data-state]")) button.addEventListener("click", act((found) => this.#answer(row, button, found)));
    return row;
  }

  #listenToWords(row: HTMLElement, mark: () => Mark | undefined): void {
    const area = row.querySelector<HTMLTextAreaElement>("textarea[data-comment]");
    let timer = 0;
    const save = () => {
      window.clearTimeout(timer);
      const found = mark();
      if (found && area && area.value.trim() !== found.comment) this.desk.change(found, { comment: area.value.trim() }, "comment");
    };
    area?.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(save, PAUSE);
    });
    area?.addEventListener("change", save);
    // What somebody else wrote meanwhile was kept out of the field while one wrote in it.
    area?.addEventListener("blur", () => (area.value = mark()?.comment ?? area.value));
  }

  #on(row: HTMLElement, name: string, work: () => void): void {
    row.querySelector(`[data-row="${name}"]`)?.addEventListener("click", work);
  }

  /** A tick is taken back by a second press; what needs a reason has a field beside its button. */
  #answer(row: HTMLElement, button: HTMLElement, mark: Mark): void {
    const { state, back } = button.dataset as { state: MarkState; back?: MarkState };
    const words = button.parentElement?.querySelector<HTMLInputElement>("[data-reason]")?.value.trim() ?? "";
    this.desk.answer(mark, mark.state === state && back ? back : state, words);
    row.querySelector("details")?.removeAttribute("open");
  }

  #fill(row: HTMLElement, mark: Mark): void {
    row.dataset["state"] = mark.state;
    const ink = inkOf(mark.color);
    row.style.setProperty("--ink-color", ink.color);
    const words = sentenceOf(mark.shape, this.desk.height);
    this.#text(row, "number", String(mark.number));
    this.#text(row, "sentence", words);
    const author = mark.author === this.me() ? "" : mark.author;
    this.#text(row, "author", [author, mark.state === "draft" ? "" : STATES[mark.state]].filter(Boolean).join(" · "));
    this.#text(row, "comment", mark.comment || "No comment.");
    this.#text(row, "answer", mark.answer);
    this.#show(row, ".mark-edit", mark.editable);
    this.#show(row, ".mark-read", !mark.editable);
    this.#show(row, ".mark-answer", mark.state !== "draft" && (mark.state !== "settled" || !this.answers()));
    const area = row.querySelector<HTMLTextAreaElement>("textarea[data-comment]");
    if (area && area !== document.activeElement) area.value = mark.comment;
    area?.setAttribute("aria-label", `What is wrong at ${mark.number}: ${words}`);
    for (const button of row.querySelectorAll<HTMLElement>("[data-state][aria-pressed]"))
      button.setAttribute("aria-pressed", String(mark.state === button.dataset["state"]));
  }

  #text(row: HTMLElement, name: string, words: string): void {
    const place = row.querySelector<HTMLElement>(`[data-text="${name}"]`);
    if (!place) return;
    if (place.textContent !== words) place.textContent = words;
    place.hidden = !words;
  }

  #show(row: HTMLElement, selector: string, shown: boolean): void {
    const part = row.querySelector<HTMLElement>(selector);
    if (part) part.hidden = !shown;
  }

  #forget(id: string): void {
    this.#rows.get(id)?.remove();
    this.#rows.delete(id);
  }

  #showSelected(): HTMLElement | undefined {
    const row = this.#rows.get(this.desk.marks.selected?.id ?? "");
    if (row !== this.#chosen) this.#chosen?.removeAttribute("data-selected");
    row?.setAttribute("data-selected", "");
    this.#chosen = row;
    return row;
  }
}
