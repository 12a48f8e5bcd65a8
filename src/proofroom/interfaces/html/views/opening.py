"""When the studio works, for those who lead it. One address per form; each leads back to the page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from proofroom.catalogue import opening as commands
from proofroom.core import clock
from proofroom.interfaces.html.contexts.opening import opening_page, week_form
from proofroom.interfaces.html.opening_forms import ClosedDayForm, HolidaysForm
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.people.models import Person

PAGE = "studio/opening.html"
leaders = signed_in(Person.Role.MANAGER, Person.Role.ADMIN)


@leaders
def opening(request: HttpRequest) -> HttpResponse:
    """``/hours/``."""
    return page(request, PAGE, opening_page(clock.now()))


@leaders
@once_only
def week(request: HttpRequest) -> HttpResponse:
    """From when to when the studio works."""
    if request.method != "POST":
        return redirect("opening")
    at = clock.now()
    form = week_form(at, request.POST)
    if not form.is_valid():
        return page(request, PAGE, opening_page(at, week=form), UNPROCESSABLE)
    commands.set_opening_hours(form.cleaned_data["zone"], form.week())
    return _saved(request, "The opening hours are saved. Orders placed from now on count by them.")


@leaders
@once_only
def products(request: HttpRequest) -> HttpResponse:
    """Which turnarounds count in opening hours."""
    if request.method != "POST":
        return redirect("opening")
    commands.count_in_business_hours(request.POST.getlist("products"))
    return _saved(request, "It is saved how turnarounds count. Orders placed from now on count so.")


@leaders
@once_only
def closed(request: HttpRequest) -> HttpResponse:
    """One more day without work."""
    if request.method != "POST":
        return redirect("opening")
    form = ClosedDayForm(request.POST)
    if not form.is_valid():
        return page(request, PAGE, opening_page(clock.now(), closed_day=form), UNPROCESSABLE)
    commands.close_on(form.cleaned_data["date"], form.cleaned_data["name"])
    return _saved(request, "The day is in the list.")


@leaders
@once_only
def holidays(request: HttpRequest) -> HttpResponse:
    """A country's public holidays."""
    if request.method != "POST":
        return redirect("opening")
    at = clock.now()
    form = HolidaysForm(request.POST, today=at.date())
    if not form.is_valid():
        return page(request, PAGE, opening_page(at, holidays=form), UNPROCESSABLE)
    came = commands.close_on_public_holidays(form.cleaned_data["country"], form.cleaned_data["year"])
    return _saved(request, f"{came} public holidays are in the list." if came else "They were all in the list already.")


@leaders
@once_only
def reopened(request: HttpRequest, day: int) -> HttpResponse:
    """The studio works on that day after all."""
    if request.method != "POST":
        return redirect("opening")
    commands.open_again_on(day)
    return _saved(request, "The studio works on that day.")


def _saved(request: HttpRequest, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("opening")
