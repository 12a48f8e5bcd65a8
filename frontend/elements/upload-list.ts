import { refreshRegion } from "../refresh";
import { acceptFiles } from "../upload/drop-area";
import type { Found } from "../upload/dropped";
import { type Lent, lend, type Pending, pendingFor, remember, settled } from "../upload/lent";
import { type Limits, limitsOf, objection } from "../upload/limits";
import { distinctNames } from "../upload/names";
import { Panel } from "../upload/panel";
import { isSettled, startable } from "../upload/queue";
import { Row, type Wishes } from "../upload/row";
import { type Given, type Goal, Transfer } from "../upload/transfer";
import { unfinishedFor } from "../upload/unfinished";
import { UnfinishedPanel } from "../upload/unfinished-panel";

/**
 * Sends files and whole folders to `endpoint` for `target`, three at once, resumable (tus 1.0.0).
 *
 * What `largest`, `endings` and `room` rule out is said before a byte is sent. Dispatches `upload-finished` for each file
 * that arrived and `uploads-settled` when nothing moves any more; then the element named by `refresh` is swapped for
 * what the server shows now. Without script the form inside is sent.
 */
export class UploadList extends HTMLElement {
  #rows: Row[] = [];
  #arrived = 0;
  #earlier = 0;
  #unfinished = new UnfinishedPanel();
  #panel = new Panel(() => this.#pauseAll(), () => this.#resumeAll());
  #wishes: Wishes = {
    pause: (transfer) => void transfer.pause().then(() => this.#advance()),
    resume: (transfer) => {
      transfer.wait();
      this.#advance();
    },
    remove: (transfer) => void this.#forget(transfer),
  };

  connectedCallback(): void {
    window.addEventListener("beforeunload", this.#warn);
    window.addEventListener("online", this.#hurry);
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input || this.classList.contains("ready")) return;
    this.classList.add("ready");
    this.append(this.#unfinished.element, this.#panel.element);
    acceptFiles(this.querySelector<HTMLElement>(".drop") ?? this, input, (found) => this.#add(found));
    void this.#takeUp();
  }

  disconnectedCallback(): void {
    window.removeEventListener("beforeunload", this.#warn);
    window.removeEventListener("online", this.#hurry);
  }

  get #transfers(): Transfer[] {
    return this.#rows.map(({ transfer }) => transfer);
  }

  get #goal(): Goal {
    return { endpoint: this.getAttribute("endpoint") ?? "/uploads/", target: this.getAttribute("target") ?? "" };
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (!isSettled(this.#transfers)) event.preventDefault();
  };

  #hurry = (): void => {
    for (const transfer of this.#transfers) void transfer.hurry();
  };

  /** What an earlier visit did not finish goes on by itself where the browser lends the files, and else after a click. */
  async #takeUp(): Promise<void> {
    const { target } = this.#goal;
    this.#unfinished.show(await unfinishedFor(target));
    const closed = await this.#lendAll(await pendingFor(target, Date.now()), false);
    if (closed.length > 0) this.#unfinished.offer(closed.length, () => void this.#lendAll(closed, true));
  }

  /** Those that the browser did not lend. */
  async #lendAll(pending: Pending[], ask: boolean): Promise<Pending[]> {
    const closed: Pending[] = [];
    for (const each of pending) {
      const file = await lend(each, ask);
      if (file) this.#addOne({ file, path: each.path, name: each.name, handle: each.handle }, limitsOf(this));
      else closed.push(each);
    }
    this.#advance();
    return closed;
  }

  #add(found: Found[]): void {
    const limits = limitsOf(this);
    const taken = new Map(this.#transfers.map(({ given }) => [given.name, given.path]));
    const names = distinctNames(found.map(({ path }) => path), taken);
    found.forEach((each, index) => this.#addOne({ ...each, name: names[index] ?? each.file.name }, limits));
    this.#advance();
  }

  #addOne(given: Given, limits: Limits): void {
    const coming = this.#transfers.filter(({ state }) => state !== "refused").reduce((sum, { size }) => sum + size, 0);
    const row: Row = new Row(new Transfer(given, this.#goal, () => this.#changed(row)), this.#wishes);
    this.#rows.push(row);
    this.#panel.list.append(row.element);
    this.#unfinished.taken({ name: given.name, size: given.file.size });
    const wrong = objection({ name: given.name, size: given.file.size }, limits, coming);
    if (wrong) row.transfer.refuse(wrong);
    else if (given.handle) void remember(this.#pending(row.transfer, given.handle));
  }

  #pending({ key, given: { name, path } }: Transfer, handle: Lent): Pending {
    return { key, target: this.#goal.target, name, path, handle, since: Date.now() };
  }

  #changed(row: Row): void {
    row.show();
    this.#panel.show(this.#transfers, this.#earlier);
    if (row.transfer.state === "sending" || row.transfer.state === "waiting") return;
    if (row.transfer.state === "refused" || row.transfer.state === "done") void settled(row.transfer.key);
    if (row.transfer.state === "done") {
      this.#arrived += 1;
      const detail = { name: row.transfer.given.name, target: this.#goal.target };
      this.dispatchEvent(new CustomEvent("upload-finished", { bubbles: true, detail }));
    }
    this.#advance();
  }

  #pauseAll(): void {
    for (const transfer of this.#transfers) {
      if (transfer.state === "waiting" || transfer.state === "sending") void transfer.pause();
    }
  }

  #resumeAll(): void {
    for (const transfer of this.#transfers) if (transfer.state === "paused" || transfer.state === "failed") transfer.wait();
    this.#advance();
  }

  #advance(): void {
    for (const transfer of startable(this.#transfers)) void transfer.start();
    this.#panel.show(this.#transfers, this.#earlier);
    if (isSettled(this.#transfers) && this.#arrived > 0) void this.#settle();
  }

  async #settle(): Promise<void> {
    this.#arrived = 0;
    this.dispatchEvent(new CustomEvent("uploads-settled", { bubbles: true }));
    const region = this.getAttribute("refresh");
    const swapped = region ? await refreshRegion(region).catch(() => false) : false;
    if (swapped) this.#handOver();
  }

  /** Finished files now stand in the refreshed region; those that need a look stay here. */
  #handOver(): void {
    this.#earlier += this.#transfers.filter(({ state }) => state === "done").length;
    this.#keep(({ transfer }) => transfer.state !== "done");
  }

  async #forget(transfer: Transfer): Promise<void> {
    this.#keep((row) => row.transfer !== transfer);
    this.#advance();
    await Promise.all([transfer.remove(), settled(transfer.key)]);
  }

  #keep(test: (row: Row) => boolean): void {
    for (const row of this.#rows) if (!test(row)) row.element.remove();
    this.#rows = this.#rows.filter(test);
    this.#panel.show(this.#transfers, this.#earlier);
  }
}

if (!customElements.get("upload-list")) customElements.define("upload-list", UploadList);
