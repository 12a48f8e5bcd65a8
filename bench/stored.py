"""Files put straight into a data folder's store, for programs that fill a Proofroom with thousands of them."""

import zlib
from hashlib import sha256
from pathlib import Path

from proofroom.files.models import Blob
from tests.cast import BEGINNING


def stored(data: Path, content: bytes) -> Blob:
    """``content`` in the store, and its row, not saved yet."""
    digest = sha256(content).hexdigest()
    path = data / "files" / digest[:2] / digest[2:4] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Blob(
        sha256=digest, crc32=zlib.crc32(content), size=len(content), media_type="image/jpeg",
        key=str(path.relative_to(data / "files")), stored_at=BEGINNING, inspection=Blob.Inspection.SHOWN,
    )  # fmt: skip
