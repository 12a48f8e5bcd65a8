"""The originals of a draft without the page's script; with it they arrive through the resumable uploads (Row D2)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from proofroom.core import clock
from proofroom.interfaces.html.pages import once_only
from proofroom.interfaces.html.sent_files import take_files
from proofroom.interfaces.html.views.draft import draft_view, save_choices
from proofroom.orders.commands.drafting import remove_original
from proofroom.orders.models import Order
from proofroom.workflow.intake import ORIGINALS


@draft_view(posts=True)
@once_only
def add_originals(request: HttpRequest, order: Order) -> HttpResponse:
    """Pictures join the draft."""
    return _back(order) if take_files(request, order, ORIGINALS) else redirect("order_form", order.number)


@draft_view(posts=True)
@once_only
def remove_from_draft(request: HttpRequest, order: Order, item: int) -> HttpResponse:
    """The picture leaves; what was chosen meanwhile is saved with it. One that is gone already stays gone."""
    saved = save_choices(request, order)
    if found := saved.items.filter(pk=item).first():
        remove_original(saved, found, clock.now())
        messages.success(request, f"{found.name} is removed.")
    return _back(order)


def _back(order: Order) -> HttpResponse:
    return redirect(f"{reverse('order_form', args=[order.number])}#originals")
