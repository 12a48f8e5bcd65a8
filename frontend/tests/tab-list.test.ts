import { beforeEach, expect, test } from "vitest";
import "../elements/tab-list";

beforeEach(() => {
  location.hash = "";
  // Built first and inserted whole, as a browser upgrades an element when its script runs after the page is read.
  const page = document.createElement("div");
  page.innerHTML = `<tab-list>
    <nav class="tabs"><a href="#activity">Activity</a><a href="#messages">Messages</a></nav>
    <section id="activity"></section><section id="messages"><p id="message-7"></p></section></tab-list>`;
  document.body.replaceChildren(page);
});

const hidden = (id: string) => document.getElementById(id)?.hidden;

test("the first panel is shown and the others are hidden", () => {
  expect(hidden("activity")).toBe(false);
  expect(hidden("messages")).toBe(true);
});

test("pressing a tab shows its panel and says so to a screen reader", () => {
  const tab = document.querySelector<HTMLAnchorElement>('a[href="#messages"]');
  tab?.click();
  expect(hidden("messages")).toBe(false);
  expect(hidden("activity")).toBe(true);
  expect(tab?.getAttribute("aria-selected")).toBe("true");
});

test("an address inside a panel opens that panel", () => {
  location.hash = "#message-7";
  window.dispatchEvent(new Event("hashchange"));
  expect(hidden("messages")).toBe(false);
  expect(hidden("activity")).toBe(true);
});

test("a field that was refused is shown and waits for its correction", () => {
  const page = document.createElement("div");
  page.innerHTML = `<tab-list>
    <nav class="tabs"><a href="#activity">Activity</a><a href="#messages">Messages</a></nav>
    <section id="activity"></section><section id="messages"><textarea id="body" aria-invalid="true"></textarea></section>
    </tab-list>`;
  document.body.replaceChildren(page);
  expect(hidden("messages")).toBe(false);
  expect(hidden("activity")).toBe(true);
  expect(document.activeElement?.id).toBe("body");
});
