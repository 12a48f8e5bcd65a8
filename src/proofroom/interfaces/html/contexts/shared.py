"""The page behind a mailed link."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from proofroom.redistribution.models import Link


@dataclass(frozen=True)
class SharedFile:
    """One file."""

    name: str
    """What it is called."""
    size: int
    """Bytes."""
    url: str
    """Where it is downloaded."""


@dataclass(frozen=True)
class SharedPage:
    """``/shared/TOKEN/``."""

    account: str
    """Who sends the files."""
    product: str
    """What was ordered."""
    files: list[SharedFile]
    """In the order's order."""
    size: int
    """Bytes together."""
    ends: datetime
    """When the link stops working."""


def shared_page(link: Link, token: str) -> SharedPage:
    """Two queries."""
    order = link.push.redistribution.order
    files = [
        SharedFile(each.name, each.size, reverse("shared_file", args=[token, each.pk]))
        for each in link.push.files.order_by("pk")
    ]
    return SharedPage(order.account.name, order.spec.name, files, sum(each.size for each in files), link.expires_at)
