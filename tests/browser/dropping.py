"""Dropping files on a page."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page


def drop(page: Page, files: Sequence[Path]) -> None:
    """Drags the files over the page's field and lets them go, as a person does with a file manager."""
    field = page.locator("upload-list.ready .drop")
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    assert box
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    data = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
    session = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, **point, "data": data})
    session.detach()
