"""What is marked on a picture, to take along: a transparent PNG of its size, and W3C Web Annotations (Row E6)."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from proofroom.core.errors import NotVisible, Refused
from proofroom.files import storage
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404
from proofroom.interfaces.html.pages import signed_in
from proofroom.orders.models import Item, Version
from proofroom.review.annotations import annotation_page
from proofroom.review.models import Marking
from proofroom.review.overlay.markings import png_of, svg_of
from proofroom.review.queries import standing_on_newest, visible_markings
from proofroom.review.rework.reading import visible_checks

SMALL = 4.0
"""A preview is small: lines and numbers are that much thicker than on the picture itself."""
JSON_LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
NO_SIZE = "The size of this picture is not known, so nothing of its size can be drawn. Take the JSON instead."


@require_safe
@signed_in()
def overlay(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """The marks of the newest version, or of ``?version=N``, over nothing; exactly as large as the picture."""
    found, version, marked = _marked(request, number, item)
    blob = version.file.blob
    if not blob.width or not blob.height:
        raise Refused("no_size", NO_SIZE)
    drawn = png_of(marked, (blob.width, blob.height))
    return _sent(drawn, "image/png", f"{found.name}-v{version.number}-marks.png")


@require_safe
@signed_in()
def drawing(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """The same marks as a drawing without a size of its own, to lay over a preview of the picture."""
    _, version, marked = _marked(request, number, item)
    blob = version.file.blob
    if not blob.width or not blob.height:
        raise NotVisible
    response = HttpResponse(svg_of(marked, (blob.width, blob.height), SMALL), content_type="image/svg+xml")
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@signed_in()
def annotations(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """The same marks as an AnnotationPage."""
    found, version, marked = _marked(request, number, item)
    page = annotation_page(request.build_absolute_uri(), marked)
    written = json.dumps(page, cls=DjangoJSONEncoder, indent=1).encode()
    return _sent(written, JSON_LD, f"{found.name}-v{version.number}-marks.json")


def _marked(request: HttpRequest, number: str, item: int) -> tuple[Item, Version, list[Marking]]:
    actor = actor_at(request)
    found = item_or_404(order_or_404(actor, number), item)
    versions = found.versions.filter(delivery__isnull=False).select_related("file__blob").order_by("number")
    marked = visible_markings(actor).filter(item=found).exclude(state=Marking.State.REMOVED)
    if asked := request.GET.get("version", ""):
        version = versions.filter(number=int(asked[:9]) if asked.isdecimal() else 0).first()
        marked = marked.filter(version=version) if version else marked.none()
    else:
        version = versions.last()
        marked = standing_on_newest(found, marked)
    if version is None:
        raise NotVisible
    return found, version, list(marked)


@require_safe
@signed_in()
def heat(request: HttpRequest, number: str, item: int, version: int) -> HttpResponse:
    """What changed in this version against the one before it, to lay over it; 404 while there is nothing to show."""
    actor = actor_at(request)
    found = item_or_404(order_or_404(actor, number), item)
    check = visible_checks(actor).filter(after__item=found, after__number=version).exclude(heat_key="").first()
    if check is None:
        raise NotVisible
    with storage.open_stored(check.heat_key) as source:
        response = HttpResponse(source.read(), content_type="image/png")
    response["Cache-Control"] = "private, no-cache"
    return response


def _sent(body: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
