"""The staff's queue."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.interfaces.access import actor_at
from proofroom.interfaces.html.contexts.desk import desk_of, next_on_desk
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.people.models import STAFF_ROLES


@require_safe
@signed_in(*STAFF_ROLES)
def desk(request: HttpRequest) -> HttpResponse:
    """``/desk/``: what waits for the studio, what is due first first; one kind alone with ``show``."""
    return page(request, "studio/desk.html", desk_of(actor_at(request), clock.now(), request.GET.get("show", "")))


@require_safe
@signed_in(*STAFF_ROLES)
def following(request: HttpRequest) -> HttpResponse:
    """``/desk/next/?after=NUMBER``: leads to what comes next and nobody else has; to the desk when nothing is left."""
    address = next_on_desk(actor_at(request), clock.now(), request.GET.get("after", ""))
    if address:
        return redirect(address)
    messages.info(request, "Nothing else waits for you.")
    return redirect("desk")
