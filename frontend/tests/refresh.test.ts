import { expect, test } from "vitest";
import { showRegion } from "../refresh";

const region = (options: string): string =>
  `<div id="results"><select id="match-1">${options}</select><p>Being checked</p></div>`;

const select = (): HTMLSelectElement | null => document.querySelector("#match-1");

test("a choice that is not sent yet outlasts the refreshing of its region", () => {
  document.body.innerHTML = region('<option value="">Choose one</option><option value="7">chelsea.jpg</option>');
  const before = select();
  if (before) before.value = "7";
  const fresh = region('<option value="">Choose one</option><option value="7">chelsea.jpg (has a result)</option>');
  expect(showRegion("#results", fresh)).toBe(true);
  expect(select()).not.toBe(before);
  expect(select()?.value).toBe("7");
  expect(select()?.selectedOptions[0]?.textContent).toBe("chelsea.jpg (has a result)");
});

test("what can no longer be chosen falls back to what the server shows", () => {
  document.body.innerHTML = region('<option value="">Choose one</option><option value="7">chelsea.jpg</option>');
  const before = select();
  if (before) before.value = "7";
  showRegion("#results", region('<option value="">Choose one</option>'));
  expect(select()?.value).toBe("");
});
