"""The artist's public page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from proofroom.core.errors import NotVisible
from proofroom.interfaces.html.contexts.artists import artist_page
from proofroom.interfaces.html.pages import page, signed_in
from proofroom.people.models import Person


@require_safe
@signed_in()
def artist(request: HttpRequest, pk: int) -> HttpResponse:
    """``/artists/ID/``: public to everybody who is signed in."""
    person = Person.objects.filter(pk=pk, role=Person.Role.ARTIST).first()
    if person is None:
        raise NotVisible
    return page(request, "studio/artist.html", artist_page(person, request.GET))
