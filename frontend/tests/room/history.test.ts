import { expect, test } from "vitest";
import { History } from "../../elements/room/history";

test("steps are taken back and done again in order, and a new one ends redoing", async () => {
  const [history, done] = [new History(), [] as string[]];
  for (const name of ["one", "two"]) history.add({ name, undo: () => void done.push(`-${name}`), redo: () => void done.push(`+${name}`) });
  expect(await history.undo()).toBe("two");
  expect(await history.undo()).toBe("one");
  expect(await history.undo()).toBeUndefined();
  expect(await history.redo()).toBe("one");
  expect(done).toEqual(["-two", "-one", "+one"]);
  history.add({ name: "three", undo: () => undefined, redo: () => undefined });
  expect(history.canRedo).toBe(false);
});
