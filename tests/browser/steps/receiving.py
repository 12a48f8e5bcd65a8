"""The customer is told, looks, downloads and compares."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.site import Site
from tests.browser.steps.producing import expect_package, saved_from


def read_the_mail(site: Site, number: str, count: int) -> str:
    """It names the order, counts the files, and links to the order; returns the link."""
    mail = site.mailbox.mail_to("customer", f"{number} is ready for download")
    body = mail.get_body(("plain",))
    assert body is not None
    link = f"{site.url}/orders/{number}/"
    assert f"{count} files" in mail["Subject"]
    assert f"{count} files of {number}" in body.get_content()
    assert link in body.get_content()
    return link


def find_it_in_my_orders(page: Page, number: str) -> None:
    """Ready for download stands in its row."""
    page.goto("/")
    page.get_by_role("link", name="My orders").first.click()
    row = page.get_by_role("row").filter(has_text=number)
    expect(row).to_contain_text("Ready for download")
    row.get_by_role("link").first.click()


def read_the_order_page(page: Page) -> None:
    """Four tabs, and a clock that runs towards what is said to come."""
    for name in ("Activity", "Messages", "Files", "Details"):
        page.get_by_role("tab", name=name).click()
        expect(page.get_by_role("tabpanel", name=name)).to_be_visible()
    time_left = page.locator(".time-left")
    expect(time_left.locator(".time-left-next")).to_contain_text("Completed by itself on")
    figure = time_left.locator("[data-figure]")
    shown = figure.inner_text()
    expect(figure).not_to_have_text(shown)


def download_now(page: Page, folder: Path, results: Sequence[Path], names: Sequence[str]) -> None:
    """One dialog tells both ways; its ZIP holds the results."""
    page.get_by_role("link", name="Download now").click()
    dialog = page.get_by_role("dialog", name="Download your files")
    expect(dialog.get_by_role("heading", name="In the browser")).to_be_visible()
    expect(dialog.get_by_role("heading", name="By FTP")).to_be_visible()
    expect(dialog).to_contain_text("customer@example.com")
    package = saved_from(page, dialog.get_by_role("link", name="Download the ZIP"), folder)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect_package(package, results, names)


def compare(page: Page, folder: Path, originals: Sequence[Path], results: Sequence[Path]) -> None:
    """Before and after lie in one frame; arrow keys go to the next picture, and each is saved alone."""
    pairs = {original.name: (original, result) for original, result in zip(originals, results, strict=True)}
    page.get_by_role("link", name="Before/After").click()
    expect(page.locator(".pair")).to_have_count(len(originals))
    names = page.locator(".pair .frame-name").all_inner_texts()
    page.get_by_role("link", name=f"{names[0]}, before and after").click()
    for name in names[:2]:
        _expect_pair(page, names, name)
        for label, file in zip(("Original to download", "Version 1 to download"), pairs[name], strict=True):
            saved = saved_from(page, page.get_by_role("link", name=label), folder)
            assert saved.read_bytes() == file.read_bytes(), f"{label} of {name} is not {file}"
        page.keyboard.press("ArrowRight")
    _expect_pair(page, names, names[2])
    page.keyboard.press("ArrowLeft")
    _expect_pair(page, names, names[1])
    _move_the_divider(page)


def _expect_pair(page: Page, names: Sequence[str], name: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{names.index(name) + 1} of {len(names)}, {name}")
    item = page.locator("#room-head form").get_attribute("action") or ""
    expect(page.locator("picture-room")).to_have_attribute("data-shown", item.strip("/").split("/")[-1])
    captions = [page.locator(pane).get_attribute("data-caption") for pane in (".pane-before", ".pane-after")]
    assert captions == ["Original", "Version 1"]


def _move_the_divider(page: Page) -> None:
    divider = page.get_by_role("slider", name="Divider")
    before = int(divider.input_value())
    page.keyboard.press("Shift+ArrowRight")
    assert int(divider.input_value()) == before + 5
