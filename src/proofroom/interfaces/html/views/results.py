"""Results of an artist's job: sent without script, matched by hand, taken back."""

from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404, person_at
from proofroom.interfaces.html.kept_notes import keep_note
from proofroom.interfaces.html.pages import View, once_only, signed_in
from proofroom.interfaces.html.sent_files import take_files
from proofroom.orders.commands.producing import drop_result, match_result
from proofroom.orders.models import Order
from proofroom.people.models import Person
from proofroom.workflow import intake


def result_view(view: View) -> View:
    """Gives the view the artist's order; asked for without being sent, as after signing in anew, it leads there."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @signed_in(Person.Role.ARTIST)
    @wraps(view)
    def found(request: HttpRequest, number: str) -> HttpResponse:
        order = order_or_404(actor_at(request), number)
        return view(request, order) if request.method == "POST" else _back(order)

    return found


@result_view
@once_only
def upload(request: HttpRequest, order: Order) -> HttpResponse:
    """Results sent without script, matched by name. Sent by the form of the delivery, whose note is kept."""
    keep_note(request, order)
    intake.check_target(person_at(request), f"{order.number}/{intake.RESULTS}", "", 0, clock.now())
    return _back(order) if take_files(request, order, intake.RESULTS) else redirect("order", order.number)


@result_view
def match(request: HttpRequest, order: Order) -> HttpResponse:
    """``loose``: the result; ``original-of-`` its number: the item that the artist says it belongs to.

    Sent by the form of the delivery, whose note is kept. Sent twice, the second time finds nothing left to match.
    """
    found = _number(request, "loose")
    keep_note(request, order)
    loose = order.loose_results.filter(pk=found).first()
    if loose is None:
        return _back(order)
    if not request.POST.get(f"original-of-{found}"):
        messages.error(request, f"Choose the original that {loose.file.name} belongs to, then match it.")
        return redirect("order", order.number)
    item = item_or_404(order, _number(request, f"original-of-{found}"))
    match_result(loose, item, person_at(request), clock.now())
    return _back(order)


@result_view
def remove(request: HttpRequest, order: Order) -> HttpResponse:
    """A staged result by its ``item``, or a ``loose`` one; what is gone already is not missed. The note is kept."""
    keep_note(request, order)
    if request.POST.get("loose"):
        loose = order.loose_results.filter(pk=_number(request, "loose")).first()
        drop_result(order, person_at(request), loose=loose)
    else:
        drop_result(order, person_at(request), item=item_or_404(order, _number(request, "item")))
    return _back(order)


def _number(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    if not given.isdecimal():
        raise NotVisible
    return int(given[:18])


def _back(order: Order) -> HttpResponse:
    return redirect(f"{reverse('order', args=[order.number])}#production")
