import { expect, test, vi } from "vitest";
import { UnfinishedPanel } from "../upload/unfinished-panel";

test("files that the browser lends only after a click are offered, and the panel goes once they go on", () => {
  const panel = new UnfinishedPanel();
  panel.show([]);
  expect(panel.element.hidden).toBe(true);
  const goOn = vi.fn();
  panel.offer(2, goOn);
  const button = panel.element.querySelector("button");
  expect([panel.element.hidden, button?.textContent]).toEqual([false, "Go on with 2 files"]);
  button?.click();
  expect(goOn).toHaveBeenCalledOnce();
  expect([panel.element.hidden, panel.element.querySelector("button")]).toEqual([true, null]);
});
