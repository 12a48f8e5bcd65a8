"""Markings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/). Row E6."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from proofroom.interfaces.api.cursor import Listed
from proofroom.interfaces.api.shapes.parts import Shape
from proofroom.review.models import Marking

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_FRAGMENTS = "http://www.w3.org/TR/media-frags/"
LONGEST_COMMENT = 5_000


class Selector(BaseModel):
    """Where on the picture: ``xywh=percent:…``, or an SVG shape over the whole picture."""

    type: Literal["FragmentSelector", "SvgSelector"]
    value: str = Field(min_length=1, max_length=200_000)
    conformsTo: str | None = None  # noqa: N815 - the standard's name


class Target(BaseModel):
    """The place that is meant. The picture is the one of the address, whatever ``source`` says."""

    source: str | None = None
    selector: Selector


class TextualBody(BaseModel):
    """What is wrong there."""

    type: Literal["TextualBody"] = "TextualBody"
    value: str = Field(max_length=LONGEST_COMMENT)
    format: str = "text/plain"


class AnnotationIn(BaseModel):
    """An annotation as it is sent. Who made it, when and its id are ours to say; more properties do no harm."""

    model_config = ConfigDict(frozen=True)
    type: Literal["Annotation"] = "Annotation"
    body: TextualBody | list[TextualBody] | None = None
    target: Target

    def drawn(self) -> dict[str, Any]:
        """As ``review.commands.keep_markings`` takes it."""
        bodies = self.body if isinstance(self.body, list) else [self.body] if self.body else []
        comment = "\n".join(body.value for body in bodies)
        return {"selector": self.target.selector.model_dump(include={"type", "value"}), "comment": comment}


class Creator(Shape):
    """Who marked it."""

    type: Literal["Person"] = "Person"
    name: str


class AnnotationOut(Shape):
    """A marking as an annotation."""

    context: str = Field(default=CONTEXT, serialization_alias="@context")
    id: str
    type: Literal["Annotation"] = "Annotation"
    motivation: Literal["commenting"] = "commenting"
    creator: Creator
    created: datetime
    body: list[TextualBody]
    target: Target


class Annotations(Listed):
    """A page of annotations, the oldest first."""

    items: list[AnnotationOut]


def annotation_of(marking: Marking) -> AnnotationOut:
    """A marking as JSON; reads ``marking.author`` and ``marking.version.file.blob``."""
    selector = dict(marking.selector)
    if selector["type"] == "FragmentSelector":
        selector["conformsTo"] = MEDIA_FRAGMENTS
    return AnnotationOut(
        id=f"urn:proofroom:marking:{marking.pk}",
        creator=Creator(name=marking.author.name),
        created=marking.at,
        body=[TextualBody(value=marking.comment)] if marking.comment else [],
        target=Target(source=f"urn:sha256:{marking.version.file.blob.sha256}", selector=Selector(**selector)),
    )
