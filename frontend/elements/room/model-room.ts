import { Desk } from "./desk";
import { MarkList } from "./mark-list";
import { joinCameras, type ModelViewer } from "./model-cameras";
import { inkOf } from "./palette";
import type { Mark } from "./marks";
import { sideOf, type RoomData } from "./room-data";

/** Models on the table: cameras joined, pins on the surface of the one that is judged. */
export function showModels(room: HTMLElement, stage: HTMLElement, data: RoomData): void {
  room.classList.add("turning");
  joinCameras(stage);
  const tell = (name: string, words: string) => {
    const place = room.querySelector(`[data-tell="${name}"]`);
    if (place) place.textContent = words;
  };
  const desk = new Desk({
    say: (sentence, wrong) => tell(wrong ? "wrong" : "said", sentence),
    status: (waiting, trying) => tell("saving", waiting === 0 ? "All saved" : trying ? "Saving…" : `Not saved yet: ${waiting}. Saving is tried again.`),
  });
  const list = new MarkList(room.querySelector("#mark-list") as HTMLElement, desk, () => room.dataset["answers"] !== undefined, () => data.me);
  const pins = new SurfacePins(stage, desk);
  desk.marks.addEventListener("changed", () => {
    room.toggleAttribute("data-empty", desk.marks.all.length === 0);
    pins.show();
  });
  room.toggleAttribute("data-empty", true);
  if (data.marks) pins.letSet(room.querySelector("[data-pin]"), (mark) => list.edit(mark));
  const after = sideOf(data, data.after);
  void desk.open(data.markings, 1, { key: after.key, newest: after === data.sides.at(-1) });
}

/** Pins as hotspots of the last viewer, which keeps them where they are on the surface. */
class SurfacePins {
  #setting = false;

  constructor(
    private readonly stage: HTMLElement,
    private readonly desk: Desk,
  ) {
    // The viewer comes when its code has been loaded.
    new MutationObserver(() => this.show()).observe(stage, { childList: true, subtree: true });
  }

  get #viewer(): ModelViewer | undefined {
    return [...this.stage.querySelectorAll<ModelViewer>("model-viewer")].at(-1);
  }

  letSet(button: HTMLElement | null, edit: (mark: Mark) => void): void {
    button?.addEventListener("click", () => this.#turn(button, !this.#setting));
    this.stage.addEventListener("click", (event) => {
      const viewer = this.#viewer;
      if (!this.#setting || !viewer?.contains(event.target as Node)) return;
      const found = viewer.positionAndNormalFromPoint(event.clientX, event.clientY);
      if (!found || !button) return;
      this.#turn(button, false);
      const [position, normal] = [found.position, found.normal].map(({ x, y, z }) => [x, y, z]) as [number[], number[]];
      edit(this.desk.draw({ kind: "surface", position, normal }, 0));
    });
  }

  show(): void {
    const viewer = this.#viewer;
    if (!viewer) return;
    const wanted = new Map(this.desk.marks.all.map((mark) => [`hotspot-${mark.number}`, mark]));
    for (const present of viewer.querySelectorAll<HTMLElement>('[slot^="hotspot-"]')) if (!wanted.has(present.slot)) present.remove();
    for (const [slot, mark] of wanted) if (!viewer.querySelector(`[slot="${slot}"]`)) viewer.append(this.#pin(slot, mark));
  }

  #turn(button: HTMLElement, setting: boolean): void {
    this.#setting = setting;
    button.setAttribute("aria-pressed", String(setting));
    this.stage.classList.toggle("pinning", setting);
  }

  #pin(slot: string, mark: Mark): HTMLElement {
    const pin = Object.assign(document.createElement("button"), { className: "hotspot", slot, textContent: String(mark.number), type: "button" });
    if (mark.shape.kind !== "surface") return pin;
    pin.dataset["position"] = mark.shape.position.join(" ");
    pin.dataset["normal"] = mark.shape.normal.join(" ");
    pin.setAttribute("aria-label", `Pin ${mark.number}`);
    pin.style.setProperty("--ink-color", inkOf(mark.color).color);
    pin.addEventListener("click", () => this.desk.marks.select(mark.id));
    return pin;
  }
}
