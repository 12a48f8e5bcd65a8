"""What needs the signed-in person, first thing first."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.interfaces.access import actor_at, person_at
from proofroom.interfaces.html.contexts.home import HomePage
from proofroom.interfaces.html.needs import artist, customer, staff
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.people.models import Person

WAITING = {Person.Role.CUSTOMER.value: customer.waiting, Person.Role.ARTIST.value: artist.waiting}


@require_safe
@signed_in()
def home(request: HttpRequest) -> HttpResponse:
    """``/``: a sentence and one link for each thing that waits."""
    person = person_at(request)
    waiting = WAITING.get(person.role, staff.waiting)(actor_at(request), person, clock.now())
    first, then = (waiting.needs[0], waiting.needs[1:]) if waiting.needs else (None, [])
    promised = any(row.due for row in waiting.underway)
    context = HomePage(first, then, waiting.underway, waiting.underway_title, promised, waiting.calm)
    return page(request, "studio/home.html", context)
