/** Something that was done and can be taken back. Both may take a while, because the server is told. */
export interface Step {
  name: string;
  undo(): Promise<void> | void;
  redo(): Promise<void> | void;
}

const MOST = 200;

/** What can be undone and redone, the newest last. */
export class History {
  #done: Step[] = [];
  #undone: Step[] = [];
  #turn: Promise<void> = Promise.resolve();

  /** Remembers a step that has just been done. */
  add(step: Step): void {
    this.#done = [...this.#done, step].slice(-MOST);
    this.#undone = [];
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Takes the last step back; returns its name, or nothing. */
  async undo(): Promise<string | undefined> {
    const step = this.#done.pop();
    if (!step) return undefined;
    this.#undone.push(step);
    await this.#next(() => step.undo());
    return step.name;
  }

  /** Does the last undone step again; returns its name, or nothing. */
  async redo(): Promise<string | undefined> {
    const step = this.#undone.pop();
    if (!step) return undefined;
    this.#done.push(step);
    await this.#next(() => step.redo());
    return step.name;
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }

  /** One after the other, however fast the keys are pressed. */
  #next(work: () => Promise<void> | void): Promise<void> {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }
}
