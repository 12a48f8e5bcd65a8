"""Results of an artist's job: sent without script, matched by hand, taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404, person_at
from proofroom.interfaces.html.kept_notes import keep_note
from proofroom.interfaces.html.pages import once_only, signed_in
from proofroom.interfaces.html.sent_files import take_files
from proofroom.orders.commands.producing import drop_result, match_result
from proofroom.people.models import Person
from proofroom.workflow import intake


@require_POST
@signed_in(Person.Role.ARTIST)
@once_only
def upload(request: HttpRequest, number: str) -> HttpResponse:
    """Results of a form without script, matched by name."""
    order = order_or_404(actor_at(request), number)
    intake.check_target(person_at(request), f"{number}/{intake.RESULTS}", "", 0, clock.now())
    take_files(request, order, intake.RESULTS)
    return _back(number)


@require_POST
@signed_in(Person.Role.ARTIST)
def match(request: HttpRequest, number: str) -> HttpResponse:
    """``loose``: the result; ``original-of-`` its number: the item that the artist says it belongs to.

    Sent by the form of the delivery, whose note is kept. Sent twice, the second time finds nothing left to match.
    """
    order, found = order_or_404(actor_at(request), number), _number(request, "loose")
    keep_note(request, order)
    loose = order.loose_results.filter(pk=found).first()
    if loose is None:
        return _back(number)
    if not request.POST.get(f"original-of-{found}"):
        messages.error(request, f"Choose the original that {loose.file.name} belongs to, then match it.")
        return _back(number)
    item = item_or_404(order, _number(request, f"original-of-{found}"))
    match_result(loose, item, person_at(request), clock.now())
    return _back(number)


@require_POST
@signed_in(Person.Role.ARTIST)
def remove(request: HttpRequest, number: str) -> HttpResponse:
    """A staged result by its ``item``, or a ``loose`` one; what is gone already is not missed. The note is kept."""
    order = order_or_404(actor_at(request), number)
    keep_note(request, order)
    if request.POST.get("loose"):
        loose = order.loose_results.filter(pk=_number(request, "loose")).first()
        drop_result(order, person_at(request), loose=loose)
    else:
        drop_result(order, person_at(request), item=item_or_404(order, _number(request, "item")))
    return _back(number)


def _number(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    if not given.isdecimal():
        raise NotVisible
    return int(given[:18])


def _back(number: str) -> HttpResponse:
    return redirect(f"{reverse('order', args=[number])}#production")
