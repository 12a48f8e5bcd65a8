"""What new orders begin with: kept under Settings, and changed by answering a proposal (Row A10)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from proofroom.catalogue.defaults import Defaults, keep_defaults
from proofroom.catalogue.models import Product
from proofroom.catalogue.queries import products_on_offer
from proofroom.core import clock
from proofroom.core.errors import NotVisible
from proofroom.interfaces.access import actor_at, person_at
from proofroom.interfaces.html.choices import choices_in
from proofroom.interfaces.html.contexts.defaults import defaults_page
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.people.models import Person
from proofroom.returns.repeated import answer_proposal


@require_safe
@signed_in(Person.Role.CUSTOMER)
def defaults(request: HttpRequest) -> HttpResponse:
    """``/settings/defaults/``."""
    return page(request, "settings/defaults.html", defaults_page(actor_at(request), clock.now()))


@require_POST
@signed_in(Person.Role.CUSTOMER)
@once_only
def keep(request: HttpRequest, account: int, product: str) -> HttpResponse:
    """One product's defaults for one of the person's accounts."""
    found, chosen = _product(request, account, product), choices_in(request.POST)
    keep_defaults(account, found, Defaults(chosen.style, chosen.levels), person_at(request).pk, clock.now())
    messages.success(request, f"New orders of {found.name} begin like this.")
    return redirect("defaults")


@require_POST
@signed_in(Person.Role.CUSTOMER)
@once_only
def answer(request: HttpRequest, account: int, product: str) -> HttpResponse:
    """Yes or no to what repeated corrections propose."""
    found, accepted = _product(request, account, product), request.POST.get("answer") == "yes"
    variable, by = request.POST.get("variable", ""), person_at(request).pk
    done = answer_proposal(account, found, variable, by, clock.now(), accepted=accepted)
    begins = f"New orders of {found.name} begin with “{done.level.label}”." if accepted else "It stays as it is."
    messages.success(request, f"{done.variable.name}: {begins}")
    return redirect("defaults")


def _product(request: HttpRequest, account: int, slug: str) -> Product:
    product = products_on_offer().filter(slug=slug).first()
    if product is None or account not in actor_at(request).accounts:
        raise NotVisible
    return product
