"""Starting an order: pick a product, choose how it shall be; the draft is then kept on the server."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from proofroom.catalogue.models import Product
from proofroom.catalogue.queries import products_on_offer
from proofroom.catalogue.specification import specify
from proofroom.core import clock
from proofroom.core.errors import Invalid, NotVisible
from proofroom.interfaces.access import actor_at, person_at
from proofroom.interfaces.html.choices import Choices, brief_of, choices_in, usual_choices
from proofroom.interfaces.html.contexts.catalogue import offering_of
from proofroom.interfaces.html.contexts.draft import NewOrder, PickProduct, piece_of
from proofroom.interfaces.html.pages import once_only, page, signed_in
from proofroom.orders.commands.drafting import start_draft
from proofroom.orders.queries import visible_orders
from proofroom.people.models import Account, Person
from proofroom.returns.extras import added_later
from proofroom.returns.repeated import proposals_for


@signed_in(Person.Role.CUSTOMER)
@once_only
def new_order(request: HttpRequest) -> HttpResponse:
    """Without ``?product=`` the products; with it the form; sent, a draft."""
    accounts = list(Account.objects.filter(pk__in=actor_at(request).accounts).order_by("name"))
    if not accounts:
        messages.error(request, "You belong to no account yet, so nobody would pay. Ask the studio to add you to one.")
        return redirect("support")
    if request.method == "POST":
        return _start(request, accounts)
    slug = request.GET.get("product")
    if slug is None:
        offerings = [offering_of(product) for product in products_on_offer()]
        return page(request, "ordering/pick.html", PickProduct(offerings))
    product = products_on_offer().filter(slug=slug).first()
    if product is None:
        raise NotVisible
    return page(request, "ordering/new.html", _form(request, product, accounts))


@require_POST
@signed_in(Person.Role.CUSTOMER)
def new_order_price(request: HttpRequest) -> HttpResponse:
    """The price piece for what the form says; nothing is kept."""
    brief = brief_of(choices_in(request.POST))
    return page(request, "ordering/price.html", piece_of(brief.specification, 0, clock.now()))


def _start(request: HttpRequest, accounts: list[Account]) -> HttpResponse:
    account = _account(request.POST.get("account", ""), accounts)
    order = start_draft(account, person_at(request), brief_of(choices_in(request.POST)), clock.now())
    return redirect("order_form", order.number)


def _account(chosen: str, accounts: list[Account]) -> Account:
    if len(accounts) == 1 and not chosen:
        return accounts[0]
    account = next((account for account in accounts if str(account.pk) == chosen), None)
    if account is None:
        raise Invalid("Choose the account that pays.", {"account": "Choose the account that pays."})
    return account


def _form(request: HttpRequest, product: Product, accounts: list[Account]) -> NewOrder:
    """It begins with the account's defaults; who orders for several accounts chooses anew."""
    at, several = clock.now(), len(accounts) > 1
    choices = Choices(product.slug) if several else usual_choices(accounts[0].pk, product)
    return NewOrder(
        offering=offering_of(product, choices, added_later(visible_orders(actor_at(request)).filter(product=product))),
        instructions="",
        accounts=accounts,
        piece=piece_of(specify(product, choices.style, choices.levels), 0, at),
        proposals=proposals_for({each.pk for each in accounts}, at, product),
        several=several,
    )
