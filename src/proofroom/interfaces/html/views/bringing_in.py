"""Markings that another program wrote come in as a file, as they do through the API (Row E6)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from proofroom.core import clock
from proofroom.core.errors import Invalid
from proofroom.core.text import json_of
from proofroom.interfaces.access import actor_at, item_or_404, order_or_404
from proofroom.interfaces.html.pages import once_only, signed_in
from proofroom.interfaces.html.templatetags.display import plural
from proofroom.review.commands.importing import RefusedRow, import_annotations

LARGEST, MOST_NAMED = 5_000_000, 20
"""Bytes of a file; rows of which it is said one by one why they were not kept."""


@require_POST
@signed_in()
@once_only
def bring_in(request: HttpRequest, number: str, item: int) -> HttpResponse:
    """Each annotation becomes a marking; what cannot be kept is named above the picture, row by row."""
    actor = actor_at(request)
    found = item_or_404(order_or_404(actor, number), item)
    outcome = import_annotations(found, actor, _document(request), clock.now())
    if outcome.kept:
        messages.success(request, f"{plural(len(outcome.kept), 'marking')} came in.")
    for sentence in _sentences(outcome.refused):
        messages.error(request, sentence)
    return redirect("review_item", number, item)


def _document(request: HttpRequest) -> Any:
    file = request.FILES.get("annotations")
    if file is None or (file.size or 0) > LARGEST:
        raise Invalid("Choose a file of at most 5 MB with W3C Web Annotations. Nothing was changed.")
    try:
        return json_of(file.read())
    except (ValueError, RecursionError) as wrong:
        raise Invalid("This file is not JSON, so no marking can be read from it. Nothing was changed.") from wrong


def _sentences(refused: list[RefusedRow]) -> list[str]:
    named = [f"Row {each.row} was not kept. {each.sentence}" for each in refused[:MOST_NAMED]]
    left = len(refused) - len(named)
    return [*named, f"{plural(left, 'more row')} could not be kept either."] if left else named
