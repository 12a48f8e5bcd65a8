"""tus-js-client in Chromium, while the network, the page and the server fail (Row D2)."""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from playwright.sync_api import Browser, CDPSession, Page, Request, expect

from tests.browser.dropping import drop
from tests.files.crashing import Drafted, Server, drafted
from tests.ftp.studio import PASSWORD

__all__ = ["drafted"]
pytestmark = pytest.mark.browser
SIZE = 9_000_000
SLOW = 1_500_000
"""Bytes in a second that leave the browser, so that there is something to break off."""
ARRIVED_WITHIN = 120_000
"""Milliseconds."""


@dataclass(frozen=True)
class Draft:
    """Its number, the server, and the customer's page of it."""

    number: str
    server: Server
    page: Page

    @cached_property
    def network(self) -> CDPSession:
        """Chromium's own."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        return session

    def send(self, *, slowly: bool) -> None:
        """How fast the browser sends from here on."""
        limits = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": SLOW if slowly else -1}
        self.network.send("Network.emulateNetworkConditions", limits)

    def kept(self) -> dict[str, str]:
        """SHA-256 by name of what the order holds."""
        lines = self.server.ask("sums", self.number).splitlines()
        return {name: sha256 for sha256, name in (line.split(maxsplit=1) for line in lines)}


@pytest.fixture
def draft(browser: Browser, drafted: Drafted, tmp_path: Path) -> Iterator[Draft]:
    """A customer before an empty draft."""
    server = Server(drafted.copied(tmp_path / "data"))
    page = browser.new_page(base_url=f"http://127.0.0.1:{server.port}")
    page.goto("/accounts/login/")
    page.get_by_label("E-mail").fill("customer@example.com")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"/orders/{drafted.number}/edit/")
    yield Draft(drafted.number, server, page)
    page.close()
    server.kill()


def film(folder: Path, name: str = "film.bin", size: int = SIZE) -> tuple[Path, str]:
    """A file with random bytes, and its SHA-256."""
    content = os.urandom(size)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return folder / name, hashlib.sha256(content).hexdigest()


def test_an_upload_goes_on_by_itself_after_the_server_was_killed(draft: Draft, tmp_path: Path) -> None:
    file, sha256 = film(tmp_path / "disk")
    draft.send(slowly=True)
    drop(draft.page, [file])
    row = draft.page.locator(".upload-whole .upload")
    expect(row.locator(".upload-says")).to_have_text(re.compile(r"^[1-9].* MB of 9.0 MB sent, .* a second, .* left\.$"))
    draft.server.kill()
    expect(row.locator(".upload-says")).to_have_text(re.compile("no connection at the moment"))
    draft.send(slowly=False)
    draft.server.start()
    expect(draft.page.get_by_text("1 of 1 file arrived.")).to_be_visible(timeout=ARRIVED_WITHIN)
    assert draft.kept() == {"film.bin": sha256}


def test_after_a_reload_an_upload_goes_on_when_the_file_is_chosen_again_or_by_itself(
    draft: Draft, tmp_path: Path
) -> None:
    file, sha256 = film(tmp_path / "disk", size=12_000_000)
    draft.page.on("dialog", lambda dialog: dialog.accept())
    draft.send(slowly=True)
    draft.page.evaluate("delete DataTransferItem.prototype.getAsFileSystemHandle")  # as in most browsers
    drop(draft.page, [file])
    says = draft.page.locator(".upload-whole .upload .upload-says")
    # What is lost is at most the request under way, of 8 MB.
    expect(says).to_have_text(re.compile(r"^(9|1[01])\.\d MB of 12\.0 MB"))
    draft.page.reload()
    unfinished = draft.page.locator(".upload-unfinished")
    expect(unfinished).to_contain_text("You began these files earlier.")
    expect(unfinished.locator(".upload")).to_contain_text("8.4 MB of 12.0 MB are here.")
    drop(draft.page, [file])
    expect(unfinished).to_be_hidden()
    expect(says).to_have_text(re.compile(r"^\S+ MB of 12\.0 MB sent"))
    asked: list[Request] = []
    draft.page.on("request", lambda request: asked.append(request) if request.method == "PATCH" else None)
    draft.page.reload()
    draft.send(slowly=False)
    # This browser lends again what was dropped.
    expect(draft.page.get_by_text("1 of 1 file arrived.")).to_be_visible(timeout=ARRIVED_WITHIN)
    expect(unfinished).to_be_hidden()
    assert draft.kept() == {"film.bin": sha256}
    assert {int(request.headers["upload-offset"]) for request in asked} == {8 * 1024 * 1024}


def test_a_folder_is_dropped_whole_and_equal_names_are_told_apart(draft: Draft, tmp_path: Path) -> None:
    sums = {}
    for folder in ("bath", "kitchen"):
        _, sums[f"{folder}-01.bin"] = film(tmp_path / "house" / folder, "01.bin", 1000)
    _, sums["plan.bin"] = film(tmp_path / "house", "plan.bin", 1000)
    (tmp_path / "house" / ".DS_Store").write_bytes(b"x")
    drop(draft.page, [tmp_path / "house"])
    expect(draft.page.get_by_text("3 of 3 files arrived.")).to_be_visible(timeout=ARRIVED_WITHIN)
    assert draft.kept() == sums


def test_one_and_all_are_paused_and_resumed(draft: Draft, tmp_path: Path) -> None:
    files = [film(tmp_path / "disk", f"{index}.bin", 1_500_000) for index in range(4)]
    draft.send(slowly=True)
    drop(draft.page, [file for file, _ in files])
    draft.page.get_by_role("button", name="Pause all").click()
    expect(draft.page.locator('.upload[data-state="paused"]')).to_have_count(4)
    draft.page.get_by_role("button", name="Resume 2.bin").click()
    expect(draft.page.locator('.upload[data-state="paused"]')).to_have_count(3)
    draft.send(slowly=False)
    draft.page.get_by_role("button", name="Resume all").click()
    expect(draft.page.get_by_text("4 of 4 files arrived.")).to_be_visible(timeout=ARRIVED_WITHIN)
    assert sorted(draft.kept().values()) == sorted(sha256 for _, sha256 in files)
