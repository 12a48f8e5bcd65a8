"""Which parts of a package somebody has: pairs of first byte and byte after the last, in order and apart."""

from collections.abc import Iterable

Pair = tuple[int, int]


def joined(spans: Iterable[Iterable[int]], start: int, stop: int) -> list[Pair]:
    """``spans`` with the bytes from ``start`` up to, not including, ``stop``; pairs that touch become one."""
    given = [(int(first), int(last)) for first, last in spans]
    merged: list[Pair] = []
    for first, last in sorted([*given, (start, stop)]):
        if first >= last:
            continue
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged
