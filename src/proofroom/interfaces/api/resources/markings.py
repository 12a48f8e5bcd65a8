"""Markings on a delivered picture, as W3C Web Annotations (Row E6)."""

import hashlib
import json
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from ninja import Query, Router
from ninja.responses import NinjaJSONEncoder
from pydantic import AwareDatetime, BeforeValidator, Field, WithJsonSchema

from proofroom.core import clock
from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, picture_or_404, pictures_in_sight
from proofroom.interfaces.api.cursor import Paging, page_of
from proofroom.interfaces.api.problems import problem
from proofroom.interfaces.api.shapes.markings import (
    AnnotationIn,
    AnnotationOut,
    Annotations,
    MarkingChange,
    annotation_of,
)
from proofroom.interfaces.api.writing import answer_once
from proofroom.orders.models import Item
from proofroom.review.commands.answering import move
from proofroom.review.commands.drawing import Drawn, Overtaken, carried, change, draw
from proofroom.review.commands.sending import newest_size
from proofroom.review.models import Marking
from proofroom.review.queries import changed_since, standing_on_newest, visible_markings
from proofroom.review.reading import read_selector

router = Router(tags=["markings"], by_alias=True)
OF_ITEM = "/orders/{order:number}/items/{int:item}/markings"
MOST_AT_ONCE = 500
THIS_AGE = re.compile(r"^2[0-9]{3}-")


def _written(moment: Any) -> Any:
    if not isinstance(moment, str) or not THIS_AGE.match(moment):
        raise ValueError("This is no time. Send `now` of the answer before")
    return moment


Since = Annotated[
    AwareDatetime,
    BeforeValidator(_written),
    WithJsonSchema({"type": "string", "format": "date-time", "pattern": THIS_AGE.pattern}),
]


class MarkingsAsked(Paging):
    """Which markings."""

    limit: int = Field(MOST_AT_ONCE, ge=1, le=MOST_AT_ONCE)
    version: int | None = Field(None, description="Those drawn on this version; without it what stands on the newest.")
    since: Since | None = Field(None, description="`now` of the answer before: only what changed, removed too.")


@router.get(OF_ITEM, response=Annotations)
def list_markings(request: HttpRequest, number: str, item: int, asked: Query[MarkingsAsked]) -> HttpResponse:
    """The markings of a picture, the oldest first; none before the first delivery. A known ETag is answered 304."""
    actor, at = actor_at(request), clock.now()
    page, following = page_of(_asked(picture_or_404(actor, number, item), actor, asked), asked)
    etag = _etag(page)
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    listed = Annotations(items=[annotation_of(each, actor) for each in page], next=following, now=at)
    body = json.dumps(listed.model_dump(by_alias=True), cls=NinjaJSONEncoder)
    return HttpResponse(body, content_type="application/json; charset=utf-8", headers={"ETag": etag})


@router.post(OF_ITEM, response={201: AnnotationOut})
def mark(request: HttpRequest, number: str, item: int, annotation: AnnotationIn) -> HttpResponse:
    """Customers draw drafts, which go to production with ``reject_images``; what staff mark the artist sees at once.

    Drawn on a version that was replaced meanwhile, it is kept on the newest, and ``notice`` says so.
    """
    actor, found = actor_at(request), picture_or_404(actor_at(request), number, item)

    def write() -> AnnotationOut:
        kept = draw(found, actor, _drawn(annotation, found), clock.now())
        return annotation_of(kept, actor, carried(kept))

    return answer_once(request, annotation.model_dump(), write, status=201)


@router.patch(OF_ITEM + "/{int:marking}", response=AnnotationOut)
def change_marking(request: HttpRequest, number: str, item: int, marking: int, said: MarkingChange) -> HttpResponse:
    """Another shape, comment or colour while it is a draft, or its next ``state``: fixed, cannot, settled, reopened.

    When somebody else changed it since ``revision``, 409 ``changed_meanwhile`` with ``current``, their marking.
    """
    actor = actor_at(request)
    found = _marking(actor, number, item, marking)

    def write() -> AnnotationOut:
        changed = found
        revision = said.revision
        if drawn := said.drawn():
            changed = change(changed, actor, revision, clock.now(), **drawn)
            revision = changed.revision
        if said.state is not None:
            changed = move(changed, actor, said.state, clock.now(), revision, said.answer)
        return annotation_of(changed, actor, carried(changed))

    return _unless_overtaken(request, actor, said.model_dump(), write)


@router.delete(OF_ITEM + "/{int:marking}", response=AnnotationOut)
def remove_marking(
    request: HttpRequest, number: str, item: int, marking: int, revision: int | None = None
) -> HttpResponse:
    """Removes a draft; ``state`` `draft` brings it back. ``revision``, when sent, has to be the newest."""
    actor = actor_at(request)
    found = _marking(actor, number, item, marking)

    def write() -> AnnotationOut:
        return annotation_of(move(found, actor, Marking.State.REMOVED, clock.now(), revision), actor)

    return _unless_overtaken(request, actor, revision, write)


def _unless_overtaken(
    request: HttpRequest, actor: Actor, said: Any, write: Callable[[], AnnotationOut]
) -> HttpResponse:
    try:
        return answer_once(request, said, write)
    except Overtaken as lost:
        current = annotation_of(lost.current, actor).model_dump(by_alias=True, mode="json")
        return problem(HTTPStatus.CONFLICT, lost.code, lost.message, current=current)


def _asked(item: Item, actor: Actor, asked: MarkingsAsked) -> QuerySet[Marking]:
    markings = visible_markings(actor).filter(item=item)
    if asked.version is not None:
        markings = markings.filter(version__number=asked.version)
    if asked.since is not None:
        return changed_since(markings, asked.since)
    markings = markings.exclude(state=Marking.State.REMOVED)
    return markings if asked.version is not None else standing_on_newest(item, markings)


def _drawn(annotation: AnnotationIn, item: Item) -> Drawn:
    words = annotation.words()
    if annotation.target is None:
        return Drawn(annotation.kind or "", annotation.geometry, words, annotation.color, annotation.version)
    selector = annotation.target.selector.model_dump(include={"type", "value"})
    kind, geometry = read_selector(selector, newest_size(item))
    return Drawn(kind, geometry, words, annotation.color, annotation.version, imported=selector)


def _etag(page: list[Marking]) -> str:
    known = "-".join(f"{each.pk}.{each.revision}.{each.version_id}" for each in page)
    return f'"{hashlib.blake2b(known.encode(), digest_size=12).hexdigest()}"'


def _marking(actor: Actor, number: str, item: int, marking: int) -> Marking:
    pictures = pictures_in_sight(actor, number).filter(pk=item)
    found = visible_markings(actor).filter(item__in=pictures, pk=marking).first()
    if found is None:
        raise NotVisible
    return found
