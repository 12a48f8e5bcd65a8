"""Webhooks, signed as Standard Webhooks says: https://www.standardwebhooks.com, symmetric signatures."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Self

import urllib3

from proofroom.core import clock
from proofroom.redistribution.carriers.parcel import Parcel, Tell, Trouble
from proofroom.redistribution.kinds import Webhook

LARGEST_ANSWER = 64 * 1024
ACCEPTED = range(200, 300)
GONE = HTTPStatus.GONE
Describe = Callable[[Parcel], dict[str, Any]]


class WebhookCarrier:
    """One POST for each file. The address is called as it stands: redirections are not followed."""

    def __init__(self, settings: Webhook, patience: float, describe: Describe) -> None:
        """``describe`` says what stands in the JSON about a file."""
        self._settings = settings
        self._patience = patience
        self._describe = describe

    def __enter__(self) -> Self:
        self._pool = urllib3.PoolManager()
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.clear()

    def check(self) -> str:
        """Sends ``ping``, which carries nothing."""
        self._post("ping", {"type": "ping"})
        return "The system has accepted a signed ping."

    def carry(self, parcel: Parcel, tell: Tell) -> None:
        """Tells the system where the file is; the same id however often it is told."""
        self._post(parcel.key, {"type": "file.redistributed", "data": self._describe(parcel)})
        tell(parcel.size, "")

    def _post(self, key: str, said: dict[str, Any]) -> None:
        at = clock.now()
        body = json.dumps({**said, "timestamp": at.isoformat()}).encode()
        stamp = str(int(at.timestamp()))
        secret = self._settings.signing_secret.get_secret_value()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Proofroom",
            "Idempotency-Key": key,
            "webhook-id": key,
            "webhook-timestamp": stamp,
            "webhook-signature": signature(secret, key, stamp, body),
        }
        answer = self._pool.request(
            "POST",
            self._settings.url.get_secret_value(),
            body=body,
            headers=headers,
            redirect=False,
            retries=False,
            timeout=urllib3.Timeout(total=self._patience),
            preload_content=False,
        )
        answer.read(LARGEST_ANSWER)  # so that the connection can be used again; what it says is not needed
        answer.release_conn()
        if answer.status not in ACCEPTED:
            raise Trouble(f"The system answered {answer.status}.", lasting=answer.status == GONE)


def signature(secret: str, key: str, stamp: str, body: bytes) -> str:
    """``v1,`` and the HMAC-SHA256 of id, timestamp and body, each parted by a dot, in base64."""
    known = base64.b64decode(secret.removeprefix("whsec_"))
    signed = hmac.new(known, f"{key}.{stamp}.".encode() + body, hashlib.sha256)
    return "v1," + base64.b64encode(signed.digest()).decode()
