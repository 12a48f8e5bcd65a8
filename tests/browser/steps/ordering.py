"""The customer chooses, adds originals and places the order."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.dropping import drop

UPLOADS_WITHIN = 300_000
"""Milliseconds."""


def choose_interior_image_editing(page: Page) -> None:
    """From the menu to the form of a new order."""
    page.get_by_role("link", name="Products and services").first.click()
    page.get_by_role("link", name="Interior image editing").click()
    page.get_by_role("link", name="Order this").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Interior image editing")


def choose_style_levels_and_an_extra(page: Page) -> None:
    """Each choice that costs shows in the price at once."""
    total = page.locator("#price tfoot td")
    expect(total).to_have_text("€4.50")
    page.get_by_role("radio", name="Warm").check()
    expect(total).to_have_text("€5.00")
    page.get_by_role("group", name="Brightness").get_by_role("radio", name="Brighter", exact=True).check()
    page.get_by_role("checkbox", name="Remove cords").check()
    expect(total).to_have_text("€6.00")
    page.get_by_label("What should the artist know?").fill("Keep the plants.")
    page.get_by_role("button", name="Go on to your originals").click()
    expect(page.locator("#originals")).to_be_visible()


def drop_originals(page: Page, files: Sequence[Path]) -> None:
    """Every file has its own progress; when all arrived they stand in the order and count in its price."""
    drop(page, files)
    bars = page.locator(".upload progress")
    expect(bars).to_have_count(len(files))
    for file in files:
        expect(page.get_by_role("progressbar", name=file.name)).to_have_count(1)
    expect(page.locator("#items .original")).to_have_count(len(files), timeout=UPLOADS_WITHIN)
    expect(page.get_by_text(f"{len(files)} of {len(files)} files arrived.")).to_be_visible()
    expect(page.locator("#price tfoot td")).to_have_text(f"€{6 * len(files)}.00")


def place_the_order(page: Page, price: str) -> str:
    """Pressed twice by a nervous hand; returns the number of the one order."""
    page.get_by_role("button", name=f"Place order for {price}").dblclick()
    expect(page.get_by_text("The order is placed.")).to_be_visible()
    expect(page.locator(".state").first).to_have_text("Placed")
    return page.url.rstrip("/").rsplit("/", 1)[-1]


def go_back_and_place_again(page: Page, number: str) -> None:
    """The form that history still shows leads to the placed order, which was placed once."""
    page.go_back()
    page.goto(f"/orders/{number}/edit/")
    expect(page).to_have_url(f"/orders/{number}/")
    expect(page.locator("#activity")).to_contain_text("You placed the order")
    expect(page.locator("#activity .timeline-entry").filter(has_text="placed")).to_have_count(1)
