"""Results of an artist's job: sent without script, matched by hand, taken back."""

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.files.commands import keep
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404, person_at
from proofroom.interfaces.html.pages import once_only, signed_in
from proofroom.orders.commands.producing import drop_result, match_result
from proofroom.orders.models import LooseResult, Order
from proofroom.people.models import Person
from proofroom.workflow import intake


@require_POST
@signed_in(Person.Role.ARTIST)
def upload(request: HttpRequest, number: str) -> HttpResponse:
    """Files of a form without script. One that is refused says why; the others go on.

    Sent twice, the second result takes the place of the first, so this form needs no key.
    """
    order, artist = order_or_404(actor_at(request), number), person_at(request)
    for sent in request.FILES.getlist("files"):
        intake.check_target(artist, f"{number}/{intake.RESULTS}", sent.name or "", sent.size or 0, clock.now())
        try:
            _take(order, artist, sent)
        except Refused as refusal:
            messages.error(request, refusal.message)
    return _back(number)


@require_POST
@signed_in(Person.Role.ARTIST)
@once_only
def match(request: HttpRequest, number: str) -> HttpResponse:
    """``loose``: the result; ``item``: the original that the artist says it belongs to."""
    order = order_or_404(actor_at(request), number)
    item = item_or_404(order, _number(request, "item"))
    match_result(_loose(order, request), item, person_at(request), clock.now())
    return _back(number)


@require_POST
@signed_in(Person.Role.ARTIST)
@once_only
def remove(request: HttpRequest, number: str) -> HttpResponse:
    """A staged result by its ``item``, or a ``loose`` one."""
    order = order_or_404(actor_at(request), number)
    if request.POST.get("loose"):
        drop_result(order, person_at(request), loose=_loose(order, request))
    else:
        drop_result(order, person_at(request), item=item_or_404(order, _number(request, "item")))
    return _back(number)


def _take(order: Order, artist: Person, sent: "UploadedFile[Any]") -> None:
    stored = keep(cast("BinaryIO", sent), sent.name or "", artist, clock.now())
    intake.place(order, intake.RESULTS, stored, artist, clock.now())


def _loose(order: Order, request: HttpRequest) -> LooseResult:
    found = order.loose_results.filter(pk=_number(request, "loose")).first()
    if found is None:
        raise NotVisible
    return found


def _number(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    if not given.isdecimal():
        raise NotVisible
    return int(given[:18])


def _back(number: str) -> HttpResponse:
    return redirect(f"{reverse('order', args=[number])}#production")
