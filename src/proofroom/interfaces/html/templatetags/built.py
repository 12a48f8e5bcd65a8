"""Addresses of the built styles and scripts, read once from vite's manifest."""

import json
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict

from django import template
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

MANIFEST = Path(__file__).parents[1] / "static" / "built" / "manifest.json"


class Entry(TypedDict):
    """One built file as vite's manifest names it."""

    file: str
    css: NotRequired[list[str]]
    imports: NotRequired[list[str]]


@cache
def manifest() -> dict[str, Entry]:
    """Read the manifest; raises ImproperlyConfigured in one sentence when the pages were never built."""
    try:
        entries: dict[str, Entry] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        sentence = "The pages are not built yet: run `make install`, or `npm --prefix frontend run build`."
        raise ImproperlyConfigured(sentence) from error
    return entries


def entry(name: str) -> Entry:
    """The built file of the entry NAME.ts; raises ImproperlyConfigured when there is none."""
    try:
        return manifest()[f"{name}.ts"]
    except KeyError as error:
        sentence = f"frontend/ has no entry called {name}.ts; vite.config.ts lists those it has."
        raise ImproperlyConfigured(sentence) from error


@register.simple_tag
def built_css(name: str) -> SafeString:
    """Stylesheet links of one entry."""
    addresses = ((static(f"built/{path}"),) for path in entry(name).get("css", []))
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', addresses)


@register.simple_tag
def built_js(name: str) -> SafeString:
    """The module script of one entry, with its shared chunks loaded ahead."""
    chunks = [manifest()[key]["file"] for key in entry(name).get("imports", [])]
    ahead = format_html_join(
        "\n", '<link rel="modulepreload" href="{}">', ((static(f"built/{chunk}"),) for chunk in chunks)
    )
    script = format_html('<script type="module" src="{}"></script>', static(f"built/{entry(name)['file']}"))
    return ahead + script
