"""The artist claims, downloads, drops results and delivers."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Locator, Page, expect

from tests.browser.dropping import drop
from tests.browser.steps.ordering import UPLOADS_WITHIN


def claim_on_the_board(page: Page, number: str) -> None:
    """Found by its number among the free jobs, claimed with a double click, and then the artist's own."""
    page.goto("/board/")
    page.get_by_role("button", name=f"Claim {number}").dblclick()
    expect(page.locator(".state").first).to_have_text("In production")
    expect(page.get_by_role("heading", name="Your results")).to_be_visible()


def saved_from(page: Page, link: Locator, folder: Path) -> Path:
    """The file behind a link, as the browser saves it."""
    with page.expect_download() as waiting:
        link.click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file


def expect_package(package: Path, files: Sequence[Path], names: Sequence[str]) -> None:
    """``unzip -t`` finds no fault, and the package holds these files' bytes under these names, and their sums."""
    subprocess.run(["unzip", "-tq", package], check=True)
    with ZipFile(package) as archive:
        members = {Path(member).name: member for member in archive.namelist()}
        assert sorted(members) == sorted([*names, "SHA256SUMS"])
        for file, name in zip(files, names, strict=True):
            assert archive.read(members[name]) == file.read_bytes(), f"{name} is not {file}"


def drop_results(page: Page, files: Sequence[Path], originals: Sequence[str]) -> None:
    """All but the last match by name; that one is matched by hand. Delivering waits for the checks."""
    drop(page, files)
    expect(page.locator(".upload progress")).to_have_count(len(files))
    original = page.get_by_label(f"Original of {files[-1].name}")
    original.select_option(label=_option(page, originals[-1]), timeout=UPLOADS_WITHIN)
    page.get_by_role("button", name=f"Match {files[-1].name}").click()
    count = len(files)
    expect(page.locator("#results")).to_contain_text(f"{count} of {count} results are here.")


def _option(page: Page, original: str) -> str:
    options = page.locator("#results select option").filter(has_text=original)
    expect(options).to_have_count(1, timeout=UPLOADS_WITHIN)
    return options.inner_text()


def deliver_once_checked(page: Page, note: str) -> None:
    """The button works when every result is checked; pressed twice it delivers once."""
    button = page.locator("#results").get_by_role("button", name="Deliver now")
    page.get_by_label("Note to the customer").fill(note)
    expect(page.locator("#results [data-pending]")).to_have_count(0, timeout=UPLOADS_WITHIN)
    expect(button).not_to_have_attribute("aria-disabled", "true", timeout=UPLOADS_WITHIN)
    button.dblclick()
    expect(page.get_by_text("Delivered. The customer has been told by e-mail.")).to_be_visible()


def drop_again(page: Page, file: Path) -> None:
    """What was sent back gets a new result; everything else stands as it was delivered."""
    drop(page, [file])
    expect(page.locator("#results")).to_contain_text("1 of 1 result is here.", timeout=UPLOADS_WITHIN)
