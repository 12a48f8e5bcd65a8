import { refreshRegion } from "../refresh";
import { Panel } from "../upload/panel";
import { isSettled, startable } from "../upload/queue";
import { Row, type Wishes } from "../upload/row";
import { Transfer } from "../upload/transfer";

/**
 * Sends files one by one to `endpoint` for `target`, three at once, resumable (tus 1.0.0).
 *
 * Dispatches `upload-finished` for each file that arrived and `uploads-settled` when nothing moves any more; then
 * the element named by `refresh` is swapped for what the server shows now. Without script the form inside is sent.
 */
export class UploadList extends HTMLElement {
  #rows: Row[] = [];
  #panel = new Panel();
  #arrived = 0;
  #earlier = 0;
  #wishes: Wishes = {
    pause: (transfer) => void transfer.pause().then(() => this.#advance()),
    resume: (transfer) => {
      transfer.wait();
      this.#advance();
    },
    remove: (transfer) => void this.#forget(transfer),
  };

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input || this.classList.contains("ready")) return;
    this.classList.add("ready");
    this.append(this.#panel.element);
    input.addEventListener("change", () => {
      this.#add([...(input.files ?? [])]);
      input.value = "";
    });
    this.#acceptDrops(this.querySelector<HTMLElement>(".drop") ?? this);
    window.addEventListener("beforeunload", this.#warn);
  }

  disconnectedCallback(): void {
    window.removeEventListener("beforeunload", this.#warn);
  }

  get #transfers(): Transfer[] {
    return this.#rows.map(({ transfer }) => transfer);
  }

  #warn = (event: BeforeUnloadEvent): void => {
    if (!isSettled(this.#transfers)) event.preventDefault();
  };

  #acceptDrops(area: HTMLElement): void {
    area.addEventListener("dragover", (event) => {
      event.preventDefault();
      area.classList.add("over");
    });
    area.addEventListener("dragleave", () => area.classList.remove("over"));
    area.addEventListener("drop", (event) => {
      event.preventDefault();
      area.classList.remove("over");
      this.#add([...(event.dataTransfer?.files ?? [])]);
    });
  }

  #add(files: File[]): void {
    const goal = {
      endpoint: this.getAttribute("endpoint") ?? "/uploads/",
      target: this.getAttribute("target") ?? "",
    };
    for (const file of files) {
      const row = new Row(new Transfer(file, goal, () => this.#changed(row)), this.#wishes);
      this.#rows.push(row);
      this.#panel.list.append(row.element);
    }
    this.#advance();
  }

  #changed(row: Row): void {
    row.show();
    this.#panel.show(this.#transfers, this.#earlier);
    if (row.transfer.state === "sending" || row.transfer.state === "waiting") return;
    if (row.transfer.state === "done") {
      this.#arrived += 1;
      const detail = { name: row.transfer.file.name, target: this.getAttribute("target") };
      this.dispatchEvent(new CustomEvent("upload-finished", { bubbles: true, detail }));
    }
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
    await transfer.remove();
  }

  #keep(test: (row: Row) => boolean): void {
    for (const row of this.#rows) if (!test(row)) row.element.remove();
    this.#rows = this.#rows.filter(test);
    this.#panel.show(this.#transfers, this.#earlier);
  }
}

if (!customElements.get("upload-list")) customElements.define("upload-list", UploadList);
