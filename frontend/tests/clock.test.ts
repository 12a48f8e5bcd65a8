import { expect, test } from "vitest";
import { momentWords } from "../elements/local-time";
import { urgency } from "../elements/time-left";
import { backOff } from "../refresh";

test("a wait is soon half a day before its end and late after it", () => {
  expect(urgency(13 * 3600)).toBe("calm");
  expect(urgency(11 * 3600)).toBe("soon");
  expect(urgency(-1)).toBe("late");
});

test("a moment is told in the reader's zone", () => {
  const moment = new Date("2026-11-21T23:30:00Z");
  expect(momentWords(moment, "full", moment, "Europe/Berlin")).toBe("22 November 2026 at 00:30");
  expect(momentWords(moment, "date", moment, "America/New_York")).toBe("21 November 2026");
});

test("a short moment names its year only when it is another one", () => {
  const moment = new Date("2025-02-03T08:05:00Z");
  expect(momentWords(moment, "short", new Date("2025-12-01T00:00:00Z"), "UTC")).toBe("3 Feb, 08:05");
  expect(momentWords(moment, "short", new Date("2026-01-01T00:00:00Z"), "UTC")).toBe("3 Feb 2025, 08:05");
});

test("waiting for previews begins at a second and never exceeds half a minute", () => {
  expect(backOff(0)).toBe(1000);
  expect(backOff(3)).toBeGreaterThan(backOff(2));
  expect(backOff(100)).toBe(30_000);
});
