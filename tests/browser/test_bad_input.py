"""Bad files dropped together with good ones: a sentence beside each, the others go on, nothing is executed."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.dropping import drop
from tests.browser.visits import Visits
from tests.files import pictures

pytestmark = pytest.mark.browser
LONG = "a" * 251 + ".jpg"
PAGE = b"<!doctype html><html><script>document.title = 'taken over'</script></html>"
REFUSED = {
    "nothing.jpg": (b"", "nothing.jpg is empty. Check the file and upload it again."),
    "page.jpg": (PAGE, "page.jpg is a web page, not a picture. It was not kept."),
}
BROKEN = {
    "half.jpg": (pictures.jpeg()[:2_000], "This file ends too early or is damaged. Upload it again."),
    "bomb.png": (pictures.png_bomb(), "far more than the file can hold"),
}
UNSHOWN = {"notes.jpg": (bytes(range(256)) * 40, "Files of this kind are not shown here. It is kept as it is")}
GOOD = {
    "kitchen.jpg": pictures.jpeg(),
    "K\u00fcche \N{SPARKLES}.jpg": pictures.jpeg(610),
    LONG: pictures.jpeg(620),
    "logo.svg": pictures.SVG_WITH_SCRIPT,
}


def written(folder: Path) -> list[Path]:
    """All of them as files, and a second kitchen.jpg in another folder."""
    (folder / "again").mkdir()
    contents = {name: content for name, (content, _) in (REFUSED | BROKEN | UNSHOWN).items()} | GOOD
    files = {folder / name: content for name, content in contents.items()}
    files[folder / "again" / "kitchen.jpg"] = pictures.jpeg(630)
    for file, content in files.items():
        file.write_bytes(content)
    return list(files)


def new_draft(page: Page) -> None:
    page.goto("/orders/new/?product=interior-image-editing")
    page.get_by_role("radio", name="Bright").first.check()
    page.get_by_role("button", name="Go on to your originals").click()
    expect(page.get_by_text("No original yet.")).to_be_visible()


def frame_of(page: Page, name: str) -> Locator:
    return page.locator("#items .original").filter(has=page.get_by_title(name, exact=True))


@pytest.fixture
def draft(visits: Visits, tmp_path: Path) -> Page:
    """A draft after everything was dropped on it and looked at."""
    page = visits.of("customer")
    new_draft(page)
    files = written(tmp_path)
    drop(page, files)
    expect(page.locator("#items .original")).to_have_count(len(files) - len(REFUSED))
    expect(page.locator("#items [data-pending]")).to_have_count(0)
    return page


def test_each_bad_file_has_its_sentence_and_the_others_go_on(draft: Page) -> None:
    for name, (_, sentence) in REFUSED.items():
        row = draft.locator(".upload").filter(has_text=name)
        expect(row.locator(".upload-says")).to_have_text(sentence)
        expect(frame_of(draft, name)).to_have_count(0)
    for name, (_, sentence) in (BROKEN | UNSHOWN).items():
        expect(frame_of(draft, name).locator(".frame-note")).to_contain_text(sentence)
    for name in GOOD:
        picture = frame_of(draft, name).first.locator("img")
        picture.scroll_into_view_if_needed()
        draft.wait_for_function("each => each.complete && each.naturalWidth > 0", arg=picture.element_handle())
    expect(frame_of(draft, "kitchen (1).jpg")).to_have_count(1)
    expect(draft.get_by_text("2 did not: the reason stands beside each.")).to_be_visible()


def test_the_order_can_be_placed_when_the_damaged_files_are_gone(draft: Page) -> None:
    button = draft.locator("#price").get_by_role("button", name="Place order")
    expect(button).to_have_attribute("aria-disabled", "true")
    for left, name in enumerate(BROKEN, start=1):
        frame_of(draft, name).get_by_role("button", name="Remove").click()
        expect(draft.locator("#items .original")).to_have_count(len(BROKEN | UNSHOWN | GOOD) + 1 - left)
    button.click()
    expect(draft.get_by_text("The order is placed.")).to_be_visible()


def test_nothing_of_a_drawing_with_script_is_executed_or_served_inline(draft: Page) -> None:
    address = frame_of(draft, "logo.svg").get_by_role("link").get_attribute("href")
    assert address
    assert draft.request.get(address).headers["content-type"] == "image/webp"
    original = address.split("preview/")[0]
    headers = draft.request.get(original).headers
    assert headers["content-disposition"].startswith("attachment")
    assert "sandbox" in headers.get("content-security-policy", "")
    draft.goto(address)
    assert draft.title() != "taken over"


def test_a_name_with_folders_in_it_leads_nowhere(visits: Visits) -> None:
    page = visits.of("customer")
    new_draft(page)
    photograph = list(pictures.jpeg())
    page.locator("upload-list.ready .drop").evaluate(
        """(field, bytes) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(bytes)], "../../x.jpg", { type: "image/jpeg" }));
            field.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
        }""",
        photograph,
    )
    expect(page.locator("#items .frame-name")).to_have_text(["x.jpg"])
