/** Names for files from folders: a stored file has a name and no folder, so equal names are told apart by theirs. */

/** One name for each path, in their order: the last part, with folders before it only where the name alone is not enough. */
export function distinctNames(paths: readonly string[], taken: ReadonlyMap<string, string> = new Map()): string[] {
  const owners = new Map<string, Set<string>>();
  for (const [name, path] of [...taken, ...paths.map((path) => [lastPart(path), path] as const)]) {
    owners.set(name, (owners.get(name) ?? new Set()).add(path));
  }
  return paths.map((path) => ((owners.get(lastPart(path))?.size ?? 0) > 1 ? withFolders(path) : lastPart(path)));
}

const lastPart = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** "house/bath/01.jpg" reads "house-bath-01.jpg": long, and never the same as another one's. */
function withFolders(path: string): string {
  return path.split("/").filter(Boolean).join("-");
}
