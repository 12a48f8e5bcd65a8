"""Files that a form without script sends; with it they arrive through the resumable uploads (Row D2)."""

from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.files.commands import keep
from proofroom.interfaces.access import person_at
from proofroom.interfaces.html.templatetags.display import plural
from proofroom.orders.models import Order
from proofroom.workflow.intake import place


def take_files(request: HttpRequest, order: Order, folder: str) -> bool:
    """Each file is kept or named with the sentence that says why not; one that is refused keeps no other out.

    Returns whether every file was taken; else the page has sentences above it that have to be read first.
    """
    sent = request.FILES.getlist("files")
    if not sent:
        messages.error(request, "No file was chosen. Choose one or more, then send them.")
    refused = [sentence for file in sent if (sentence := _refusal(request, order, folder, file))]
    for sentence in refused:
        messages.error(request, sentence)
    if arrived := len(sent) - len(refused):
        messages.success(request, f"{plural(arrived, 'file')} arrived.")
    return bool(sent) and not refused


def _refusal(request: HttpRequest, order: Order, folder: str, file: "UploadedFile[Any]") -> str:
    person, at = person_at(request), clock.now()
    try:
        place(order, folder, keep(cast("BinaryIO", file), file.name or "", person, at), person, at)
    except Refused as refusal:
        return refusal.message
    return ""
