import { expect, test } from "vitest";
import { isRefusal, mayPass, refusalSentence } from "../upload/refusal";

test("the detail of a problem document is shown, else its title", () => {
  const type = "application/problem+json";
  const body = JSON.stringify({ title: "Not a picture", detail: "“a.jpg” is a web page, not a picture." });
  expect(refusalSentence({ status: 422, type, body })).toBe("“a.jpg” is a web page, not a picture.");
  expect(refusalSentence({ status: 422, type, body: '{"title": "Not a picture"}' })).toBe("Not a picture");
});

test("a plain sentence is shown as it is", () => {
  const answer = { status: 413, type: "text/plain; charset=utf-8", body: "This file is larger than 2 GB.\n" };
  expect(refusalSentence(answer)).toBe("This file is larger than 2 GB.");
});

test("an error page or broken JSON is never poured into the list", () => {
  expect(refusalSentence({ status: 400, type: "text/html", body: "<h1>Bad request</h1>" })).toContain("answer 400");
  expect(refusalSentence({ status: 400, type: "application/json", body: "{" })).toContain("answer 400");
});

test.each([400, 403, 413, 422])("%i is final", (status) => expect(isRefusal(status)).toBe(true));
test.each([0, 409, 423, 429, 500, 503])("%i may pass when tried again", (status) => expect(isRefusal(status)).toBe(false));

test("damaged on its way is sent again, damaged for good is not", () => {
  expect(mayPass(460)).toBe(true);
  expect(mayPass(460, "wrong_bytes")).toBe(false);
});

test("a full disk waits for a person, a busy server does not", () => {
  expect([507, 503, 423, 0, 422].map((status) => mayPass(status))).toEqual([false, true, true, true, false]);
});
