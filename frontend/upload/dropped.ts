/** A file with the path it had below what was dropped or chosen; a single file's path is its name. */
export interface Found {
  file: File;
  path: string;
}

/** Files of an input, with their folders when a folder was chosen. */
export function chosenFiles(files: Iterable<File>): Found[] {
  return [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));
}

/** Everything that was dropped, folders with all that is in them (File and Directory Entries API). */
export async function droppedFiles(data: DataTransfer): Promise<Found[]> {
  // Both lists are empty as soon as the drop's own turn is over, so they are read before anything is awaited.
  const files = [...data.files];
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry != null);
  if (!entries.some((entry) => entry.isDirectory)) return chosenFiles(files);
  return (await Promise.all(entries.map(within))).flat().filter(({ file }) => !isLeftover(file.name));
}

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
const isLeftover = (name: string) => [".DS_Store", "Thumbs.db", "desktop.ini"].includes(name) || name.startsWith("._");
