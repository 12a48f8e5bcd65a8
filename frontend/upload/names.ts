/** Names for files from folders: a stored file has a name and no folder, so equal names are told apart by theirs. */

/** One name for each path, in their order: the last part, with folders before it only where the name alone is not enough. */
export function distinctNames(paths: readonly string[], taken: ReadonlyMap<string, string> = new Map()): string[] {
  const owners = new Map<string, Set<string>>();
  for (const [name, path] of [...taken, ...paths.map((path) => [lastPart(path), path] as const)]) {
    owners.set(name, (owners.get(name) ?? new Set()).add(path));
  }
  return paths.map((path) => {
    const rivals = [...(owners.get(lastPart(path)) ?? [])].filter((other) => other !== path);
    return rivals.length > 0 ? withFolders(path, rivals) : lastPart(path);
  });
}

const lastPart = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** "house/bath/01.jpg" reads "bath-01.jpg", with more folders only where a rival's name would be the same. */
function withFolders(path: string, rivals: readonly string[]): string {
  const depth = path.split("/").length;
  for (let count = 2; count < depth; count += 1) {
    if (!rivals.some((rival) => ending(rival, count) === ending(path, count))) return ending(path, count);
  }
  return ending(path, depth);
}

const ending = (path: string, count: number) => path.split("/").filter(Boolean).slice(-count).join("-");
