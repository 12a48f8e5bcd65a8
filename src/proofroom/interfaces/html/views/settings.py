"""Settings: profile and notices (Row A10). One address per form; each leads back to the page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from proofroom.interfaces.access import person_at
from proofroom.interfaces.html.contexts.settings import settings_page
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.interfaces.html.settings_forms import ProfileForm
from proofroom.people.commands import change_notices, change_profile

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
