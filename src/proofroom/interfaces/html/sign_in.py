"""How people come in. New customers are made by the studio or invited; nobody signs up by themselves yet."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from proofroom.core import clock
from proofroom.people.attempts import Locked
from proofroom.people.models import Person
from proofroom.people.sign_in import Door, WrongPassword, sign_in


class SignIn(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """The studio's choices for django-allauth."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "E-mail and password do not belong together. Check both, then try again.",
        "enter_current_password": "This is not your password now. Check it, then try again.",
        "incorrect_password": "This is not your password. Check it, then try again.",
    }

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - allauth's signature
        return "/settings/"

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False

    def authenticate(self, request: HttpRequest, **credentials: str) -> Person | None:
        """The person or None. Counted with the other doors' failures, not in allauth's cache of one process.

        Raises ValidationError with the sentence while sign-in is locked.
        """
        email, password = credentials.get("email", ""), credentials.get("password", "")
        try:
            return sign_in(email, password, Door.WEB, request.META.get("REMOTE_ADDR", ""), clock.now())
        except WrongPassword:
            return None
        except Locked as locked:
            raise ValidationError(locked.message) from locked

    def reauthenticate(self, user: Person, password: str) -> bool:
        """Asked again before something delicate; wrong answers count like failed sign-ins."""
        return self.authenticate(self.request, email=user.email, password=password) is not None
