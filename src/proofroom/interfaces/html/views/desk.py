"""The staff's queue."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.interfaces.access import actor_at
from proofroom.interfaces.html.contexts.desk import desk_of
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.people.models import STAFF_ROLES


@require_safe
@signed_in(*STAFF_ROLES)
def desk(request: HttpRequest) -> HttpResponse:
    """``/desk/``: what waits for the studio, the longest waiting first."""
    return page(request, "studio/desk.html", desk_of(actor_at(request), clock.now()))
