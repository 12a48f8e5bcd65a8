"""The store that ``PROOFROOM_STORAGE_URL`` names: a folder, or an S3 bucket through the same calls."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, cast
from urllib.parse import parse_qsl, unquote, urlsplit

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage

BLOCK = 1024 * 1024


class FolderStorage(FileSystemStorage):
    """A folder in which a file either is whole and on the disk, or is not there."""

    def put(self, key: str, source: Path) -> None:
        """Gives the finished file ``source`` a second name in the store; copies it when it lies on another disk."""
        target = Path(self.path(key))
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            return
        try:
            _settle(source)
            os.link(source, target)
        except FileExistsError:
            return  # another process stored the same bytes first
        except OSError:
            self._copy(source, target)
        _settle(target.parent)

    def _copy(self, source: Path, target: Path) -> None:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".incoming-")
        try:
            with os.fdopen(handle, "wb") as writer, source.open("rb") as reader:
                copyfileobj(reader, writer, BLOCK)
            _settle(Path(temporary))
            Path(temporary).replace(target)
        finally:
            Path(temporary).unlink(missing_ok=True)


def put(key: str, source: Path) -> None:
    """Stores the file ``source`` under ``key``: wholly or not at all. What is there already stays as it is."""
    chosen = store()
    if isinstance(chosen, FolderStorage):
        chosen.put(key, source)
    elif not chosen.exists(key):
        with source.open("rb") as reader:
            chosen.save(key, File(reader))


def open_stored(key: str) -> BinaryIO:
    """The bytes under ``key``, seekable. Raises FileNotFoundError."""
    return cast("BinaryIO", store().open(key, "rb"))


def is_stored(key: str) -> bool:
    """True when the bytes are there."""
    return store().exists(key)


@contextmanager
def local_copy(key: str) -> Iterator[Path]:
    """A path on this machine with the bytes of ``key``, for libraries that want one. Raises FileNotFoundError."""
    chosen = store()
    if isinstance(chosen, FolderStorage):
        yield Path(chosen.path(key))
        return
    with tempfile.NamedTemporaryFile(dir=incoming_folder()) as copy, chosen.open(key, "rb") as source:
        copyfileobj(source, copy, BLOCK)
        copy.flush()
        yield Path(copy.name)


def store() -> Storage:
    """The configured store, one per process and address."""
    return _store(str(settings.STORAGE_URL))


def incoming_folder() -> Path:
    """Where files are written before they are stored; on the disk of the data folder, so storing is a link."""
    folder = Path(settings.DATA) / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@lru_cache(maxsize=4)
def _store(url: str) -> Storage:
    parts = urlsplit(url)
    if parts.scheme == "file":
        return FolderStorage(location=unquote(parts.path))
    from storages.backends.s3 import S3Storage

    options = {"signature_version": "s3v4", "file_overwrite": True, **dict(parse_qsl(parts.query))}
    return cast("Storage", S3Storage(bucket_name=parts.netloc, location=parts.path.strip("/"), **options))


def _settle(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
