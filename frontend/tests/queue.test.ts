import { expect, test } from "vitest";
import { fileSentence, isSettled, type Progress, type State, startable, wholeAmount, wholeProgress, wholeSentence } from "../upload/queue";

const file = (state: State, sent = 0, size = 1000, sentence?: string): Progress => ({ state, sent, size, sentence });

test("three files are on their way at once", () => {
  const waiting = [file("waiting"), file("waiting"), file("waiting"), file("waiting")];
  expect(startable(waiting)).toEqual(waiting.slice(0, 3));
  expect(startable([file("sending"), file("sending"), ...waiting])).toHaveLength(1);
  expect(startable([file("sending"), file("sending"), file("sending"), ...waiting])).toHaveLength(0);
});

test("a refused, a failed and a paused file hold nothing up", () => {
  expect(startable([file("refused"), file("failed"), file("paused"), file("waiting")])).toHaveLength(1);
  expect(isSettled([file("refused"), file("failed"), file("paused"), file("done")])).toBe(true);
  expect(isSettled([file("done"), file("waiting")])).toBe(false);
});

test("what was refused does not count towards the whole", () => {
  expect(wholeProgress([file("done", 1000), file("sending", 250), file("refused", 0, 9000)])).toEqual({
    sent: 1250,
    size: 2000,
  });
});

test("each file says where it is", () => {
  expect(fileSentence(file("sending", 2_500_000, 10_000_000))).toBe("2.5 MB of 10.0 MB sent.");
  expect(fileSentence(file("refused", 0, 10, "This file is empty."))).toBe("This file is empty.");
  expect(fileSentence(file("failed", 5_000_000, 10_000_000))).toContain("What arrived is kept");
});

test("the whole says how many arrived and how many need a look", () => {
  expect(wholeSentence([file("done", 1000), file("sending", 500)])).toBe("1 of 2 files arrived.");
  expect(wholeSentence([file("done", 1000), file("refused")])).toBe(
    "1 of 2 files arrived. 1 did not: the reason stands beside it.",
  );
  expect(wholeSentence([file("refused")], 3)).toContain("3 of 4 files arrived.");
});

test("while something moves the amount, the speed and the time left are told", () => {
  const moving = { ...file("sending", 5_000_000, 400_000_000), speed: 1_000_000 };
  expect(wholeAmount([moving, file("done", 5_000_000, 5_000_000)])).toBe(
    "10.0 MB of 405.0 MB sent, 1.0 MB a second, about 6 minutes left.",
  );
  expect(wholeAmount([file("done", 1000)])).toBe("");
});

test("a file whose connection is lost says that it goes on by itself", () => {
  expect(fileSentence(file("sending", 1, 2, "It goes on by itself."))).toBe("It goes on by itself.");
});
