import { commandOf, isTyping, type Command } from "./commands";
import { Desk } from "./desk";
import { MarkList } from "./mark-list";
import { joinCameras } from "./model-cameras";
import { sideOf, type RoomData } from "./room-data";
import { SurfacePins } from "./surface-pins";
import { takeBack } from "./taking-back";

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
  const undo = (command: Command | undefined) => command && takeBack(command, desk, (sentence) => tell("said", sentence));
  document.addEventListener("keydown", (event) => {
    if (!isTyping(event) && undo(commandOf(event))) event.preventDefault();
  });
  room.addEventListener("click", (event) => undo((event.target as Element).closest<HTMLElement>("[data-do]")?.dataset["do"] as Command | undefined));
  const after = sideOf(data, data.after);
  void desk.open(data.markings, 1, { key: after.key, newest: after === data.sides.at(-1) });
}
