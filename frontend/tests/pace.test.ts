import { expect, test } from "vitest";
import { Pace, paceWords } from "../upload/pace";

test("the pace is that of the last seconds", () => {
  const pace = new Pace();
  pace.note(0, 0);
  expect(pace.speed).toBeUndefined();
  pace.note(2_000_000, 2000);
  expect(pace.speed).toBe(1_000_000);
  for (let second = 3; second <= 20; second += 1) pace.note(2_000_000, second * 1000);
  expect(pace.speed).toBe(0);
});

test("what went again from an earlier byte, and a pause, begin anew", () => {
  const pace = new Pace();
  pace.note(5000, 0);
  pace.note(1000, 5000);
  expect(pace.speed).toBeUndefined();
  pace.note(3000, 7000);
  expect(pace.speed).toBe(1000);
  pace.rest();
  expect(pace.speed).toBeUndefined();
});

test("speed and time left read as words", () => {
  expect(paceWords(undefined, 9)).toBe("");
  expect(paceWords(4_200_000, 756_000_000)).toBe(", 4.2 MB a second, about 3 minutes left");
  expect(paceWords(4_200_000, 1)).toBe(", 4.2 MB a second, less than a minute left");
});
