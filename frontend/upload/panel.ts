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

  show(files: readonly Progress[]): void {
    const { sent, size } = wholeProgress(files);
    this.element.hidden = files.length === 0 && this.#line.textContent === "";
    this.#progress.max = Math.max(1, size);
    this.#progress.value = sent;
    this.#progress.hidden = isSettled(files);
    if (files.length) this.#line.textContent = wholeSentence(files);
  }
}
