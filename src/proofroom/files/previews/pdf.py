"""PDF: its first page, drawn by PDFium. No script in it runs, no form is filled, nothing outside it is fetched."""

import pypdfium2
import pyvips
from pypdfium2 import raw

from proofroom.files.previews.finding import KEPT, LONGEST, Damaged, Finding, Job, NotShowable
from proofroom.files.previews.rendering import rendered


def look(job: Job) -> Finding:
    """``width`` and ``height`` are those of the drawn page. Raises Damaged, or NotShowable for one with a password."""
    try:
        with pypdfium2.PdfDocument(job.path) as document:
            picture = _first_page(document)
            return rendered(picture, (picture.width, picture.height), job, len(document))
    except pypdfium2.PdfiumError as wrong:
        if getattr(wrong, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise NotShowable(f"This PDF is protected by a password, so it cannot be shown. {KEPT}") from wrong
        raise Damaged("This PDF ends too early or is damaged. Export it again and upload it.") from wrong


def _first_page(document: pypdfium2.PdfDocument) -> pyvips.Image:
    page = document[0]
    scale = LONGEST[0] / max(page.get_size())
    drawn = page.render(scale=scale, may_draw_forms=False, rev_byteorder=True).to_numpy()
    return pyvips.Image.new_from_array(drawn[:, :, :3].copy()).copy(interpretation="srgb")
