"""Markings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/). Row E6."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from proofroom.core.actor import Actor
from proofroom.interfaces.api.cursor import Listed
from proofroom.interfaces.api.shapes.parts import Shape
from proofroom.review.annotations import CONTEXT, annotation_body
from proofroom.review.commands.drawing import LONGEST_COMMENT, is_editable
from proofroom.review.models import Marking
from proofroom.review.places import place_of


class Selector(BaseModel):
    """Where on the picture: ``xywh=percent:…``, or an SVG shape over the whole picture."""

    type: Literal["FragmentSelector", "SvgSelector"]
    value: str = Field(min_length=1, max_length=2_000_000)
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
    """A marking as it is sent: an annotation with a ``target``, or ``kind`` and ``geometry`` with a ``comment``.

    Who made it, when and its id are ours to say; more properties do no harm.
    """

    model_config = ConfigDict(frozen=True)
    type: Literal["Annotation"] = "Annotation"
    body: TextualBody | list[TextualBody] | None = None
    target: Target | None = None
    kind: str | None = Field(None, description="pencil, rectangle, ellipse, arrow, pin or surface.")
    geometry: dict[str, Any] | None = Field(None, description="In percent of the picture; see docs/developers/api.md.")
    comment: str | None = Field(None, description="Up to 5,000 characters.")
    color: int = Field(0, description="0 to 7.")
    version: int | None = Field(None, description="The number of the version that was marked; the newest without.")

    def words(self) -> str:
        """The comment, or all text bodies together."""
        bodies = self.body if isinstance(self.body, list) else [self.body] if self.body else []
        return "\n".join(body.value for body in bodies) if self.comment is None else self.comment


class MarkingChange(BaseModel):
    """What is to be different. ``revision`` is the one that was seen."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    revision: int
    kind: str | None = None
    geometry: dict[str, Any] | None = None
    comment: str | None = None
    color: int | None = None
    state: Literal["draft", "removed", "sent", "fixed", "cannot", "settled", "reopened"] | None = None
    answer: str = Field("", description="With `state`: what the artist or the customer says to it.")

    def drawn(self) -> dict[str, Any]:
        """What of the drawing changes."""
        changes = self.model_dump(include={"kind", "geometry", "comment", "color"})
        return {name: value for name, value in changes.items() if value is not None}


class Creator(Shape):
    """Who marked it."""

    type: Literal["Person"] = "Person"
    name: str


class MarkingShape(Shape):
    """The same marking in our own words; other programs pass over it."""

    id: int
    item: int
    number: int = Field(description="Within the picture; never given twice.")
    kind: str
    geometry: dict[str, Any] = Field(description="In percent of the picture; see docs/developers/api.md.")
    place: str = Field(description='In words: "upper left, 12 % of the picture".')
    comment: str
    color: int
    state: str = Field(description="draft, sent, fixed, cannot, settled, reopened or removed.")
    answer: str = Field(description="What the artist, or the customer who reopened it, said to it.")
    version: int = Field(description="The number of the version it stands on.")
    carried_from: int | None = Field(description="The version it was drawn on, when that was replaced meanwhile.")
    sent_with: str | None = Field(description="The number of the return it went with.")
    revision: int = Field(description="Send it back with every change.")
    author: int
    changed_at: datetime
    changed_by: str
    editable: bool = Field(description="This person may change or remove it now.")


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
    marking: MarkingShape
    notice: str | None = Field(None, description="What the person has to be told, as a sentence.")


class Annotations(Listed):
    """Annotations, the oldest first."""

    items: list[AnnotationOut]
    now: datetime = Field(description="Send it back as `since` to be told only what changed.")


def annotation_of(marking: Marking, actor: Actor, notice: str | None = None) -> AnnotationOut:
    """A marking as JSON; reads ``marking.author``, ``changed_by`` and ``version.file.blob``."""
    return AnnotationOut(**annotation_body(marking), marking=_marking_shape(marking, actor), notice=notice)


def _marking_shape(marking: Marking, actor: Actor) -> MarkingShape:
    return MarkingShape(
        id=marking.pk,
        item=marking.item_id,
        number=marking.number,
        kind=marking.kind,
        geometry=marking.geometry,
        place=place_of(marking.kind, marking.geometry),
        comment=marking.comment,
        color=marking.color,
        state=marking.state,
        answer=marking.answer,
        version=marking.version.number,
        carried_from=marking.carried_from,
        sent_with=marking.sent_with or None,
        revision=marking.revision,
        author=marking.author_id,
        changed_at=marking.changed_at,
        changed_by=marking.changed_by.name,
        editable=is_editable(marking, actor),
    )
