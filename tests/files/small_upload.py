"""One small picture on its way by tus, as the tests of uploads look at it."""

from proofroom.files import storage
from proofroom.files.models import StoredFile
from tests.files import pictures, tus

CONTENT = pictures.saved(pictures.noisy(400, 300), "JPEG")
SIZE = len(CONTENT)


def started(size: int = SIZE) -> str:
    """The address of a new upload."""
    return tus.create(size).headers["location"]


def offset_at(path: str) -> str:
    """Where the server says the upload goes on."""
    return tus.call("HEAD", path).headers["upload-offset"]


def stored_bytes() -> bytes:
    """The bytes of the one file that has been kept."""
    with storage.open_stored(StoredFile.objects.get().blob.key) as source:
        return source.read()
