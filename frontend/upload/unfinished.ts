import { defaultOptions, type PreviousUpload } from "tus-js-client";
import { csrfToken } from "../csrf";
import { sizeWords } from "../words";

const headers = () => ({ "Tus-Resumable": "1.0.0", "X-CSRFToken": csrfToken() });

/** An upload that an earlier visit to this page began; `sent` and `size` are bytes. */
export interface Unfinished {
  name: string;
  sent: number;
  size: number;
  entry: PreviousUpload;
}

/** What this browser began for `target` and the server still waits for; what it waits for no more is forgotten. */
export async function unfinishedFor(target: string): Promise<Unfinished[]> {
  const begun = await defaultOptions.urlStorage.findAllUploads();
  const ours = begun.filter(({ metadata, uploadUrl }) => metadata?.["target"] === target && uploadUrl);
  return (await Promise.all(ours.map(lookedUp))).filter((found) => found !== undefined);
}

/** Gives it up here and on the server; what the server does not delete now expires there by itself. */
export async function forget({ entry }: Unfinished): Promise<void> {
  await defaultOptions.urlStorage.removeUpload(entry.urlStorageKey);
  await fetch(entry.uploadUrl ?? "", { method: "DELETE", headers: headers() }).catch(() => undefined);
}

/** One sentence for one of them. */
export function unfinishedSentence({ sent, size }: Unfinished): string {
  return `${sizeWords(sent)} of ${sizeWords(size)} are here.`;
}

async function lookedUp(entry: PreviousUpload): Promise<Unfinished | undefined> {
  const answer = await fetch(entry.uploadUrl ?? "", { method: "HEAD", headers: headers() }).catch(() => undefined);
  const sent = Number(answer?.headers.get("Upload-Offset") ?? Number.NaN);
  const size = entry.size ?? 0;
  if (answer?.status === 410 || sent === size) await defaultOptions.urlStorage.removeUpload(entry.urlStorageKey);
  // Somebody else's on the same computer reads as 404 here; for them it goes on.
  return answer?.ok && sent < size ? { name: entry.metadata["filename"] ?? "", sent, size, entry } : undefined;
}
