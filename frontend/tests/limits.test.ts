import { expect, test } from "vitest";
import { type Limits, limitsOf, objection } from "../upload/limits";

const LIMITS: Limits = { largest: 20e9, endings: [".jpg", ".tif"], kinds: "pictures", room: 300e6 };

test("what the server would refuse is said before a byte is sent", () => {
  expect(objection({ name: "a.jpg", size: 0 }, LIMITS, 0)).toBe("a.jpg is empty. Check the file and upload it again.");
  expect(objection({ name: "a.jpg", size: 21e9 }, LIMITS, 0)).toBe(
    "a.jpg is larger than 20 GB. Split it, or ask us how to send it.",
  );
  expect(objection({ name: "a.exe", size: 1 }, LIMITS, 0)).toBe(
    "a.exe is of a kind that is not taken here. Taken are pictures.",
  );
  expect(objection({ name: "a.jpg", size: 200e6 }, LIMITS, 150e6)).toContain("your account has room for 150 MB more.");
  expect(objection({ name: "A.JPG", size: 150e6 }, LIMITS, 150e6)).toBeUndefined();
});

test("a page that names no limits leaves them to the server", () => {
  const silent = limitsOf(document.createElement("upload-list"));
  expect(objection({ name: "film.xyz", size: 1e15 }, silent, 1e15)).toBeUndefined();
});
