import { expect, test } from "vitest";
import { areaBetween, MarkArea } from "../elements/mark-area";

test("an area is the same from whichever corner it is dragged", () => {
  const area = { x: 10, y: 20, width: 30, height: 40 };
  expect(areaBetween({ x: 10, y: 20 }, { x: 40, y: 60 })).toEqual(area);
  expect(areaBetween({ x: 40, y: 60 }, { x: 10, y: 20 })).toEqual(area);
});

test("an area stays within the picture and is never a mere click", () => {
  expect(areaBetween({ x: 90, y: 90 }, { x: 130, y: 140 })).toEqual({ x: 90, y: 90, width: 10, height: 10 });
  expect(areaBetween({ x: 50, y: 50 }, { x: 50.2, y: 80 })).toBeUndefined();
});

test("numbers that were written show the area on the picture", () => {
  document.body.innerHTML = `<form><input type="number" name="x" value="10"><input type="number" name="y" value="20">
    <input type="number" name="width" value="30"><input type="number" name="height" value="40"></form>`;
  const area = new MarkArea();
  area.innerHTML = '<div class="mark-picture"></div>';
  document.querySelector("form")?.append(area);
  const drawn = document.querySelector<HTMLElement>(".mark-drawn");
  expect(drawn?.hidden).toBe(false);
  expect(drawn?.style.left).toBe("10%");
  expect(drawn?.style.height).toBe("40%");
});
