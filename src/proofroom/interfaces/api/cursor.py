"""Lists by cursor: stable while rows come and go, because a page begins after an id and not after a count."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TypeVar

from django.db.models import Model, QuerySet
from pydantic import BaseModel, ConfigDict, Field

from proofroom.core.errors import Invalid

Row = TypeVar("Row", bound=Model)
MOST = 100
LARGEST_ID = 2**63 - 1


class Paging(BaseModel):
    """Which part of a list."""

    model_config = ConfigDict(frozen=True)
    cursor: str | None = Field(None, max_length=40, description="`next` of the page before; without it the first page.")
    limit: int = Field(50, ge=1, le=MOST)


class Listed(BaseModel):
    """Base of all lists."""

    model_config = ConfigDict(frozen=True)
    next: str | None = Field(description="The cursor of the next page; null on the last.")


def page_of(rows: QuerySet[Row], paging: Paging, *, newest_first: bool = False) -> tuple[list[Row], str | None]:
    """The rows of one page in the order of their ids, and the cursor of the next.

    Raises Invalid for a made-up cursor.
    """
    if paging.cursor is not None:
        after = _id_of(paging.cursor)
        rows = rows.filter(pk__lt=after) if newest_first else rows.filter(pk__gt=after)
    found = list(rows.order_by("-pk" if newest_first else "pk")[: paging.limit + 1])
    page, more = found[: paging.limit], len(found) > paging.limit
    return page, _cursor_of(page[-1].pk) if more else None


def _cursor_of(row_id: int) -> str:
    return urlsafe_b64encode(str(row_id).encode()).decode().rstrip("=")


def _id_of(cursor: str) -> int:
    try:
        text = urlsafe_b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4)).decode("ascii")
    except (ValueError, binascii.Error):
        text = ""
    if not text.isdigit() or int(text) > LARGEST_ID:
        raise Invalid("This cursor is not one of ours.", {"cursor": "Send `next` of the page before."})
    return int(text)
