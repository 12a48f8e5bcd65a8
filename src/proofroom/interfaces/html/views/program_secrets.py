"""What programs sign in with: API tokens, addresses for calendars, app passwords. Each is shown when it is made."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from proofroom.core import clock
from proofroom.interfaces.access import person_at
from proofroom.interfaces.html.contexts.program_secrets import APP_PASSWORDS, CALENDARS, TOKENS, Kind
from proofroom.interfaces.html.contexts.settings import settings_page
from proofroom.interfaces.html.pages import ONCE_FIELD, new_key, once_only, page, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.interfaces.html.views.settings import PAGE
from proofroom.people.app_passwords import issue_app_password, revoke_app_password
from proofroom.people.models import ApiToken, Person
from proofroom.people.tokens import issue_token, revoke_token
from proofroom.workflow.once import Answer, once

Issue = Callable[[Person, str, datetime], str]


@signed_in()
def make_token(request: HttpRequest) -> HttpResponse:
    """A new API token."""
    return _make(request, TOKENS, issue_token)


@signed_in()
def make_app_password(request: HttpRequest) -> HttpResponse:
    """A new app password."""
    return _make(request, APP_PASSWORDS, issue_app_password)


@signed_in()
def make_calendar(request: HttpRequest) -> HttpResponse:
    """A new address of the person's due dates."""

    def issue(person: Person, name: str, at: datetime) -> str:
        key = issue_token(person, name, at, ApiToken.Scope.CALENDAR)
        return request.build_absolute_uri(reverse("calendar", args=[key]))

    return _make(request, CALENDARS, issue)


@signed_in()
@once_only
def remove_token(request: HttpRequest, token: int) -> HttpResponse:
    """The token opens nothing any more."""
    if request.method == "POST" and revoke_token(person_at(request), token):
        messages.success(request, "It is revoked. Programs that use it are shut out now.")
    return redirect("settings")


@signed_in()
@once_only
def remove_app_password(request: HttpRequest, app_password: int) -> HttpResponse:
    """Nobody signs in with the app password any more."""
    if request.method == "POST" and revoke_app_password(person_at(request), app_password):
        messages.success(request, "The app password is revoked. No program can sign in with it any more.")
    return redirect("settings")


def _make(request: HttpRequest, kind: Kind, issue: Issue) -> HttpResponse:
    """Shown by this answer alone: it is kept nowhere, so a form sent twice leads back without it."""
    if request.method != "POST":
        return redirect("settings")
    person, form, made = person_at(request), kind.form(request.POST), list[str]()
    if not form.is_valid():
        return page(request, PAGE, settings_page(person, forms={kind: form}), UNPROCESSABLE)
    name, at = form.cleaned_data["name"], clock.now()

    def write() -> Answer:
        made.append(issue(person, name, at))
        return Answer(200, "")

    once(person, request.POST.get(ONCE_FIELD, "")[:255] or new_key(), request.path, at, write)
    if not made:
        told = f"This form was sent before. An {kind.noun} is shown once; revoke it and make a new one."
        messages.error(request, told)
        return redirect("settings")
    return page(request, PAGE, settings_page(person, made=(kind, made[0])))
