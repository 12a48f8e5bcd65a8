/** What the page says of the picture it shows; written by the server into `<script id="room-data">`. */

export interface Side {
  /** `original`, or the number of a version. */
  key: string;
  label: string;
  name: string;
  /** Addresses of previews; empty where there is none. */
  small: string;
  large: string;
  /** Address of the deep-zoom descriptor; empty where there is none. */
  tiles: string;
  /** Address of a model that can be turned; empty for pictures. */
  model: string;
  /** Pixels of the file itself. */
  width: number;
  height: number;
}

export interface RoomData {
  item: number;
  name: string;
  /** Original first, then versions, the oldest first. */
  sides: Side[];
  before: string;
  after: string;
  /** The reader's name, as markings carry it. */
  me: string;
  /** The reader may draw on the newest version. */
  marks: boolean;
  /** Where its markings are; empty where there are none to read. */
  markings: string;
  /** What the rework check found between two versions; `heat` is the address of a picture to lay over, or empty. */
  rework: { before: string; after: string; heat: string; sentences: string[] } | null;
}

/** Reads it from a page; undefined where the page is not a room. */
export function dataOf(page: ParentNode): RoomData | undefined {
  const text = page.querySelector("#room-data")?.textContent;
  return text ? (JSON.parse(text) as RoomData) : undefined;
}

/** The side with this key, or the last one. */
export const sideOf = (data: RoomData, key: string): Side =>
  data.sides.find((side) => side.key === key) ?? (data.sides.at(-1) as Side);

/** What the check found between the two sides that are shown; undefined where it compared others. */
export function reworkShown(data: RoomData): RoomData["rework"] | undefined {
  const { rework } = data;
  return rework && rework.before === data.before && rework.after === data.after ? rework : undefined;
}

const SAME = 0.005;

/** How two sides of unlike shape lie over each other, in words; empty when they are alike. */
export function fittingWords(before: Side, after: Side): string {
  if (!before.width || !after.width) return "";
  const [first, second] = [before.width / before.height, after.width / after.height];
  const size = (side: Side) => `${side.width} × ${side.height}`;
  if (Math.abs(first - second) / second > SAME)
    return `The two have different crops (${size(before)} and ${size(after)} pixels): ${before.label} is fitted into the frame of ${after.label}.`;
  if (before.width !== after.width)
    return `The two have different sizes (${size(before)} and ${size(after)} pixels): both are shown equally large.`;
  return "";
}
