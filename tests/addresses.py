"""Every address of Proofroom, as its routes say them."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

OUTSIDE_DJANGO = ("uploads/", "uploads/<uuid:upload>")
"""Answered before Django's resolver is asked; see proofroom.config.dispatch."""


def routes() -> list[str]:
    """All of them, once each, in alphabetical order."""
    return sorted({*_below(get_resolver(), ""), *OUTSIDE_DJANGO})


def _below(resolver: URLResolver, prefix: str) -> Iterator[str]:
    for each in resolver.url_patterns:
        route = prefix + str(each.pattern)
        if isinstance(each, URLPattern):
            yield route
        else:
            yield from _below(each, route)
