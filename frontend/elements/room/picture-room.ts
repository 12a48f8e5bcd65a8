import { commandOf, isTyping, type Command, type Tool } from "./commands";
import { Desk } from "./desk";
import { fillHelp } from "./help";
import { MarkList } from "./mark-list";
import { MarkingTable } from "./marking-table";
import { showModels } from "./model-room";
import { moveAlong, neighbour, Pages, pairOf, turnTo, type Sheet } from "./pages";
import { dataOf, fittingWords, reworkShown, sideOf, type RoomData } from "./room-data";
import { heightOf } from "./shapes";
import { Stage } from "./stage";
import { ToolBar } from "./tool-bar";
import { sendVerdict } from "./verdict";

const CLOSER = 1.4;
const FAR = 80;

/** The room of one picture: two versions on a light table, tools, and markings. Without script its pictures and form stay. */
export class PictureRoom extends HTMLElement {
  #stage!: Stage;
  #bar!: ToolBar;
  #desk!: Desk;
  #table!: MarkingTable;
  #data!: RoomData;
  #pages = new Pages();
  #onKey = (event: KeyboardEvent) => this.#press(event);
  #onRelease = (event: KeyboardEvent) => event.key.toLowerCase() === "b" && this.#stage.blink(false);
  #onReturn = () => void this.#turn(location.pathname + location.search);

