"""People at their browsers."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.chromium import NARROW, WIDE
from tests.ftp.studio import PASSWORD

PATIENCE_MS = 60_000
NOBODY = "nobody"
"""Who is not signed in."""
Cookies = dict[str, Any]
"""What the browser of each person keeps once they have signed in."""


class Visits:
    """``visits.of("customer")``: a page in a browser of that person, who signed in by the form."""

    def __init__(self, browser: Browser, url: str, cookies: Cookies | None = None) -> None:
        self.browser = browser
        self.url = url
        self.contexts: list[BrowserContext] = []
        self._cookies = {} if cookies is None else cookies

    def of(self, part: str, *, narrow: bool = False) -> Page:
        """A new page of this person, ``NOBODY`` for one who is not signed in."""
        if part != NOBODY and part not in self._cookies:
            self._cookies[part] = self._signed_in(part)
        return self._page(self._cookies.get(part), NARROW if narrow else WIDE)

    def sign_in(self, page: Page, part: str) -> None:
        """By the form, as a person does."""
        page.goto("/accounts/login/")
        page.get_by_label("E-mail").fill(f"{part}@example.com")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.locator("#sign-in").get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("button", name="Your menu")).to_be_visible()

    def _signed_in(self, part: str) -> Any:
        page = self._page(None, WIDE)
        self.sign_in(page, part)
        state = page.context.storage_state()
        page.context.close()
        self.contexts.remove(page.context)
        return state

    def _page(self, state: Any, size: ViewportSize) -> Page:
        context = self.browser.new_context(
            base_url=self.url, viewport=size, storage_state=state, locale="en-GB", timezone_id="UTC"
        )
        context.set_default_timeout(PATIENCE_MS)
        self.contexts.append(context)
        return context.new_page()

    def keep_pictures(self, folder: Path, name: str) -> None:
        """What every open page shows now, for whoever looks at a failed test."""
        folder.mkdir(parents=True, exist_ok=True)
        pages = [page for context in self.contexts for page in context.pages]
        for number, page in enumerate(pages, start=1):
            page.screenshot(path=folder / f"{name}-{number}.png", full_page=True)

    def close(self) -> None:
        """Everybody goes home."""
        for context in self.contexts:
            context.close()
