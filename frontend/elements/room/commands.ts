/** Everything the room can be told: by a key, or by a button that carries `data-do`. */

export type Mode = "slider" | "side" | "blink" | "overlay";
export type Tool = "hand" | "pencil" | "rectangle" | "ellipse" | "arrow" | "pin";

export const COMMANDS = [
  "slider", "side", "blink", "overlay",
  "hand", "pencil", "rectangle", "ellipse", "arrow", "pin", "grid", "numbers",
  "next", "previous", "fit", "actual", "zoom-in", "zoom-out",
  "left", "right", "up", "down", "less", "more",
  "undo", "redo", "delete", "hide", "heat", "panel", "reject", "accept", "help", "escape",
] as const;
export type Command = (typeof COMMANDS)[number];

interface Binding {
  /** `KeyboardEvent.key`, or a `code` for a key that layouts put elsewhere; `Shift+` and `Ctrl+` before it. */
  keys: string[];
  command: Command;
  words: string;
}

export interface Part {
  title: string;
  bindings: Binding[];
}

/** The keys by what they are for; the list under `?` is made of it. */
export const KEYS: readonly Part[] = [
  {
    title: "Pictures",
    bindings: [
      { keys: ["ArrowRight", "n"], command: "next", words: "Next picture" },
      { keys: ["ArrowLeft", "p"], command: "previous", words: "Previous picture" },
      { keys: ["x"], command: "reject", words: "Add to the rejection, or take it out again" },
      { keys: ["c"], command: "accept", words: "This picture is right" },
    ],
  },
  {
    title: "Compare",
    bindings: [
      { keys: ["1"], command: "slider", words: "Slider" },
      { keys: ["2"], command: "side", words: "Side by side" },
      { keys: ["3"], command: "blink", words: "Blink: one picture, the other while B is held" },
      { keys: ["4"], command: "overlay", words: "Overlay" },
      { keys: ["u"], command: "heat", words: "What the rework changed, where two versions were compared" },
      { keys: ["Shift+ArrowLeft"], command: "less", words: "Divider to the left, or less of the upper picture" },
      { keys: ["Shift+ArrowRight"], command: "more", words: "Divider to the right, or more of the upper picture" },
    ],
  },
  {
    title: "Look closer",
    bindings: [
      { keys: ["+", "="], command: "zoom-in", words: "Larger" },
      { keys: ["-"], command: "zoom-out", words: "Smaller" },
      { keys: ["0", "f"], command: "fit", words: "Whole picture" },
      { keys: ["o"], command: "actual", words: "Pixel for pixel" },
      { keys: ["a"], command: "left", words: "Move to the left" },
      { keys: ["d"], command: "right", words: "Move to the right" },
      { keys: ["w"], command: "up", words: "Move up" },
      { keys: ["s"], command: "down", words: "Move down" },
    ],
  },
  {
    title: "Mark",
    bindings: [
      { keys: ["v", "h"], command: "hand", words: "Hand: move the picture, choose a marking" },
      { keys: ["m"], command: "pencil", words: "Pencil" },
      { keys: ["r"], command: "rectangle", words: "Rectangle" },
      { keys: ["e"], command: "ellipse", words: "Ellipse" },
      { keys: ["t"], command: "arrow", words: "Arrow" },
      { keys: ["i"], command: "pin", words: "Pin" },
      { keys: ["g"], command: "grid", words: "Mark by keyboard, on a grid" },
      { keys: ["k"], command: "numbers", words: "Mark by numbers" },
      { keys: ["Ctrl+z"], command: "undo", words: "Undo" },
      { keys: ["Ctrl+Shift+z", "Ctrl+y"], command: "redo", words: "Redo" },
      { keys: ["Delete", "Backspace"], command: "delete", words: "Delete the chosen marking" },
      { keys: ["l"], command: "hide", words: "Hide the markings, show them again" },
      { keys: ["Escape"], command: "escape", words: "Stop drawing, choose nothing" },
    ],
  },
  { title: "Help", bindings: [{ keys: ["?"], command: "help", words: "This list" }] },
];

const BY_KEY = new Map(KEYS.flatMap((part) => part.bindings.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const))));

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">;

/** The command of a key; undefined for keys that are not ours, such as the browser's own shortcuts. */
export function commandOf(press: Press): Command | undefined {
  if (press.altKey) return undefined;
  const letter = press.key.length === 1;
  const ctrl = press.ctrlKey || press.metaKey ? "Ctrl+" : "";
  // Shift is part of "?" and "+" already.
  const shift = press.shiftKey && (ctrl || !letter) ? "Shift+" : "";
  return BY_KEY.get(ctrl + shift + (letter ? press.key.toLowerCase() : press.key));
}

const PRINTED: Record<string, string> = { ArrowLeft: "←", ArrowRight: "→", Delete: "Del", Escape: "Esc" };

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
