"""Destinations of an account: listed, added, tried and removed under Settings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from proofroom.core import clock
from proofroom.core.errors import Invalid, NotVisible
from proofroom.interfaces.access import actor_at, destination_or_404
from proofroom.interfaces.html.contexts.destinations import TRAIL, SigningSecret, destinations_page, new_destination
from proofroom.interfaces.html.destination_forms import destination_form
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.interfaces.html.refusals import UNPROCESSABLE
from proofroom.people.models import Person
from proofroom.redistribution.destinations import add_destination, remove_destination, signing_secret_of
from proofroom.redistribution.kinds import KINDS
from proofroom.redistribution.models import Destination
from proofroom.redistribution.trying import try_destination

FORM = "settings/new_destination.html"


@require_safe
@signed_in(Person.Role.CUSTOMER)
def destinations(request: HttpRequest) -> HttpResponse:
    """All destinations of the person's accounts."""
    return page(request, "settings/destinations.html", destinations_page(actor_at(request)))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in(Person.Role.CUSTOMER)
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """The form of one kind. Sent, the destination is kept; a webhook's secret is shown by this answer alone.

    Sent twice it is refused, because another one has its name by then.
    """
    actor = actor_at(request)
    if kind not in KINDS:
        raise NotVisible
    if request.method != "POST":
        return page(request, FORM, new_destination(actor, kind))
    form = destination_form(kind, request.POST)
    if not form.is_valid():
        return page(request, FORM, new_destination(actor, kind, form), UNPROCESSABLE)
    try:
        account = _account(request, actor.accounts)
        made = add_destination(account, actor, kind, form.cleaned_data["name"], form.given(), clock.now())
    except Invalid as wrong:
        form.note(wrong.fields or {"": wrong.message})
        return page(request, FORM, new_destination(actor, kind, form), UNPROCESSABLE)
    return _added(request, made)


@require_POST
@signed_in(Person.Role.CUSTOMER)
@once_only
def remove(request: HttpRequest, destination: int) -> HttpResponse:
    """Nothing more is sent there."""
    found = destination_or_404(actor_at(request), destination)
    remove_destination(found, clock.now())
    messages.success(request, f"{found.name} is removed, with its password. What was sent there stays there.")
    return redirect("destinations")


@require_POST
@signed_in(Person.Role.CUSTOMER)
def test(request: HttpRequest, destination: int) -> HttpResponse:
    """Connects and looks; sends no file."""
    found = destination_or_404(actor_at(request), destination)
    tried = try_destination(found)
    told = messages.success if tried.works else messages.error
    told(request, f"{found.name}: {tried.sentence}")
    return redirect("destinations")


def _added(request: HttpRequest, made: Destination) -> HttpResponse:
    if made.kind == Destination.Kind.WEBHOOK:
        return page(request, "settings/signing_secret.html", SigningSecret(made.name, signing_secret_of(made), TRAIL))
    messages.success(request, f"{made.name} is added. Nothing is sent there before you press Redistribute on an order.")
    return redirect("destinations")


def _account(request: HttpRequest, accounts: frozenset[int]) -> int:
    if len(accounts) == 1:
        return next(iter(accounts))
    chosen = request.POST.get("account", "")
    if not chosen.isdecimal() or int(chosen) not in accounts:
        raise Invalid("Choose whose destination it is.", {"": "Choose whose destination it is."})
    return int(chosen)
