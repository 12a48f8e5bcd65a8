import { beforeEach, expect, test } from "vitest";
import "../elements/quote-price";
import { listed } from "../elements/quote-price";

const part = (item: number) =>
  `<input type="radio" name="part-${item}" value="correction"><input type="radio" name="part-${item}" value="amendment">`;

beforeEach(() => {
  document.body.innerHTML =
    `<form><input type="radio" name="decision" value="amendment"><input type="radio" name="decision" value="split">` +
    `${part(1)}${part(2)}<quote-price each="3.00"><input name="price" value="6.00"></quote-price></form>`;
});

const price = () => (document.querySelector("[name=price]") as HTMLInputElement).value;
const choose = (name: string, value: string) =>
  (document.querySelector(`[name="${name}"][value="${value}"]`) as HTMLInputElement).click();

test("the price follows the pictures that are amended", () => {
  choose("decision", "split");
  choose("part-1", "correction");
  choose("part-2", "amendment");
  expect(price()).toBe("3.00");
  choose("decision", "amendment");
  expect(price()).toBe("6.00");
});

test("a price of somebody's own stays", () => {
  (document.querySelector("[name=price]") as HTMLInputElement).value = "4.50";
  choose("decision", "split");
  expect(price()).toBe("4.50");
});

test("cents add up exactly", () => {
  expect(listed("0.10", 3)).toBe("0.30");
  expect(listed("", 3)).toBe("");
});
