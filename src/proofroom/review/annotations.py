"""Markings as W3C Web Annotations, one or a page of them. Row E6; https://www.w3.org/TR/annotation-model/."""

from collections.abc import Iterable
from typing import Any

from proofroom.review.models import Marking
from proofroom.review.selectors import conforms_to

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Json = dict[str, Any]


def annotation_body(marking: Marking) -> Json:
    """The annotation without its context; reads ``marking.author`` and ``marking.version.file.blob``."""
    selector = marking.selector
    words = [{"type": "TextualBody", "value": marking.comment, "format": "text/plain"}] if marking.comment else []
    source = f"urn:sha256:{marking.version.file.blob.sha256}"
    return {
        "id": f"urn:proofroom:marking:{marking.pk}",
        "type": "Annotation",
        "motivation": "commenting",
        "creator": {"type": "Person", "name": marking.author.name},
        "created": marking.at,
        "body": words,
        "target": {"source": source, "selector": {**selector, "conformsTo": conforms_to(selector)}},
    }


def annotation_page(address: str, markings: Iterable[Marking]) -> Json:
    """An AnnotationPage with this address (https://www.w3.org/TR/annotation-model/#annotation-page)."""
    items = [annotation_body(each) for each in markings]
    return {"@context": CONTEXT, "id": address, "type": "AnnotationPage", "startIndex": 0, "items": items}
