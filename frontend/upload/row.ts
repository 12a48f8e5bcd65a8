import { fileSentence } from "./queue";
import type { Transfer } from "./transfer";

/** What a person may ask of one file. */
export interface Wishes {
  pause(transfer: Transfer): void;
  resume(transfer: Transfer): void;
  remove(transfer: Transfer): void;
}

/** The line of one file: its name, its progress, its sentence and its buttons. */
export class Row {
  readonly element = document.createElement("li");
  readonly #progress = document.createElement("progress");
  readonly #says = document.createElement("p");
  readonly #pause: HTMLButtonElement;
  readonly #remove: HTMLButtonElement;

  constructor(readonly transfer: Transfer, wishes: Wishes) {
    const { name: called, path } = transfer.given;
    const name = Object.assign(document.createElement("span"), { className: "upload-name", title: path });
    name.append(called);
    if (path !== called) name.append(Object.assign(document.createElement("span"), { className: "upload-path", textContent: ` from ${path}` }));
    this.element.className = "upload";
    this.#says.className = "upload-says";
    this.#progress.max = Math.max(1, transfer.size);
    this.#progress.setAttribute("aria-label", called);
    const moving = () => ["waiting", "sending"].includes(transfer.state);
    this.#pause = this.#button(() => (moving() ? wishes.pause(transfer) : wishes.resume(transfer)));
    this.#remove = this.#button(() => wishes.remove(transfer));
    const buttons = Object.assign(document.createElement("div"), { className: "upload-buttons" });
    buttons.append(this.#pause, this.#remove);
    this.element.append(name, this.#progress, this.#says, buttons);
    this.show();
  }

  show(): void {
    const { state, sent, given } = this.transfer;
    this.element.dataset.state = state;
    this.#progress.value = sent;
    this.#says.textContent = fileSentence(this.transfer);
    const verb = { waiting: "Pause", sending: "Pause", paused: "Resume", failed: "Try again", done: "", refused: "" }[state];
    this.#pause.hidden = verb === "";
    this.#label(this.#pause, verb, given.name);
    this.#remove.hidden = state === "done";
    this.#label(this.#remove, "Remove", given.name);
  }

  #button(press: () => void): HTMLButtonElement {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.className = "button button-quiet button-small";
    button.addEventListener("click", press);
    return button;
  }

  #label(button: HTMLButtonElement, verb: string, name: string): void {
    if (button.textContent === verb) return;
    button.textContent = verb;
    button.setAttribute("aria-label", `${verb} ${name}`);
  }
}
