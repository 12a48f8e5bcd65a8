"""Who is asking: a program with a token, or the site's own script with the session cookie and the CSRF token."""

from django.conf import settings
from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.people.models import Person
from proofroom.people.tokens import person_of_token


class ForeignForm(Refused):
    """A cookie came without the CSRF token: another site's page may have sent it."""

    def __init__(self) -> None:
        super().__init__("csrf", "Send the CSRF token in the header X-CSRFToken, or use an API token.")


class Token(HttpBearer):
    """``Authorization: Bearer TOKEN``. Whoever sends a wrong one is told so, whatever cookie comes beside it."""

    def authenticate(self, request: HttpRequest, token: str) -> Person:
        """Raises AuthenticationError."""
        person = person_of_token(token, clock.now())
        if person is None:
            raise AuthenticationError
        request.user = person
        return person


class Session(APIKeyCookie):
    """The cookie of somebody who is signed in to the pages."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self) -> None:
        # Ninja's own check would answer nobody's request as a forgery; first comes who it is, then how.
        super().__init__(csrf=False)

    def authenticate(self, request: HttpRequest, key: str | None) -> Person | None:  # noqa: ARG002 - ninja's signature
        """Raises ForeignForm for a write without the CSRF token."""
        if not isinstance(request.user, Person):
            return None
        if check_csrf(request) is not None:
            raise ForeignForm
        return request.user
