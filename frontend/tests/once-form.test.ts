import { afterEach, beforeEach, expect, test, vi } from "vitest";
import "../elements/once-form";

let sent: boolean[];

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  const page = document.createElement("div");
  page.innerHTML = "<once-form><form><button type='submit'>Accept order</button></form></once-form>";
  // A real browser would leave the page; the test only notes whether it was allowed to.
  page.addEventListener("submit", (event) => sent.push(!event.defaultPrevented));
  document.body.replaceChildren(page);
});

afterEach(() => vi.useRealTimers());

const button = () => document.querySelector("button") as HTMLButtonElement;
const submit = () => {
  const event = new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: button() });
  document.querySelector("form")?.dispatchEvent(event);
};

test("a second press does nothing", () => {
  submit();
  submit();
  expect(sent).toEqual([true, false]);
});

test("a button elsewhere on the page that belongs to the form is held too", () => {
  document.body.firstElementChild?.insertAdjacentHTML("beforeend", "<button form='far' type='submit'>Deliver now</button>");
  document.querySelector("form")!.id = "far";
  submit();
  vi.runAllTimers();
  const far = document.querySelector<HTMLButtonElement>("button[form]");
  expect(far?.disabled).toBe(true);
});

test("the pressed button says that it is sending, and is itself again on return", () => {
  submit();
  vi.runAllTimers();
  expect(button().disabled).toBe(true);
  expect(button().textContent).toBe("Sending…");
  window.dispatchEvent(new Event("pageshow"));
  expect(button().disabled).toBe(false);
  expect(button().textContent).toBe("Accept order");
});
