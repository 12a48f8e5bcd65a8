import type { Command } from "./commands";
import type { Desk } from "./desk";

/** Undo, redo and delete, in every room; true when the command was one of them. What was done is said. */
export function takeBack(command: Command, desk: Desk, say: (sentence: string) => void): boolean {
  const { history } = desk;
  if (command === "undo") void history.undo().then((name) => say(name ? `Undone: ${name}.` : "There is nothing to undo."));
  else if (command === "redo") void history.redo().then((name) => say(name ? `Done again: ${name}.` : "There is nothing to do again."));
  else if (command === "delete") remove(desk, say);
  else return false;
  return true;
}

function remove(desk: Desk, say: (sentence: string) => void): void {
  const mark = desk.marks.selected;
  if (!mark?.editable) return;
  desk.remove(mark);
  say(`Marking ${mark.number} is deleted. Undo brings it back.`);
}
