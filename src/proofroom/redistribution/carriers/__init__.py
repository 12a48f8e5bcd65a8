"""How files get to each kind of destination: one file per kind."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from proofroom.redistribution.carriers.parcel import Carrier, Parcel, Tell, Trouble
from proofroom.redistribution.destinations import remember_host_key, settings_of
from proofroom.redistribution.kinds import Bucket, Ftp, Sftp, Webhook
from proofroom.redistribution.models import Destination, Push

__all__ = ["Carrier", "Parcel", "Tell", "Trouble", "carrier_to"]

PATIENCE = 30.0
"""Seconds without any answer until a connection counts as broken."""


def carrier_to(
    destination: Destination,
    *,
    push: Push | None = None,
    describe: Callable[[Parcel], dict[str, Any]] = lambda _: {},
    wait: Callable[[], None] = lambda: None,
    patience: float = PATIENCE,
) -> Carrier:
    """The carrier for this destination; without ``push`` only to check it. Raises Unreadable, see ``settings_of``.

    Libraries that are slow to import come with the first destination that needs them.
    """
    said = settings_of(destination)
    if isinstance(said, Ftp):
        from proofroom.redistribution.carriers.ftp import FtpCarrier

        return FtpCarrier(said, patience)
    if isinstance(said, Sftp):
        from proofroom.redistribution.carriers.sftp import SftpCarrier

        known = destination.options.get("host_key", "")
        return SftpCarrier(said, patience, known, lambda key: remember_host_key(destination, key))
    if isinstance(said, Bucket):
        from proofroom.redistribution.carriers.bucket import BucketCarrier

        return BucketCarrier(said, patience)
    if isinstance(said, Webhook):
        from proofroom.redistribution.carriers.webhook import WebhookCarrier

        return WebhookCarrier(said, patience, describe)
    from proofroom.redistribution.carriers.email import EmailCarrier

    return EmailCarrier(push, urlsplit(settings.SITE_URL).hostname or "localhost", wait)
