import { expect, test } from "vitest";

import { rowAfter } from "../elements/desk-keys";

test("the first step down marks the first row, the first step up the last", () => {
  expect(rowAfter(-1, 1, 3)).toBe(0);
  expect(rowAfter(-1, -1, 3)).toBe(2);
});

test("walking stops at both ends", () => {
  expect(rowAfter(0, -1, 3)).toBe(0);
  expect(rowAfter(1, 1, 3)).toBe(2);
  expect(rowAfter(2, 1, 3)).toBe(2);
});
