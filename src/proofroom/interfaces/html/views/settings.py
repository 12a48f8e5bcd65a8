"""Settings: profile, notices, tokens (Row A10). One address per form; each leads back to the page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from proofroom.core import clock
from proofroom.interfaces.access import person_at
from proofroom.interfaces.html.contexts.settings import settings_page
from proofroom.interfaces.html.pages import ONCE_FIELD, new_key, once_only, page, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.interfaces.html.settings_forms import ProfileForm, TokenForm
from proofroom.people.commands import change_notices, change_profile
from proofroom.people.tokens import issue_token, revoke_token
from proofroom.workflow.once import Answer, once

PAGE = "settings/settings.html"


@signed_in()
def settings(request: HttpRequest) -> HttpResponse:
    """Everything a person may change about themselves."""
    return page(request, PAGE, settings_page(person_at(request)))


@signed_in()
@once_only
def profile(request: HttpRequest) -> HttpResponse:
    """Name and time zone."""
    if request.method != "POST":
        return redirect("settings")
    person = person_at(request)
    form = ProfileForm(request.POST, person=person)
    if not form.is_valid():
        return page(request, PAGE, settings_page(person, profile=form), UNPROCESSABLE)
    change_profile(person, form.profile())
    messages.success(request, "Your profile is saved.")
    return redirect("settings")


@signed_in()
@once_only
def notices(request: HttpRequest) -> HttpResponse:
    """What is mailed."""
    if request.method == "POST":
        wanted = request.POST
        change_notices(person_at(request), deliveries="deliveries" in wanted, messages="messages" in wanted)
        messages.success(request, "Your choice of notices is saved.")
    return redirect("settings")


@signed_in()
def make_token(request: HttpRequest) -> HttpResponse:
    """A new token, shown by this answer alone: it is kept nowhere, so a form sent twice leads back without it."""
    if request.method != "POST":
        return redirect("settings")
    person, form, made = person_at(request), TokenForm(request.POST), list[str]()
    if not form.is_valid():
        return page(request, PAGE, settings_page(person, token=form), UNPROCESSABLE)
    name, at = form.cleaned_data["name"], clock.now()

    def write() -> Answer:
        made.append(issue_token(person, name, at))
        return Answer(200, "")

    once(person, request.POST.get(ONCE_FIELD, "")[:255] or new_key(), request.path, at, write)
    if not made:
        messages.error(request, "This form was sent before. A token is shown once; revoke it and make a new one.")
        return redirect("settings")
    return page(request, PAGE, settings_page(person, secret=made[0]))


@signed_in()
@once_only
def remove_token(request: HttpRequest, token: int) -> HttpResponse:
    """The token opens nothing any more."""
    if request.method == "POST" and revoke_token(person_at(request), token):
        messages.success(request, "The token is revoked. Programs that use it are shut out now.")
    return redirect("settings")
