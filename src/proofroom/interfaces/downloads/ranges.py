"""Which bytes a request asks for (RFC 9110 §13 and §14)."""

import re
from dataclasses import dataclass

from django.http import HttpRequest

ONE_RANGE = re.compile(r"bytes=[ \t]*(\d*)-(\d*)[ \t]*", re.IGNORECASE | re.ASCII)
MANY_DIGITS = 19  # a longer number is no position in any file


@dataclass(frozen=True)
class Span:
    """Bytes from ``start`` up to, not including, ``stop``."""

    start: int
    stop: int

    @property
    def length(self) -> int:
        """How many bytes."""
        return self.stop - self.start


class Unsatisfiable(Exception):  # noqa: N818 - an answer of its own (416), not a fault
    """The range begins behind the last byte."""


def asked_span(request: HttpRequest, length: int, etag: str) -> Span | None:
    """The one range that is asked for, or None for the whole. Raises Unsatisfiable (RFC 9110 §15.5.17).

    Several ranges, other units and nonsense are answered with the whole, as RFC 9110 §14.2 allows; so is a range
    whose If-Range names another edition (§13.1.5).
    """
    match = ONE_RANGE.fullmatch(request.headers.get("Range", ""))
    if match is None or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = match.groups()
    if not (first or last) or max(len(first), len(last)) > MANY_DIGITS:
        return None
    return _suffix(int(last), length) if not first else _from(int(first), last, length)


def _suffix(count: int, length: int) -> Span:
    if count == 0 or length == 0:
        raise Unsatisfiable
    return Span(max(0, length - count), length)


def _from(first: int, last: str, length: int) -> Span | None:
    if last and int(last) < first:
        return None  # not a valid range, so as if there were none (§14.1.1)
    if first >= length:
        raise Unsatisfiable
    return Span(first, min(int(last) + 1, length) if last else length)
