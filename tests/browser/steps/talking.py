"""Messages on an order."""

from playwright.sync_api import Page, expect


def write(page: Page, number: str, words: str) -> None:
    """From the Messages tab; a double click sends one message."""
    page.goto(f"/orders/{number}/#messages")
    page.get_by_label("Write to the").fill(words)
    page.get_by_role("button", name="Send message").dblclick()
    expect(page.locator(".thread").get_by_text(words)).to_have_count(1)


def read_new(page: Page, number: str, words: str) -> None:
    """It counts in the list and on top of every page until it is read."""
    page.goto("/orders/")
    before = unread(page)
    row = page.get_by_role("row").filter(has_text=number)
    row.get_by_role("link", name="1 new").click()
    expect(page.locator(".thread").get_by_text(words)).to_be_visible()
    page.goto("/orders/")
    assert unread(page) == before - 1
    expect(row.get_by_role("link", name="new")).to_have_count(0)


def unread(page: Page) -> int:
    """The count on top of the page; 0 when there is none."""
    count = page.locator(".unread-link .count")
    return int(count.inner_text()) if count.count() else 0
