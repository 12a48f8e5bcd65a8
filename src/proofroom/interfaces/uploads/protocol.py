"""Reads a tus request: its method, its headers, and what they promise."""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from uuid import UUID

from proofroom.interfaces.uploads.answers import ALGORITHMS, VERSION, Declined, Message

ROOT = "/uploads/"
BODY_TYPE = "application/offset+octet-stream"


@dataclass(frozen=True)
class Request:
    """A request as ASGI tells it; header names in lower case."""

    scope: Message
    method: str
    upload_id: UUID | None
    headers: dict[str, str]

    def number(self, name: str) -> int:
        """A header that holds a whole number of bytes. Raises Declined 400."""
        value = self.headers.get(name, "")
        if not (value.isascii() and value.isdigit() and len(value) < 19):  # noqa: PLR2004 - nineteen digits overflow 64 bits
            raise Declined(400, f"The header {name} must be a whole number of bytes.")
        return int(value)

    @property
    def has_body(self) -> bool:
        """Bytes of the file come with this request."""
        return self.headers.get("content-type") == BODY_TYPE


@dataclass(frozen=True)
class Checksum:
    """What a chunk must add up to (tus, checksum extension)."""

    algorithm: str
    digest: bytes

    def start(self) -> "hashlib._Hash":
        """A new hash to feed the chunk to."""
        return hashlib.new(self.algorithm, usedforsecurity=False)


def read_request(scope: Message) -> Request:
    """Raises Declined 404 for an address that names no upload, 412 for another version of the protocol."""
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
    method = str(headers.get("x-http-method-override") or scope["method"]).upper()
    if method != "OPTIONS" and headers.get("tus-resumable") != VERSION:
        raise Declined(412, f"This server speaks version {VERSION} of tus.", Tus_Version=VERSION)
    return Request(scope, method, _upload_id(scope["path"]), headers)


def read_metadata(request: Request) -> dict[str, str]:
    """The pairs of Upload-Metadata: names, and values from Base64. Raises Declined 400."""
    pairs = (pair.split() for pair in request.headers.get("upload-metadata", "").split(",") if pair.strip())
    try:
        return {name: base64.b64decode("".join(value), validate=True).decode() for name, *value in pairs}
    except (ValueError, binascii.Error) as wrong:
        raise Declined(400, "The header upload-metadata must hold names with values in Base64.") from wrong


def read_checksum(request: Request) -> Checksum | None:
    """What Upload-Checksum promises, if anything. Raises Declined 400 for an algorithm that is not known here."""
    if "upload-checksum" not in request.headers:
        return None
    algorithm, _, encoded = request.headers["upload-checksum"].partition(" ")
    try:
        digest = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        digest = b""
    if (
        algorithm not in ALGORITHMS.split(",")
        or len(digest) != hashlib.new(algorithm, usedforsecurity=False).digest_size
    ):
        raise Declined(400, f"The header upload-checksum must name one of {ALGORITHMS} and its value in Base64.")
    return Checksum(algorithm, digest)


def _upload_id(path: str) -> UUID | None:
    name = path.removeprefix(ROOT.rstrip("/")).strip("/")
    try:
        return UUID(name) if name else None
    except ValueError:
        raise Declined(404, "There is no such upload.") from None
