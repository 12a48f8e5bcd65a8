"""The draft of an order until it is placed or discarded; whoever is late is led to the order itself."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from proofroom.catalogue.models import Product
from proofroom.catalogue.queries import product_on_offer, products_on_offer
from proofroom.core import clock
from proofroom.core.errors import Invalid, Refused
from proofroom.interfaces.access import actor_at, order_or_404
from proofroom.interfaces.html.action_words import WORDS
from proofroom.interfaces.html.choices import brief_of, choices_in, choices_of, usual_choices
from proofroom.interfaces.html.contexts.catalogue import offering_of
from proofroom.interfaces.html.contexts.draft import OrderForm, originals_of, piece_of_draft
from proofroom.interfaces.html.pages import View, once_only, page, signed_in
from proofroom.interfaces.html.refusals import CONFLICT, UNPROCESSABLE
from proofroom.orders.commands.drafting import change_draft
from proofroom.orders.lifecycle.states import Action, State
from proofroom.orders.models import Order
from proofroom.orders.queries import visible_orders
from proofroom.people.models import Person
from proofroom.returns.extras import added_later
from proofroom.workflow.perform import perform


def draft_view(*, posts: bool) -> Callable[[View], View]:
    """Gives the view its draft; one that is placed leads to its order, reading a view that ``posts`` to the form."""

    def guard(view: View) -> View:
        @signed_in(Person.Role.CUSTOMER)
        @wraps(view)
        def found(request: HttpRequest, number: str, **kwargs: Any) -> HttpResponse:
            order = order_or_404(actor_at(request), number)
            if order.state != State.DRAFT:
                return redirect(f"/orders/{order.number}/")
            if posts and request.method != "POST":
                return redirect("order_form", order.number)
            return view(request, order, **kwargs)

        return found

    return guard


@draft_view(posts=False)
def order_form(request: HttpRequest, order: Order) -> HttpResponse:
    """The form as the draft keeps it. Sent, it is saved: the same choices saved twice are the same draft."""
    if request.method == "POST":
        save_choices(request, order)
        return redirect("order_form", order.number)
    return page(request, "ordering/edit.html", _form(request, order))


@draft_view(posts=True)
def draft_price(request: HttpRequest, order: Order) -> HttpResponse:
    """Saves what the form says and answers with the price piece alone, for the form's element."""
    saved = save_choices(request, order)
    return page(request, "ordering/price.html", piece_of_draft(saved, actor_at(request), clock.now()))


@draft_view(posts=True)
@once_only
def change_product(request: HttpRequest, order: Order) -> HttpResponse:
    """Another product as the account's orders of it begin; instructions and originals stay."""
    words = choices_in(request.POST).instructions
    begins = usual_choices(order.account_id, product_on_offer(request.POST.get("other", "")))
    change_draft(order, brief_of(replace(begins, instructions=words)), clock.now())
    return redirect("order_form", order.number)


@draft_view(posts=True)
@once_only
def place_order(request: HttpRequest, order: Order) -> HttpResponse:
    """Saves the choices, then places the order at the price that was shown; a refusal shows the form anew."""
    agreed = request.POST.get("agreed_price") or None
    try:
        draft = save_choices(request, order)
        perform(Action.PLACE, draft, actor_at(request), clock.now(), agreed_price=agreed)
    except Refused as refusal:
        order.refresh_from_db()
        if order.state != State.DRAFT:
            return redirect(f"/orders/{order.number}/")
        status = UNPROCESSABLE if isinstance(refusal, Invalid) else CONFLICT
        return page(request, "ordering/edit.html", _form(request, order, refusal.message), status)
    messages.success(request, f"{WORDS[Action.PLACE].done} An e-mail tells you when it is ready.")
    return redirect(f"/orders/{order.number}/")


@draft_view(posts=True)
@once_only
def discard_draft(request: HttpRequest, order: Order) -> HttpResponse:
    """The draft leaves the list for good."""
    perform(Action.DISCARD, order, actor_at(request), clock.now())
    messages.success(request, WORDS[Action.DISCARD].done)
    return redirect("/orders/")


def save_choices(request: HttpRequest, order: Order) -> Order:
    """The draft as the sent form says. Raises Invalid and Refused as ``brief_of`` and ``change_draft`` do."""
    return change_draft(order, brief_of(choices_in(request.POST)), clock.now())


def _form(request: HttpRequest, order: Order, refusal: str = "") -> OrderForm:
    actor = actor_at(request)
    products = list(products_on_offer())
    product = next((each for each in products if each.pk == order.product_id), order.product)
    originals = originals_of(order)
    earlier = visible_orders(actor).filter(account=order.account_id, product=product)
    return OrderForm(
        order=order,
        offering=offering_of(product, choices_of(order), added_later(earlier)),
        others=_others(products, product),
        instructions=order.instructions,
        originals=originals,
        size=sum(each.picture.size for each in originals),
        piece=piece_of_draft(order, actor, clock.now()),
        refusal=refusal,
        choose_account=len(actor.accounts) > 1,
    )


def _others(products: list[Product], product: Product) -> list[Product]:
    return [each for each in products if each.pk != product.pk]
