"""Markings on the newest delivered version of a picture, as W3C Web Annotations (Row E6)."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from proofroom.core import clock
from proofroom.core.errors import Invalid, Refused
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404, person_at
from proofroom.interfaces.api.cursor import Paging, page_of
from proofroom.interfaces.api.shapes.markings import (
    LONGEST_COMMENT,
    AnnotationIn,
    AnnotationOut,
    Annotations,
    annotation_of,
)
from proofroom.interfaces.api.writing import answer_once
from proofroom.orders.lifecycle.states import Role
from proofroom.orders.models import Order, Version
from proofroom.orders.queries import delivered_versions
from proofroom.review.commands import keep_markings
from proofroom.review.models import Marking

router = Router(tags=["markings"], by_alias=True)


@router.get("/orders/{order:number}/items/{int:item}/markings", response=Annotations)
def list_markings(request: HttpRequest, number: str, item: int, paging: Query[Paging]) -> Annotations:
    """The markings of the newest delivered version, the oldest first; none before the first delivery."""
    version = _newest(order_or_404(actor_at(request), number), item)
    marked = Marking.objects.filter(version=version).select_related("author", "version__file__blob")
    page, following = page_of(marked, paging)
    return Annotations(items=[annotation_of(marking) for marking in page], next=following)


@router.post("/orders/{order:number}/items/{int:item}/markings", response={201: AnnotationOut})
def mark(request: HttpRequest, number: str, item: int, annotation: AnnotationIn) -> HttpResponse:
    """Customers and staff mark a place. To send a picture back with its markings, use ``reject_images``."""
    actor = actor_at(request)
    version = _newest(order_or_404(actor, number), item)

    def write() -> AnnotationOut:
        if actor.role == Role.ARTIST:
            raise Refused("wrong_role", "Customers and the studio's staff mark pictures.")
        if version is None:
            raise Refused("not_delivered", "Markings are for delivered pictures; this one is not delivered yet.")
        return annotation_of(keep_markings(version, person_at(request).pk, [_drawn(annotation)], clock.now())[0])

    return answer_once(request, annotation.model_dump(), write, status=201)


def _newest(order: Order, item: int) -> Version | None:
    return delivered_versions(order).filter(item=item_or_404(order, item)).first()


def _drawn(annotation: AnnotationIn) -> dict[str, object]:
    drawn = annotation.drawn()
    if len(drawn["comment"]) > LONGEST_COMMENT:
        sentence = f"The bodies have more than {LONGEST_COMMENT:,} characters together."
        raise Invalid(sentence, {"body": sentence})
    return drawn
