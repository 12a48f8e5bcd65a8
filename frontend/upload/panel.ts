import { isSettled, type Progress, wholeAmount, wholeProgress, wholeSentence } from "./queue";

/** The list of rows below the drop area, with the progress of all files above it. */
export class Panel {
  readonly element = document.createElement("div");
  readonly list = document.createElement("ul");
  readonly #line = document.createElement("p");
  readonly #amount = document.createElement("p");
  readonly #progress = document.createElement("progress");
  readonly #pause = wholeButton("Pause all");
  readonly #resume = wholeButton("Resume all");

  /** `pauseAll` and `resumeAll` are what the two buttons do. */
  constructor(pauseAll: () => void, resumeAll: () => void) {
    this.element.className = "upload-whole";
    this.element.hidden = true;
    this.list.className = "uploads";
    this.#line.setAttribute("role", "status");
    this.#progress.setAttribute("aria-label", "All files");
    this.#amount.className = "upload-says";
    this.#pause.addEventListener("click", pauseAll);
    this.#resume.addEventListener("click", resumeAll);
    const head = Object.assign(document.createElement("div"), { className: "upload-whole-line" });
    const buttons = Object.assign(document.createElement("div"), { className: "upload-buttons" });
    buttons.append(this.#pause, this.#resume);
    head.append(this.#line, buttons);
    // Only what arrived is read out: the amount changes many times a second.
    this.element.append(head, this.#progress, this.#amount, this.list);
  }

  /** `earlier` counts the files that arrived and now stand in the page itself. */
  show(files: readonly Progress[], earlier: number): void {
    const { sent, size } = wholeProgress(files);
    this.element.hidden = files.length + earlier === 0;
    this.#progress.max = Math.max(1, size);
    this.#progress.value = sent;
    this.#progress.hidden = isSettled(files);
    this.#amount.textContent = wholeAmount(files);
    this.#pause.hidden = isSettled(files);
    this.#resume.hidden = !files.some(({ state }) => state === "paused" || state === "failed");
    const sentence = wholeSentence(files, earlier);
    if (this.#line.textContent !== sentence) this.#line.textContent = sentence;
  }
}

function wholeButton(words: string): HTMLButtonElement {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: words });
  button.className = "button button-quiet button-small";
  return button;
}
