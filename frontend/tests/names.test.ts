import { expect, test } from "vitest";
import { distinctNames } from "../upload/names";

test("a file from a folder keeps its own name while no other has it", () => {
  expect(distinctNames(["house/bath/01.jpg", "house/kitchen/02.jpg"])).toEqual(["01.jpg", "02.jpg"]);
});

test("equal names from different folders are told apart by their folders, as few as it takes", () => {
  expect(distinctNames(["house/bath/01.jpg", "house/kitchen/01.jpg", "02.jpg"])).toEqual([
    "bath-01.jpg",
    "kitchen-01.jpg",
    "02.jpg",
  ]);
});

test("what was added before counts, and the same file dropped again keeps its name", () => {
  const taken = new Map([["01.jpg", "bath/01.jpg"]]);
  expect(distinctNames(["bath/01.jpg"], taken)).toEqual(["01.jpg"]);
  expect(distinctNames(["kitchen/01.jpg"], taken)).toEqual(["kitchen-01.jpg"]);
});

test("folders of the same name take one more", () => {
  expect(distinctNames(["a/bath/01.jpg", "b/bath/01.jpg"])).toEqual(["a-bath-01.jpg", "b-bath-01.jpg"]);
});
