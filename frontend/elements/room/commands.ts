/** Everything the room can be told: by a key, or by a button that carries `data-do`. */

export type Mode = "slider" | "side" | "blink" | "overlay";
export type Tool = "hand" | "pencil" | "rectangle" | "ellipse" | "arrow" | "pin";

export const COMMANDS = [
  "slider", "side", "blink", "overlay",
  "hand", "pencil", "rectangle", "ellipse", "arrow", "pin", "grid", "numbers",
  "next", "previous", "fit", "actual", "zoom-in", "zoom-out",
  "left", "right", "up", "down", "less", "more",
  "undo", "redo", "delete", "mark-left", "mark-right", "mark-up", "mark-down", "hide", "heat", "panel", "reject", "accept", "help", "escape",
] as const;
export type Command = (typeof COMMANDS)[number];

interface Binding {
  /** `KeyboardEvent.key`, or a `code` for a key that layouts put elsewhere; `Alt+`, `Ctrl+` and `Shift+` before it. */
  keys: string[];
  command: Command;
  words: string;
}

export interface Part {
  title: string;
  bindings: Binding[];
}

type Row = [command: Command, words: string, ...keys: string[]];

const part = (title: string, ...rows: Row[]): Part => ({ title, bindings: rows.map(([command, words, ...keys]) => ({ command, words, keys })) });

/** The keys by what they are for; the list under `?` is made of it. */
export const KEYS: readonly Part[] = [
  part("Pictures",
    ["next", "Next picture", "ArrowRight", "n"],
    ["previous", "Previous picture", "ArrowLeft", "p"],
    ["reject", "Add to the rejection, or take it out again", "x"],
    ["accept", "This picture is right", "c"],
  ),
  part("Compare",
    ["slider", "Slider", "1"],
    ["side", "Side by side", "2"],
    ["blink", "Blink: one picture, the other while B is held", "3"],
    ["overlay", "Overlay", "4"],
    ["heat", "What the rework changed, where two versions were compared", "u"],
    ["less", "Divider to the left, or less of the upper picture", "Shift+ArrowLeft"],
    ["more", "Divider to the right, or more of the upper picture", "Shift+ArrowRight"],
  ),
  part("Look closer",
    ["zoom-in", "Larger", "+", "="],
    ["zoom-out", "Smaller", "-"],
    ["fit", "Whole picture", "0", "f"],
    ["actual", "Pixel for pixel", "o"],
    ["left", "Move to the left", "a"],
    ["right", "Move to the right", "d"],
    ["up", "Move up", "w"],
    ["down", "Move down", "s"],
  ),
  part("Mark",
    ["hand", "Hand: move the picture, choose a marking", "v", "h"],
    ["pencil", "Pencil", "m"],
    ["rectangle", "Rectangle", "r"],
    ["ellipse", "Ellipse", "e"],
    ["arrow", "Arrow", "t"],
    ["pin", "Pin", "i"],
    ["grid", "Mark by keyboard, on a grid", "g"],
    ["numbers", "Mark by numbers", "k"],
    ["undo", "Undo", "Ctrl+z"],
    ["redo", "Redo", "Ctrl+Shift+z", "Ctrl+y"],
    ["delete", "Delete the chosen marking", "Delete", "Backspace"],
    ["mark-left", "Move the chosen marking to the left", "Alt+ArrowLeft"],
    ["mark-right", "Move the chosen marking to the right", "Alt+ArrowRight"],
    ["mark-up", "Move the chosen marking up", "Alt+ArrowUp"],
    ["mark-down", "Move the chosen marking down", "Alt+ArrowDown"],
    ["hide", "Hide the markings, show them again", "l"],
    ["escape", "Stop drawing, choose nothing", "Escape"],
  ),
  part("Help", ["help", "This list", "?"]),
];

const BY_KEY = new Map(KEYS.flatMap((part) => part.bindings.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const))));

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** The command of a key; undefined for keys that are not ours, such as the browser's own shortcuts. */
export function commandOf(press: Press): Command | undefined {
  const letter = press.key.length === 1;
  const ctrl = press.ctrlKey || press.metaKey ? "Ctrl+" : "";
  // Shift is part of "?" and "+" already.
  const shift = press.shiftKey && (ctrl || !letter) ? "Shift+" : "";
  return BY_KEY.get((press.altKey ? "Alt+" : "") + ctrl + shift + (letter ? press.key.toLowerCase() : press.key));
}

const PRINTED: Record<string, string> = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", Delete: "Del", Escape: "Esc" };

/** A key as it is printed on the list: "Shift", "←". */
export const printed = (key: string): string[] =>
  key.split("+").filter(Boolean).map((part) => PRINTED[part] ?? (part.length === 1 ? part.toUpperCase() : part)).concat(key.endsWith("+") ? ["+"] : []);

const WRITTEN_IN = "input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog[open]";

/** True where keys belong to what one is writing or choosing in. Undo in an empty comment is for the drawing. */
export function isTyping(press: Pick<KeyboardEvent, "target" | "key" | "ctrlKey" | "metaKey">): boolean {
  const { target } = press;
  const undoes = (press.ctrlKey || press.metaKey) && press.key.toLowerCase() === "z";
  if (undoes && target instanceof HTMLTextAreaElement && !target.value) return false;
  return target instanceof Element && target.closest(WRITTEN_IN) !== null;
}
