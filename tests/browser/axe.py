"""axe-core (WCAG 2.2 A and AA, and its own good practices) on the page as it stands."""

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.ftp.studio import ROOT

AXE = ROOT / "frontend/node_modules/axe-core/axe.min.js"
RUN = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"


@cache
def _source() -> str:
    return AXE.read_text()


def violations(page: Page) -> list[str]:
    """A line for each element that violates a rule."""
    page.evaluate(_source())
    return [line for found in page.evaluate(RUN) for line in _lines(found)]


def _lines(found: dict[str, Any]) -> list[str]:
    return [f"{found['id']}: {found['help']}: {node['html'][:200]}" for node in found["nodes"]]
