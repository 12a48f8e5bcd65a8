/** Bytes in one request. Small enough to be read into memory and sent again when they do not arrive as they left. */
export const CHUNK = 8 * 1024 * 1024;

/**
 * The value of Upload-Checksum (tus, checksum extension) for the request that begins at `offset`.
 *
 * The browser offers SHA-256 on pages that came by https, or from this machine itself; elsewhere nothing is promised
 * and only the server counts up what arrived.
 */
export async function checksumAt(file: Blob, offset: number): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const bytes = await file.slice(offset, offset + CHUNK).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256 ${btoa(String.fromCharCode(...digest))}`;
}
