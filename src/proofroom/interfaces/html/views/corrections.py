"""How many of the delivered pictures had to be corrected."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.interfaces.access import actor_at
from proofroom.interfaces.html.contexts.corrections import corrections_page
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.people.models import STAFF_ROLES, Person


@require_safe
@signed_in(Person.Role.CUSTOMER, *STAFF_ROLES)
def corrections(request: HttpRequest) -> HttpResponse:
    """``/corrections/``: of the reader's own accounts; of everything for the studio."""
    return page(request, "studio/corrections.html", corrections_page(actor_at(request), request.GET, clock.now()))
