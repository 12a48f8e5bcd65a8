import { afterEach, beforeEach, expect, test, vi } from "vitest";
import "../elements/order-form";

const page = (total: string) => `<div id="price" data-total="${total}"><button>Place order for ${total}</button></div>`;
let answers: ((answer: Response) => void)[];
let sent: string[];

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  sent = [];
  vi.stubGlobal("fetch", (_address: string, { body }: { body: FormData }) => {
    sent.push(String(body.get("style")));
    return new Promise<Response>((resolve) => answers.push(resolve));
  });
  document.body.innerHTML = `<order-form price="/price/"><form id="draft">
    <input name="style" value="bright"></form>${page("€10.00")}<p data-says></p><div id="items"></div></order-form>`;
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const says = () => document.querySelector("[data-says]")?.textContent;
const field = () => document.querySelector("input") as HTMLInputElement;
const choose = async (style: string) => {
  field().value = style;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  await vi.advanceTimersByTimeAsync(1000);
};
const answer = async (response: Response) => {
  answers.shift()?.(response);
  await vi.advanceTimersByTimeAsync(0);
};

test("a choice is sent and the price that comes back is shown", async () => {
  await choose("warm");
  expect(sent).toEqual(["warm"]);
  await answer(new Response(page("€12.00")));
  expect(document.querySelector("button")?.textContent).toBe("Place order for €12.00");
  expect(says()).toBe("Saved. The price is €12.00.");
});

test("what is chosen while one is on its way is sent after it, never before", async () => {
  await choose("warm");
  await choose("dark");
  await choose("cold");
  expect(sent).toEqual(["warm"]);
  await answer(new Response(page("€12.00")));
  expect(sent).toEqual(["warm", "cold"]);
});

test("a refusal and a lost connection are said, and the price shown stays", async () => {
  await choose("warm");
  await answer(new Response("", { status: 422 }));
  expect(says()).toContain("could not be kept");
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
  await choose("dark");
  expect(says()).toContain("The connection is lost.");
  expect(document.querySelector("button")?.textContent).toBe("Place order for €10.00");
});

test("new originals ask for the price too", async () => {
  document.dispatchEvent(new CustomEvent("region-refreshed", { detail: { selector: "#items" } }));
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(["bright"]);
});
