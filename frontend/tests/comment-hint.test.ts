import { afterEach, beforeEach, expect, test, vi } from "vitest";
import "../elements/comment-hint";

const HINT = (words: string) => `<section id="suggestion">${words}</section>`;
let asked: { address: string; comment: FormDataEntryValue | null }[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  vi.stubGlobal("fetch", (address: string, options: RequestInit) => {
    asked.push({ address, comment: (options.body as FormData).get("comment") });
    return Promise.resolve(new Response(HINT("This looks like a correction"), { status: 200 }));
  });
  document.body.innerHTML =
    `<form><textarea name="comment"></textarea><comment-hint address="/hint/">${HINT("Write")}</comment-hint></form>`;
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const write = (words: string) => {
  const field = document.querySelector("textarea") as HTMLTextAreaElement;
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

test("it asks once one pauses, with all that was written until then", async () => {
  write("Too");
  write("Too dark");
  expect(asked).toEqual([]);
  await vi.runAllTimersAsync();
  expect(asked).toEqual([{ address: "/hint/", comment: "Too dark" }]);
});

test("what the server answers stands in place of the last hint", async () => {
  write("Too dark");
  await vi.runAllTimersAsync();
  expect(document.querySelector("comment-hint")?.textContent).toBe("This looks like a correction");
});

test("without an answer the last hint stays, and nothing is thrown", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no connection")));
  write("Too dark");
  await vi.runAllTimersAsync();
  expect(document.querySelector("comment-hint")?.textContent).toBe("Write");
});
