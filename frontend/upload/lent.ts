/** A file that the browser may lend again after a reload (File System Access API); not every browser can. */
export type Lent = FileSystemFileHandle & {
  queryPermission(wanted: { mode: "read" }): Promise<PermissionState>;
  requestPermission(wanted: { mode: "read" }): Promise<PermissionState>;
};

/** What is still to be sent to `target`, as it was given; `key` tells it from all others. */
export interface Pending {
  key: string;
  target: string;
  name: string;
  path: string;
  handle: Lent;
  since: number;
}

const STORE = "pending";
const KEPT_MS = 7 * 24 * 3600 * 1000; // as long as a server keeps what arrived of it

/** Written down until `settled`. A browser that keeps nothing (a private window) loses nothing but this. */
export async function remember(pending: Pending): Promise<void> {
  await inStore("readwrite", (store) => store.put(pending)).catch(() => undefined);
}

/** It arrived, or was given up. */
export async function settled(key: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(key)).catch(() => undefined);
}

/** What an earlier visit to this page meant to send to `target`; whatever is older than a week is forgotten. */
export async function pendingFor(target: string, now: number): Promise<Pending[]> {
  const all = await inStore<Pending[]>("readonly", (store) => store.getAll()).catch(() => []);
  await Promise.all(all.filter(({ since }) => now - since > KEPT_MS).map(({ key }) => settled(key)));
  return all.filter((each) => each.target === target && now - each.since <= KEPT_MS);
}

/** The file itself; undefined when it is gone or the browser does not lend it. `ask` needs a person's click. */
export async function lend({ handle }: Pending, ask: boolean): Promise<File | undefined> {
  const mode = { mode: "read" } as const;
  const state = ask ? await handle.requestPermission(mode) : await handle.queryPermission(mode);
  return state === "granted" ? handle.getFile().catch(() => undefined) : undefined;
}

async function inStore<T>(mode: IDBTransactionMode, does: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  const database = await opened();
  try {
    return await answered<T>(does(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open("proofroom-uploads", 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE, { keyPath: "key" }));
  return answered(request);
}

function answered<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result as T));
    request.addEventListener("error", () => reject(request.error));
  });
}
