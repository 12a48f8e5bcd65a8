import { expect, test } from "vitest";
import { csrfToken } from "../csrf";
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
