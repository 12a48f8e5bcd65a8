import { expect, test } from "vitest";
import "../elements/fill-in";

test("pressing a person fills the form and sends nothing", () => {
  let sent = 0;
  const page = document.createElement("div");
  page.innerHTML = `<form id="sign-in"><input name="login"><input name="password"><button type="submit">Go</button></form>
    <fill-in form="sign-in" password="secret"><button type="button" data-login="a@example.com" hidden>a</button>
    <span data-without-script>a</span></fill-in>`;
  document.body.replaceChildren(page);
  document.addEventListener("submit", () => (sent += 1));
  const button = document.querySelector<HTMLButtonElement>("[data-login]");
  expect(button?.hidden).toBe(false);
  expect(document.querySelector<HTMLElement>("[data-without-script]")?.hidden).toBe(true);
  button?.click();
  expect([...document.querySelectorAll("input")].map(({ value }) => value)).toEqual(["a@example.com", "secret"]);
  expect(document.activeElement?.textContent).toBe("Go");
  expect(sent).toBe(0);
});
