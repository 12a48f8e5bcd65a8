"""Signing in, ordering and accepting with the keyboard alone (WCAG 2.1.1, 2.4.7)."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.sights import known_to
from tests.browser.visits import NOBODY, Visits
from tests.ftp.studio import PASSWORD

pytestmark = pytest.mark.browser
MOST_STOPS = 150
FOCUSED = """() => {
    const here = document.activeElement;
    const style = getComputedStyle(here);
    const label = here.labels?.[0]?.innerText ?? "";
    const shown = [here, here.closest("label"), here.nextElementSibling].some((each) => each
        && (getComputedStyle(each).outlineStyle !== "none" || getComputedStyle(each).boxShadow !== "none"));
    return { words: `${here.getAttribute("aria-label") ?? ""} ${label} ${here.innerText ?? ""}`, shown };
}"""


def tab_to(page: Page, words: str) -> None:
    """Presses Tab until the focus is on what has these words; the focus is to be seen at every stop."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        assert here["shown"], f"Nobody sees that the focus is on “{here['words']}”."
        if words in here["words"]:
            return
    raise AssertionError(f"Tab does not lead to “{words}”.")


def press(page: Page, words: str, key: str = "Enter") -> None:
    """Goes there and presses the key."""
    tab_to(page, words)
    page.keyboard.press(key)


def test_signing_in_and_ordering_need_no_mouse(visits: Visits, tmp_path: Path) -> None:
    photograph = tmp_path / "room.jpg"
    Image.effect_noise((600, 400), 40).convert("RGB").save(photograph)
    page = visits.of(NOBODY)
    page.goto("/accounts/login/")
    for words, said in (("E-mail", "customer@example.com"), ("Password", PASSWORD)):
        tab_to(page, words)
        page.keyboard.type(said)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Your menu")).to_be_visible()
    press(page, "Products and services")
    expect(page.get_by_role("heading", level=1)).to_have_text("Products and services")
    press(page, "Interior image editing")
    expect(page.get_by_role("heading", level=1)).to_have_text("Interior image editing")
    press(page, "Order this")
    expect(page.locator("#draft")).to_be_visible()
    tab_to(page, "Natural")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Bright").first).to_be_checked()
    press(page, "Remove cords", "Space")
    press(page, "Go on to your originals")
    expect(page.get_by_text("No original yet.")).to_be_visible()
    with page.expect_file_chooser() as chooser:
        press(page, "Drop your originals here")
    chooser.value.set_files(photograph)
    expect(page.locator("#items .original")).to_have_count(1)
    expect(page.get_by_role("button", name="Place order for €5.50")).to_be_visible()
    press(page, "Place order for €5.50")
    expect(page.get_by_text("The order is placed.")).to_be_visible()


def test_accepting_needs_no_mouse(visits: Visits) -> None:
    number = known_to(visits, "customer")["delivered"]
    page = visits.of("customer")
    page.goto(f"/orders/{number}/")
    press(page, "Accept order")
    expect(page.get_by_role("heading", level=1)).to_have_text("Accept this order?")
    press(page, "Accept order")
    expect(page.get_by_text("The order is accepted and completed.")).to_be_visible()
