"""The originals of a draft without the page's script; with it they arrive through the resumable uploads (Row D2)."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.files.commands import keep
from proofroom.interfaces.access import person_at
from proofroom.interfaces.html.pages import once_only
from proofroom.interfaces.html.templatetags.display import plural
from proofroom.interfaces.html.views.draft import draft_view, save_choices
from proofroom.orders.commands.drafting import remove_original
from proofroom.orders.models import Order
from proofroom.workflow.intake import ORIGINALS, place


@draft_view(posts=True)
@once_only
def add_originals(request: HttpRequest, order: Order) -> HttpResponse:
    """Each file is kept or named with the sentence that says why not; one that is refused keeps no other out."""
    sent = request.FILES.getlist("files")
    if not sent:
        messages.error(request, "No file was chosen. Choose one or more, then send them.")
    refused = [sentence for file in sent if (sentence := _refusal(request, order, file))]
    for sentence in refused:
        messages.error(request, sentence)
    if arrived := len(sent) - len(refused):
        messages.success(request, f"{plural(arrived, 'file')} arrived.")
    return _back(order)


@draft_view(posts=True)
@once_only
def remove_from_draft(request: HttpRequest, order: Order, item: int) -> HttpResponse:
    """The picture leaves; what was chosen meanwhile is saved with it. One that is gone already stays gone."""
    saved = save_choices(request, order)
    if found := saved.items.filter(pk=item).first():
        remove_original(saved, found, clock.now())
        messages.success(request, f"{found.name} is removed.")
    return _back(order)


def _refusal(request: HttpRequest, order: Order, file: UploadedFile[bytes]) -> str:
    person, at = person_at(request), clock.now()
    try:
        place(order, ORIGINALS, keep(file, file.name or "", person, at), person, at)  # type: ignore[arg-type]
    except Refused as refusal:
        return refusal.message
    return ""


def _back(order: Order) -> HttpResponse:
    return redirect(f"{reverse('order_form', args=[order.number])}#originals")
