import type { Lent } from "./lent";

/** A file with the path it had below what was dropped or chosen; a single file's path is its name. */
export interface Found {
  file: File;
  path: string;
  handle?: Lent;
}

type Handle = Lent | FileSystemDirectoryHandle;
type Lending = DataTransferItem & { getAsFileSystemHandle?: () => Promise<Handle | null> };

/** Files of an input, with their folders when a folder was chosen. */
export function chosenFiles(files: Iterable<File>): Found[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** Everything that was dropped, folders with all that is in them. */
export async function droppedFiles(data: DataTransfer): Promise<Found[]> {
  // All lists are empty as soon as the drop's own turn is over, so they are read before anything is awaited.
  const files = [...data.files];
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry != null);
  const handles = await lent([...data.items]);
  if (handles.length > 0) return meant(await Promise.all(handles.map((handle) => inside(handle))));
  if (!entries.some((entry) => entry.isDirectory)) return chosenFiles(files);
  return meant(await Promise.all(entries.map(within)));
}

const meant = (found: Found[][]) => found.flat().filter(({ path }) => !isLeftover(path));

/** What the browser would lend again after a reload (File System Access API); nothing where it cannot lend all of it. */
async function lent(items: DataTransferItem[]): Promise<Handle[]> {
  const asked = items.filter(({ kind }) => kind === "file").map((item) => (item as Lending).getAsFileSystemHandle?.());
  const handles = (await Promise.all(asked).catch(() => [])).flatMap((handle) => handle ?? []);
  return handles.length === asked.length ? handles : [];
}

async function inside(handle: Handle, folder = ""): Promise<Found[]> {
  const path = folder + handle.name;
  if (handle.kind === "file") return [{ file: await handle.getFile(), path, handle }];
  const found: Promise<Found[]>[] = [];
  for await (const each of handle.values()) found.push(inside(each as Handle, `${path}/`));
  return (await Promise.all(found)).flat();
}

// Elsewhere: the File and Directory Entries API.

async function within(entry: FileSystemEntry): Promise<Found[]> {
  if (entry.isFile) return [await opened(entry as FileSystemFileEntry)];
  const inside = await listed((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(inside.map(within))).flat();
}

function opened(entry: FileSystemFileEntry): Promise<Found> {
  return new Promise((resolve, reject) => {
    entry.file((file) => resolve({ file, path: entry.fullPath.replace(/^\//, "") }), reject);
  });
}

/** A reader gives a hundred entries at a time, and none when all are told. */
async function listed(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** What file managers leave in folders and nobody means to send. */
const isLeftover = (path: string) => /\/(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/.test(path);
