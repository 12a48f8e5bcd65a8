import { expect, test } from "vitest";
import { csrfToken } from "../csrf";
import { frameAfter } from "../elements/contact-sheet";
import { nextTab } from "../elements/tab-list";

test("arrows walk round the tabs, Home and End jump", () => {
  expect(nextTab("ArrowRight", 3, 4)).toBe(0);
  expect(nextTab("ArrowLeft", 0, 4)).toBe(3);
  expect(nextTab("Home", 2, 4)).toBe(0);
  expect(nextTab("End", 0, 4)).toBe(3);
  expect(nextTab("a", 0, 4)).toBeUndefined();
});

test("the token is read from among other cookies", () => {
  expect(csrfToken("theme=light; csrftoken=a%2Bb; xcsrftoken=no")).toBe("a+b");
  expect(csrfToken("xcsrftoken=no")).toBe("");
});

test("arrows go from frame to frame of the contact sheet and stay on it", () => {
  expect(frameAfter("ArrowRight", 0, 7, 3)).toBe(1);
  expect(frameAfter("ArrowDown", 1, 7, 3)).toBe(4);
  expect(frameAfter("ArrowDown", 5, 7, 3)).toBe(5);
  expect(frameAfter("ArrowUp", 4, 7, 3)).toBe(1);
  expect(frameAfter("End", 0, 7, 3)).toBe(6);
  expect(frameAfter("a", 0, 7, 3)).toBeUndefined();
});
