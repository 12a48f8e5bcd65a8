"""Every page for every role, wide and narrow, holds to WCAG 2.2 AA as far as axe-core can tell (Row D10)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.addresses import routes
from tests.browser.axe import violations
from tests.browser.chromium import NARROW, WIDE
from tests.browser.sights import LOOKERS, SIGHTS, is_page, known_to
from tests.browser.site import Site
from tests.browser.visits import Visits

pytestmark = pytest.mark.browser
SIZES = (WIDE, NARROW)
KNOWS = {"artist": "artist"}
"""Whose orders the looker is shown; the customer's for everybody else."""


@pytest.fixture(scope="module")
def known(site: Site, browser: Browser) -> Callable[[str], dict[str, str]]:
    """Numbers of orders, returns and pictures as this part knows them, looked up once."""
    visits = Visits(browser, site.url)
    found = {part: known_to(visits, part) for part in ("customer", "artist")}
    visits.close()
    return lambda part: found[KNOWS.get(part, "customer")]


def test_every_page_is_looked_at() -> None:
    assert {sight.route for sight in SIGHTS} == {route for route in routes() if is_page(route)}


@pytest.mark.parametrize("part", LOOKERS)
def test_no_page_shuts_anybody_out(visits: Visits, known: Callable[[str], dict[str, str]], part: str) -> None:
    page, wrong = visits.of(part), []
    for sight in SIGHTS:
        if part not in sight.lookers:
            continue
        address = sight.address.format(**known(part))
        page.goto("about:blank")
        answer = page.goto(address)
        assert answer, address
        assert answer.status == 200, f"{part} gets {answer.status} at {address}"
        for size in SIZES:
            page.set_viewport_size(size)
            wrong += [f"{sight.address} for {part} at {size['width']}: {line}" for line in violations(page)]
            wrong += [f"{sight.address} for {part} at {size['width']} is too wide"] * is_too_wide(page)
    assert not wrong, "\n".join(wrong)


def is_too_wide(page: Page) -> bool:
    """Whether the whole page scrolls sideways (WCAG 1.4.10)."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


@pytest.mark.parametrize("address", ["/nowhere/", "/orders/PR-2026-999999/"])
def test_an_error_page_is_a_page_like_others(visits: Visits, address: str) -> None:
    page = visits.of("customer")
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404
    assert violations(page) == []


def test_what_opens_over_a_page_shuts_nobody_out(visits: Visits, known: Callable[[str], dict[str, str]]) -> None:
    page = visits.of("customer")
    page.goto(f"/orders/{known('customer')['delivered']}/")
    page.get_by_role("button", name="Your menu").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Download now").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.set_viewport_size(NARROW)
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    assert violations(page) == []
