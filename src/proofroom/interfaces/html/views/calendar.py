"""Due dates for calendar programs, which cannot sign in: whoever has the secret address reads them."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.interfaces.html.contexts.calendar import due_dates_of, in_calendar_format
from proofroom.people.actors import actor_for
from proofroom.people.models import ApiToken
from proofroom.people.tokens import person_of_token


@require_safe
@cache_control(private=True, max_age=0)
def due_dates(request: HttpRequest, key: str) -> HttpResponse:
    """The running due dates of the person whose address this is; nobody else's address exists."""
    at = clock.now()
    person = person_of_token(key, at, ApiToken.Scope.CALENDAR)
    if person is None:
        raise NotVisible
    dates = due_dates_of(actor_for(person), at)
    answer = HttpResponse(in_calendar_format(dates, request.build_absolute_uri("/")), "text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="proofroom.ics"'
    return answer
