"""The store that ``PROOFROOM_STORAGE_URL`` names: a folder, or an S3 bucket, through the same calls."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qsl, unquote, urlsplit

from django.conf import settings

from proofroom.files.storage.folder import Folder
from proofroom.files.storage.store import BLOCK, Attachment, Store, StoreError

__all__ = ["BLOCK", "Attachment", "StoreError"]


def put(key: str, source: Path) -> None:
    """Stores the file ``source`` under ``key``: wholly or not at all. Raises OSError."""
    store().put(key, source)


def open_stored(key: str) -> BinaryIO:
    """The bytes under ``key``, seekable, read as they are asked for. Raises FileNotFoundError, StoreError."""
    return store().open_stored(key)


def read_stored(key: str, offset: int, length: int) -> bytes:
    """``length`` bytes from ``offset`` on, and no others from a bucket. Raises FileNotFoundError, StoreError."""
    with open_stored(key) as source:
        source.seek(offset)
        return source.read(length)


def is_stored(key: str) -> bool:
    """True when the bytes are there."""
    return store().is_stored(key)


def missing(keys: Iterable[str]) -> set[str]:
    """Those of ``keys`` that are not there; quick also for thousands of them in a bucket."""
    return store().missing(keys)


def local_copy(key: str) -> AbstractContextManager[Path]:
    """A path on this machine with the bytes of ``key``, for libraries that want one. Raises FileNotFoundError."""
    return store().local_copy(key)


def remove(key: str) -> None:
    """Deletes the bytes under ``key``; for the collection alone, which knows that nobody needs them."""
    store().remove(key)


def stored_keys() -> Iterator[str]:
    """Every key there is, in no order."""
    return store().stored_keys()


def direct_address(key: str, told: Attachment) -> str | None:
    """Where whoever has the address gets the bytes for a few minutes straight from the store.

    None unless the store is a bucket that browsers reach. Whether somebody may have them is asked before.
    """
    return store().direct_address(key, told)


def store() -> Store:
    """The configured store, one per process and address."""
    return _store(str(settings.STORAGE_URL))


def incoming_folder() -> Path:
    """Where files are written before they are stored; on the disk of the data folder, so storing is a link."""
    folder = Path(settings.DATA) / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@lru_cache(maxsize=4)
def _store(url: str) -> Store:
    parts = urlsplit(url)
    if parts.scheme == "file":
        return Folder(Path(unquote(parts.path)))
    from proofroom.files.storage.bucket import Bucket  # boto3 takes half a second to import

    return Bucket(parts.netloc, parts.path.strip("/"), dict(parse_qsl(parts.query)))
