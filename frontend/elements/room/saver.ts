import { backOff } from "../../refresh";
import type { Annotation, Told } from "./annotation";
import { ask, Refusal, Unreachable } from "./remote";
import { keepUnsent, keptUnsent, type Unsent } from "./unsent";

export interface Saved {
  /** The id under which the page knew it. */
  id: string;
  annotation: Annotation;
}

export interface Listener {
  saved(saved: Saved): void;
  /** The server said no; what was drawn stays on the page as far as it can. */
  refused(id: string, refusal: Refusal): void;
  status(waiting: number, trying: boolean): void;
}

/** Tells the server what was drawn, one after the other, again and again until it has answered. */
export class Saver {
  #unsent = new Map<string, Unsent>();
  #running = false;
  #tries = 0;

  constructor(
    readonly address: string,
    private readonly listener: Listener,
  ) {}

  /** What an earlier visit could not save; it is sent now. */
  resume(): readonly Unsent[] {
    for (const each of keptUnsent(this.address)) this.#unsent.set(each.id, each);
    this.#wake();
    return [...this.#unsent.values()];
  }

  /** Something new is to be said of a marking; `revision` is undefined for a new one. */
  tell(id: string, told: Told, revision: number | undefined): void {
    const waiting = this.#unsent.get(id);
    const merged = { id, revision: waiting?.revision ?? revision, told: { ...waiting?.told, ...told }, key: crypto.randomUUID() };
    this.#unsent.set(id, merged);
    this.#remember();
    this.#wake();
  }

  /** What was not yet said of it. */
  waitingFor(id: string): Unsent | undefined {
    return this.#unsent.get(id);
  }

  get waiting(): number {
    return this.#unsent.size;
  }

  #wake(): void {
    if (!this.#running && this.#unsent.size) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let job = this.#first(); job; job = this.#first()) {
      this.listener.status(this.#unsent.size, this.#tries === 0);
      await this.#send(job).catch((error: unknown) => this.#failed(job as Unsent, error));
      if (this.#tries) await new Promise((resolve) => setTimeout(resolve, backOff(this.#tries)));
    }
    this.#running = false;
    this.listener.status(0, false);
  }

  #first(): Unsent | undefined {
    return this.#unsent.values().next().value;
  }

  async #send(job: Unsent): Promise<void> {
    const known = job.revision !== undefined;
    const annotation = known
      ? await ask<Annotation>(`${this.address}/${job.id}`, "PATCH", { ...job.told, revision: job.revision }, job.key)
      : await ask<Annotation>(this.address, "POST", withoutState(job.told), job.key);
    this.#tries = 0;
    this.#settle(job, annotation);
    this.listener.saved({ id: job.id, annotation });
  }

  /** What was said meanwhile is still to be said, of the marking as the server knows it now. */
  #settle(job: Unsent, { marking }: Annotation): void {
    const now = this.#unsent.get(job.id);
    this.#unsent.delete(job.id);
    const left = now && now !== job ? unsaid(job.told, now.told) : job.revision === undefined ? stateOf(job.told) : undefined;
    const id = String(marking.id);
    if (left) this.#unsent.set(id, { id, revision: marking.revision, told: left, key: crypto.randomUUID() });
    this.#remember();
  }

  #failed(job: Unsent, error: unknown): void {
    if (error instanceof Unreachable) {
      this.#tries += 1;
      this.listener.status(this.#unsent.size, false);
      return;
    }
    this.#tries = 0;
    this.#unsent.delete(job.id);
    this.#remember();
    this.listener.refused(job.id, error instanceof Refusal ? error : new Refusal(0, String(error)));
  }

  #remember(): void {
    keepUnsent(this.address, [...this.#unsent.values()]);
  }
}

/** What of `now` differs from what was just said. */
function unsaid(said: Told, now: Told): Told | undefined {
  const left = Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(said[name as keyof Told]));
  return left.length ? (Object.fromEntries(left) as Told) : undefined;
}

/** A new marking is drawn first and moved in state afterwards. */
const withoutState = ({ state: _state, ...told }: Told): Told => told;
const stateOf = ({ state }: Told): Told | undefined => (state ? { state } : undefined);
