"""Sends one preview. They are small and asked for by the dozen, so they go the way of the pages, not of the streams."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from proofroom.core.errors import NotVisible
from proofroom.files import storage
from proofroom.files.models import Preview, StoredFile
from proofroom.files.package.layout import MissingFiles

KEEP_A_WHILE = "private, max-age=3600"


def preview_answer(request: HttpRequest, file: StoredFile, longest: int) -> HttpResponse:
    """The preview of a file with so many pixels on its longer side. Raises NotVisible while there is none."""
    found = file.blob.previews.select_related("blob").filter(longest=longest).first()
    if found is None:
        raise NotVisible
    return serve_preview(request, found)


def serve_preview(request: HttpRequest, preview: Preview) -> HttpResponse:
    """A preview of our own making, shown in the page; ``preview.blob`` read already. Raises MissingFiles.

    Whole: a picture of at most some hundred kilobytes is never resumed.
    """
    etag = f'"{preview.blob.sha256}-{preview.longest}"'
    answer = get_conditional_response(request, etag=etag) or HttpResponse(_bytes_of(preview), preview.media_type)
    answer["ETag"] = etag
    answer["Cache-Control"] = KEEP_A_WHILE
    answer["Content-Disposition"] = f'inline; filename="{_name_of(preview)}"'
    answer["X-Content-Type-Options"] = "nosniff"
    # It is made from a stranger's file: a browser that shows it runs nothing of it and lends it no sign-in.
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


def _bytes_of(preview: Preview) -> bytes:
    try:
        return storage.read_stored(preview.key, 0, preview.size)
    except FileNotFoundError as gone:
        raise MissingFiles([_name_of(preview)]) from gone


def _name_of(preview: Preview) -> str:
    return f"preview-{preview.longest}.{'webp' if preview.media_type == 'image/webp' else 'jpg'}"