  connectedCallback(): void {
    const data = dataOf(document);
    const place = this.querySelector<HTMLElement>("#stage");
    if (data && place && sideOf(data, data.after).model) return showModels(this, place, data);
    if (!data || !place || this.#data || !data.sides.every((side) => side.large)) return;
    this.#data = data;
    this.#build(place);
    document.addEventListener("keydown", this.#onKey);
    document.addEventListener("keyup", this.#onRelease);
    window.addEventListener("popstate", this.#onReturn);
    void this.#show(false);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.#onKey);
    document.removeEventListener("keyup", this.#onRelease);
    window.removeEventListener("popstate", this.#onReturn);
  }

  #build(place: HTMLElement): void {
    this.classList.add("ready");
    this.#stage = new Stage(place);
    this.#bar = new ToolBar(this, this.#stage, place);
    this.#desk = new Desk({ say: (sentence, wrong) => this.#say(sentence, wrong), status: (waiting, trying) => this.#saving(waiting, trying) });
    const list = new MarkList(this.querySelector("#mark-list") as HTMLElement, this.#desk, () => this.dataset["answers"] !== undefined, () => this.#data.me);
    this.#table = new MarkingTable(this.#stage, this.#desk, list, (sentence) => this.#say(sentence));
    this.#desk.marks.addEventListener("changed", () => this.#count());
    this.#stage.viewers.onMove(() => this.#bar.text("zoom", `${this.#stage.viewers.percentOf(pairOf(this.#data)[1])} %`));
    this.#stage.viewers.onSwipe((direction) => void this.#go(direction === 1 ? "next" : "prev"));
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("change", (event) => this.#chose(event));
    this.addEventListener("submit", (event) => void this.#judged(event));
    fillHelp(this.querySelector("#room-keys [data-keys]") as HTMLElement);
    this.#holdToBlink();
    this.#do("slider");
    this.#use((this.dataset["tool"] as Tool | undefined) ?? "hand");
    moveAlong(location.pathname);
  }

  async #show(kept: boolean): Promise<void> {
    const [before, after] = pairOf(this.#data);
    this.#stage.caption(before, after);
    this.#bar.text("fitting", fittingWords(before, after));
    const drawn = this.#stage.viewers.show(before, after, kept);
    const newest = after === this.#data.sides.at(-1);
    const address = after.key === "original" ? "" : this.#data.markings;
    this.#table.allow(newest && this.#data.marks);
    this.#showHeat(false);
    void this.#desk.open(address, heightOf(after.width ? after : { width: 3, height: 2 }), { key: after.key, newest });
    await drawn;
    this.dataset["shown"] = String(this.#data.item);
    window.setTimeout(() => void this.#lookAhead());
  }

  /** The rework check: its sentences at once, its picture when it is asked for. */
  #showHeat(shown: boolean): void {
    const found = reworkShown(this.#data);
    const heat = shown ? (found?.heat ?? "") : "";
    this.toggleAttribute("data-heat", heat !== "");
    this.#bar.press("heat", heat !== "");
    this.#bar.enable("heat", Boolean(found?.heat));
    this.#table.layer.heat(heat, this.#desk.height);
    this.#bar.text("rework", found?.sentences.join(" ") ?? "");
  }

  async #lookAhead(): Promise<void> {
    const near = [neighbour("next"), neighbour("prev")].filter(Boolean);
    const sheets = await Promise.all(near.map((address) => this.#pages.get(address).catch(() => undefined)));
    const pairs = sheets.flatMap((sheet) => (sheet ? [pairOf(sheet.data)] : []));
    for (const [before, after] of pairs) if (before.large && after.large) this.#stage.viewers.prepare(before, after);
    await this.#stage.viewers.keep([pairOf(this.#data), ...pairs].flat());
  }

  async #go(rel: "next" | "prev"): Promise<void> {
    const address = neighbour(rel);
    if (address) await this.#turn(address);
    else this.#say(rel === "next" ? "This is the last picture." : "This is the first picture.");
  }

  async #turn(address: string): Promise<void> {
    const sheet: Sheet | undefined = await this.#pages.get(address).catch(() => undefined);
    if (!sheet?.data.sides.every((side) => side.large)) return location.assign(address);
    turnTo(sheet);
    this.#data = sheet.data;
    await this.#show(false);
  }

  #press(event: KeyboardEvent): void {
    if (isTyping(event)) return this.#leave(event);
    if (event.key.toLowerCase() === "b" && !event.ctrlKey && !event.metaKey) return this.#stage.blink(true);
    if (this.#table.press(event)) return event.preventDefault();
    const command = commandOf(event);
    if (!command || this.#table.leaves(command) || (event.target instanceof HTMLInputElement && event.key.startsWith("Arrow"))) return;
    event.preventDefault();
    this.#do(command);
  }

  /** Escape leaves a comment, so that keys are the room's again. */
  #leave(event: KeyboardEvent): void {
    if (event.key === "Escape" && event.target instanceof HTMLTextAreaElement) event.target.blur();
  }

  #clicked(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-do]");
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[rel~="next"], a[rel~="prev"], #room-strip a');
    if (button) this.#do(button.dataset["do"] as Command);
    const modified = event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
    if (!link || modified) return;
    event.preventDefault();
    void this.#turn(link.getAttribute("href") ?? "");
  }

  #chose(event: Event): void {
    const select = event.target as HTMLSelectElement;
    if (!select.matches("#room-head select")) return;
    if (select.name === "before") this.#data.before = select.value;
    else this.#data.after = select.value;
    history.replaceState(history.state, "", `${location.pathname}?before=${this.#data.before}&after=${this.#data.after}`);
    void this.#show(true);
  }

  /** A verdict is sent without leaving the table; what the server shows then takes the place of the form. */
  async #judged(event: SubmitEvent): Promise<void> {
    const form = event.target as HTMLFormElement;
    if (!form.matches(".verdict-form")) return;
    event.preventDefault();
    const sentence = await sendVerdict(form, event.submitter).catch((error: unknown) => String(error));
    this.#pages.forget();
    if (sentence) this.#say(sentence, true);
    else this.#say("Your verdict is kept.");
  }

  #do(command: Command): void {
    const { viewers } = this.#stage;
    const work: Partial<Record<Command, () => void>> = {
      next: () => void this.#go("next"),
      previous: () => void this.#go("prev"),
      fit: () => viewers.fit(),
      actual: () => viewers.actualSize(),
      "zoom-in": () => viewers.zoomBy(CLOSER),
      "zoom-out": () => viewers.zoomBy(1 / CLOSER),
      left: () => viewers.panBy(-FAR, 0),
      right: () => viewers.panBy(FAR, 0),
      up: () => viewers.panBy(0, -FAR),
      down: () => viewers.panBy(0, FAR),
      less: () => this.#stage.step(-1),
      more: () => this.#stage.step(1),
      help: () => this.querySelector<HTMLDialogElement>("#room-keys")?.showModal(),
      panel: () => this.#bar.press("panel", this.toggleAttribute("data-panel")),
      heat: () => this.#showHeat(!this.hasAttribute("data-heat")),
      hide: () => this.#bar.press("hide", this.toggleAttribute("data-hidden")),
      accept: () => this.querySelector<HTMLElement>("#room-verdict [data-accept]")?.click(),
      reject: () => this.querySelector<HTMLElement>("#room-verdict [data-toggle]")?.click(),
      escape: () => this.#use("hand"),
    };
    const mode = (["slider", "side", "blink", "overlay"] as const).find((each) => each === command);
    const tool = (["hand", "pencil", "rectangle", "ellipse", "arrow", "pin"] as const).find((each) => each === command);
    if (mode) this.#bar.showMode((this.#stage.mode = mode));
    else if (tool) this.#use(tool);
    else if (work[command]) work[command]();
    else this.#table.do(command);
  }

  #use(tool: Tool): void {
    this.#table.tool = tool;
    this.#bar.showTool(this.#table.tool);
  }

  #holdToBlink(): void {
    const button = this.querySelector<HTMLElement>("[data-hold]");
    button?.addEventListener("pointerdown", () => this.#stage.blink(true));
    for (const end of ["pointerup", "pointerleave", "pointercancel"]) button?.addEventListener(end, () => this.#stage.blink(false));
  }

  #count(): void {
    const { marks, history: steps } = this.#desk;
    this.#bar.text("count", String(marks.all.length || ""));
    this.#bar.enable("undo", steps.canUndo);
    this.#bar.enable("redo", steps.canRedo);
    this.#bar.enable("delete", marks.selected?.editable ?? false);
    this.toggleAttribute("data-empty", marks.all.length === 0);
  }

  #saving(waiting: number, trying: boolean): void {
    const late = `Not saved yet: ${waiting}. They are kept on this device, and saving is tried again.`;
    this.#bar.text("saving", waiting === 0 ? "All saved" : trying ? "Saving…" : late);
    this.toggleAttribute("data-unsaved", waiting > 0 && !trying);
  }

  #say(sentence: string, wrong = false): void {
    this.#bar.text(wrong ? "wrong" : "said", sentence);
  }
}

if (!customElements.get("picture-room")) customElements.define("picture-room", PictureRoom);
