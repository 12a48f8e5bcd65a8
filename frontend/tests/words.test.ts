import { expect, test } from "vitest";
import { clockParts, durationWords, sizeWords } from "../words";

const clock = (seconds: number) => clockParts(seconds).map(({ value, unit }) => value + unit).join(" ");

test("a clock names days only when there are any", () => {
  expect(clock(2 * 86_400 + 6 * 3600 + 31 * 60 + 9)).toBe("2d 06h 31m 09s");
  expect(clock(59)).toBe("00h 00m 59s");
});

test("a clock past its end counts up again", () => {
  expect(clock(-61)).toBe("00h 01m 01s");
});

test.each([
  [26 * 3600, "1 day 2 hours"],
  [48 * 3600, "2 days"],
  [3600 + 60, "1 hour 1 minute"],
  [120, "2 minutes"],
  [59, "less than a minute"],
  [-7200, "2 hours"],
])("%i seconds read as %s", (seconds, words) => expect(durationWords(seconds)).toBe(words));

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [812_000, "812 kB"],
  [10_400_000, "10.4 MB"],
  [2_000_000_000, "2.0 GB"],
])("%i bytes read as %s", (bytes, words) => expect(sizeWords(bytes)).toBe(words));
