import type { Side } from "./room-data";

/** Pixels of a preview's longer side. */
export const PREVIEW = 2048;

/** What OpenSeadragon opens: one picture, or a pyramid of tiles. */
export type Source = { type: "image"; url: string; buildPyramid: boolean } | { Image: Record<string, unknown> };

const CUTTING = 202;
const MOST_TRIES = 60;
const PAUSE = 1_000;

/** The preview as it lies in the cache. */
export const preview = (side: Side): Promise<Source> =>
  Promise.resolve({ type: "image", url: side.large, buildPyramid: false });

/** The file's own pixels, as soon as their tiles are cut; rejects where that takes longer than a minute. */
export async function deepZoom(address: string, tries = MOST_TRIES): Promise<Source> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok || tries === 0) throw new Error(`${address} has no tiles`);
  const told = (await answer.json()) as { source: Source };
  if (answer.status !== CUTTING) return told.source;
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  return deepZoom(address, tries - 1);
}
