"""SVG, drawn once into pixels. Its scripts never run, and nothing outside the file is fetched."""

import pyvips

from proofroom.files.previews.finding import KEPT, LONGEST, Damaged, Finding, Job, NotShowable
from proofroom.files.previews.rendering import rendered

LARGEST_DRAWING = 20_000_000  # bytes


def look(job: Job) -> Finding:
    """Raises Damaged for markup that is not whole, NotShowable for a drawing above 20 MB."""
    if job.path.stat().st_size > LARGEST_DRAWING:
        raise NotShowable(
            f"This drawing is larger than {LARGEST_DRAWING // 1_000_000} MB, too large to draw here. {KEPT}"
        )
    # From memory it has no address of its own, so that no path beside it can be meant.
    markup = job.path.read_bytes()
    try:
        header = pyvips.Image.svgload_buffer(markup)
        picture = pyvips.Image.thumbnail_buffer(markup, LONGEST[0])
        return rendered(picture, (header.width, header.height), job)
    except pyvips.Error as wrong:
        raise Damaged("This drawing is not whole. Export it again and upload it.") from wrong
