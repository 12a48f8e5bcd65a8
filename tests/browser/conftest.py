"""The real product and a real browser. A failing test leaves pictures of its pages in ``var/failures``."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import chromium
from tests.browser.reworked import NUMBERS
from tests.browser.site import Site, running_site
from tests.browser.visits import PATIENCE_MS, Cookies, Visits
from tests.ftp.studio import ROOT

Rooms = dict[str, list[str]]
FAILED = pytest.StashKey[bool]()
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def site(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Web, worker, clock and FTP on free ports, with the cast and an order in every state."""
    with running_site(shutil.copytree(migrated, tmp_path_factory.mktemp("site"), dirs_exist_ok=True)) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module: its event loop would get into the way of other tests' databases."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def rooms(site: Site) -> Rooms:
    """The addresses of the pictures that ``tests.browser.reworked`` made, by the name of their order."""
    found: Rooms = json.loads((site.data / NUMBERS).read_text())
    return found


@pytest.fixture(scope="session")
def cookies(site: Site) -> Cookies:
    """Of everybody who has signed in: once is enough for all tests of a site."""
    del site
    return {}


@pytest.fixture
def visits(site: Site, browser: Browser, cookies: Cookies, request: pytest.FixtureRequest) -> Iterator[Visits]:
    """People at their browsers."""
    people = Visits(browser, site.url, cookies)
    yield people
    if request.node.stash.get(FAILED, False):
        people.keep_pictures(Path(ROOT) / "var/failures", request.node.name)
    people.close()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Notes for ``visits`` that the test failed."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if report.when == "call":
        item.stash[FAILED] = report.failed
