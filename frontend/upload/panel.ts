import { isSettled, type Progress, wholeProgress, wholeSentence } from "./queue";

/** The list of rows below the drop area, with the progress of all files above it. */
export class Panel {
  readonly element = document.createElement("div");
  readonly list = document.createElement("ul");
  readonly #line = document.createElement("p");
  readonly #progress = document.createElement("progress");

  constructor() {
    this.element.className = "upload-whole";
    this.element.hidden = true;
    this.list.className = "uploads";
    this.#line.setAttribute("role", "status");
    this.#progress.setAttribute("aria-label", "All files");
    this.element.append(this.#line, this.#progress, this.list);
  }

  /** `earlier` counts the files that arrived and now stand in the page itself. */
  show(files: readonly Progress[], earlier: number): void {
    const { sent, size } = wholeProgress(files);
    this.element.hidden = files.length + earlier === 0;
    this.#progress.max = Math.max(1, size);
    this.#progress.value = sent;
    this.#progress.hidden = isSettled(files);
    const sentence = wholeSentence(files, earlier);
    if (this.#line.textContent !== sentence) this.#line.textContent = sentence;
  }
}
