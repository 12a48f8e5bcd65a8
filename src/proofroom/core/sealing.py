"""Secrets that have to be read again, such as passwords of customers' servers: a copy of the database opens none."""

import base64
import json
from collections.abc import Mapping

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"proofroom.core.sealing"


class Unreadable(ValueError):  # noqa: N818 - what was sealed, not what failed
    """What was sealed was sealed with another secret key, or was changed since."""


def seal(secrets: Mapping[str, str]) -> str:
    """The secrets as a text that only ``PROOFROOM_SECRET_KEY`` reads (Fernet: AES-128-CBC with HMAC-SHA256)."""
    return _box().encrypt(json.dumps(dict(secrets)).encode()).decode()


def unseal(sealed: str) -> dict[str, str]:
    """What was sealed; nothing for the empty text. Raises Unreadable."""
    if not sealed:
        return {}
    try:
        return dict(json.loads(_box().decrypt(sealed.encode())))
    except InvalidToken:
        raise Unreadable("These secrets were kept under another secret key.") from None


def _box() -> Fernet:
    # A key of its own by HKDF (RFC 5869), so that what this signs or encrypts says nothing about the one it is made of.
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE)
    return Fernet(base64.urlsafe_b64encode(derive.derive(str(settings.SECRET_KEY).encode())))
