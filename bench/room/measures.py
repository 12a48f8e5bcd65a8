"""What is measured in the browser; every figure is milliseconds as the page itself counts them."""

from pathlib import Path

from playwright.sync_api import Page

from bench.room.stage import MARKINGS
from tests.browser.visits import Visits

POINTS = 2_000
LAST = -1
SCRIPT = Path(__file__).parent / "page.js"


class Room:
    """One order and the customer who looks at it."""

    def __init__(self, visits: Visits, number: str) -> None:
        self.visits = visits
        self.number = number

    def sheet(self, rounds: int) -> list[float]:
        """Each time with an empty cache, until every picture in sight is there and the sheet answers keys."""
        return [self._sheet_once() for _ in range(rounds)]

    def following(self, rounds: int) -> list[float]:
        """From the key until the pictures are on the table."""
        page = self._opened()
        seen = []
        for _ in range(rounds):
            page.wait_for_timeout(700)
            seen.append(page.evaluate("bench.following()"))
        page.context.close()
        return seen

    def pencil(self, rounds: int) -> list[float]:
        """The longest that one frame works while a line of 2,000 points is drawn."""
        page = self._opened()
        seen = [page.evaluate(f"bench.draw({POINTS})") for _ in range(rounds)]
        page.context.close()
        return seen

    def panning(self, rounds: int) -> list[float]:
        """The usual time from frame to frame while 500 markings move and grow."""
        return self._among_many("bench.pan()", rounds)

    def dragging(self, rounds: int) -> list[float]:
        """The usual work of a frame in which one of 500 markings is moved."""
        return self._among_many("bench.drag()", rounds)

    def _among_many(self, measure: str, rounds: int) -> list[float]:
        page = self._opened(LAST)
        page.locator(".mark-layer .mark").nth(MARKINGS - 1).wait_for(state="attached")
        seen = [page.evaluate(measure) for _ in range(rounds)]
        page.context.close()
        return seen

    def _sheet_once(self) -> float:
        page = self._page()
        page.goto(f"/orders/{self.number}/review/")
        usable = page.locator("html[data-usable]").get_attribute("data-usable")
        page.context.close()
        return float(usable or 0)

    def _opened(self, place: int = 0) -> Page:
        page = self._page()
        page.goto(f"/orders/{self.number}/review/")
        page.locator("a.frame-picture").nth(place).click()
        page.wait_for_selector("picture-room[data-shown]")
        return page

    def _page(self) -> Page:
        page = self.visits.of("customer")
        page.add_init_script(path=SCRIPT)
        return page
