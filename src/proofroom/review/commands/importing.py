"""Annotations of other programs come in, row by row: what cannot be kept is named, and the rest is kept. Row E6."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from proofroom.core.actor import Actor
from proofroom.core.errors import Invalid
from proofroom.core.text import is_storable
from proofroom.orders.models import Item
from proofroom.review.commands.drawing import Drawn, draw
from proofroom.review.commands.sending import newest_size
from proofroom.review.models import Marking
from proofroom.review.reading import read_selector
from proofroom.review.selectors import Size

MOST_ROWS = 1_000
FORMS = "Send an Annotation, a list of them, an AnnotationPage with items, or an AnnotationCollection with first."


@dataclass(frozen=True)
class RefusedRow:
    """An annotation that was not kept: its place from 1, its id if it has one, and why."""

    row: int
    id: str
    sentence: str


@dataclass(frozen=True)
class Imported:
    """What became of a file of annotations."""

    kept: list[Marking]
    refused: list[RefusedRow]


def import_annotations(item: Item, actor: Actor, document: Any, at: datetime) -> Imported:
    """Each annotation becomes a draft on the newest version. Raises Invalid for a file that holds no annotations at
    all, Refused where this person marks nothing.
    """
    rows, size = _rows(document), newest_size(item)
    outcome = Imported([], [])
    for place, row in enumerate(rows, start=1):
        try:
            outcome.kept.append(draw(item, actor, _drawn(row, size), at))
        except Invalid as wrong:
            outcome.refused.append(RefusedRow(place, _id(row), wrong.message))
    return outcome


def _rows(document: Any) -> list[Any]:
    if isinstance(document, dict):
        document = _listed(document)
    if not isinstance(document, list) or not document:
        raise Invalid(f"This file holds no annotations. {FORMS}", {"body": FORMS})
    if len(document) > MOST_ROWS:
        sentence = f"This file holds {len(document):,} annotations; send at most {MOST_ROWS:,} at once."
        raise Invalid(sentence, {"body": sentence})
    return document


def _listed(document: dict[str, Any]) -> Any:
    if isinstance(document.get("first"), dict):
        return document["first"].get("items")
    return document.get("items", [document] if "target" in document else None)


def _drawn(row: Any, size: Size) -> Drawn:
    if not isinstance(row, dict) or "Annotation" not in _several(row.get("type")):
        raise Invalid("This is not an Annotation.")
    selector = _selector(row.get("target"))
    kind, geometry = read_selector(selector, size)
    kept = {"type": str(selector["type"]), "value": str(selector["value"])}
    return Drawn(kind, geometry, _words(row), imported=kept)


def _selector(target: Any) -> Any:
    """The first selector of the first target; an address with a media fragment is a target too."""
    target = next(iter(_several(target)), None)
    if isinstance(target, str) or (isinstance(target, dict) and "selector" not in target):
        _, _, fragment = str(target if isinstance(target, str) else target.get("id", "")).partition("#")
        return {"type": "FragmentSelector", "value": fragment} if fragment else None
    if not isinstance(target, dict):
        return None
    return next((each for each in _several(target["selector"]) if isinstance(each, dict)), None)


def _words(row: dict[str, Any]) -> str:
    said = [_text(body) for body in _several(row.get("body", row.get("bodyValue")))]
    words = "\n".join(text for text in said if text)
    if not is_storable(words):
        raise Invalid("The comment has characters that cannot be kept.")
    return words


def _text(body: Any) -> str:
    if isinstance(body, dict):
        body = body.get("value", "")
    return body.strip() if isinstance(body, str) else ""


def _id(row: Any) -> str:
    return str(row.get("id", ""))[:200] if isinstance(row, dict) else ""


def _several(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
