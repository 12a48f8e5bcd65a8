"""Who is at the door, and what they may open: returns the thing or raises. No view filters ownership by itself."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, parse_cookie
from django.utils.crypto import constant_time_compare

from proofroom.core import clock
from proofroom.core.actor import Actor
from proofroom.core.errors import NotVisible
from proofroom.files.models import StoredFile
from proofroom.orders.models import Item, LooseResult, Order, Version
from proofroom.orders.queries import visible_orders
from proofroom.people.actors import actor_for
from proofroom.people.models import Person
from proofroom.people.tokens import person_of_token
from proofroom.redistribution.destinations import visible_destinations
from proofroom.redistribution.models import Destination, Push
from proofroom.returns.models import Quote, Return
from proofroom.returns.queries import readable_attachments, visible_returns
from proofroom.workflow.quote_links import quote_and_person


def person_at(request: HttpRequest) -> Person:
    """The signed-in person; pages ask for sign-in before this is called."""
    person = request.user
    if not isinstance(person, Person):
        raise NotVisible
    return person


def actor_at(request: HttpRequest) -> Actor:
    """The signed-in person as the rules know them, looked up once a request."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        actor = actor_for(person_at(request))
        request.actor = actor  # type: ignore[attr-defined]
    return actor


def order_or_404(actor: Actor, number: str) -> Order:
    """The order of this number, as far as the actor may see it."""
    order = (
        visible_orders(actor).select_related("account__manager", "customer", "artist", "product").filter(number=number)
    ).first()
    if order is None:
        raise NotVisible
    return order


def item_or_404(order: Order, item: int) -> Item:
    """A picture of an order that was already let through."""
    found = order.items.select_related("original__blob").filter(pk=item).first()
    if found is None:
        raise NotVisible
    return found


def picture_or_404(actor: Actor, number: str, item: int) -> Item:
    """A picture of an order that the actor may see, without its files: for what is asked often, in one query."""
    found = pictures_in_sight(actor, number).filter(pk=item).first()
    if found is None:
        raise NotVisible
    return found


def pictures_in_sight(actor: Actor, number: str) -> QuerySet[Item]:
    """The pictures of this order; none of an order that the actor may not see."""
    return Item.objects.filter(order__in=visible_orders(actor).filter(number=number))


def return_or_404(actor: Actor, number: str) -> Return:
    """The return of this number, as far as the actor may see its order."""
    found = visible_returns(actor).filter(number=number).first()
    if found is None:
        raise NotVisible
    return found


def destination_or_404(actor: Actor, destination: int) -> Destination:
    """A destination of the actor's own accounts."""
    found = visible_destinations(actor).filter(pk=destination).first()
    if found is None:
        raise NotVisible
    return found


def push_or_404(actor: Actor, number: str, push: int) -> Push:
    """What was sent of this order to one destination: for the people of the account alone."""
    order = visible_orders(actor).filter(number=number, account__in=actor.accounts)
    found = Push.objects.filter(pk=push, redistribution__order__in=order)
    read = found.select_related("destination", "redistribution__order", "redistribution__by").first()
    if read is None:
        raise NotVisible
    return read


def quote_by_link(link: str) -> tuple[Quote, Actor]:
    """The quote that a link from a mail names, and whose mail it was: as long as that person may see the order."""
    number, receiver = quote_and_person(link)
    person = Person.objects.filter(pk=receiver, is_active=True).first()
    if person is None:
        raise NotVisible
    actor = actor_for(person)
    quotes = Quote.objects.select_related("of__order__account__manager").filter(of__in=visible_returns(actor))
    quote = quotes.filter(pk=number).first()
    if quote is None or actor.role != Person.Role.CUSTOMER:
        raise NotVisible
    return quote, actor


def file_or_404(actor: Actor, number: str, file: int) -> StoredFile:
    """A file of an order: originals, delivered results, attachments; what is only staged is for the artist and staff.

    One query: a contact sheet asks for its pictures by the hundred.
    """
    order = visible_orders(actor).filter(number=number)
    versions = Version.objects.filter(item__order__in=order, file=OuterRef("pk"))
    if actor.role == Person.Role.CUSTOMER:
        versions = versions.exclude(delivery=None)
    reasons = Q(Exists(Item.objects.filter(order__in=order, original=OuterRef("pk")))) | Q(Exists(versions))
    attached = readable_attachments(actor).filter(order__in=order, file=OuterRef("pk"))
    reasons |= Q(Exists(attached))
    if actor.role != Person.Role.CUSTOMER:
        reasons |= Q(Exists(LooseResult.objects.filter(order__in=order, file=OuterRef("pk"))))
    found = StoredFile.objects.select_related("blob").filter(reasons, pk=file).first()
    if found is None:
        raise NotVisible
    return found


def person_of_scope(scope: dict[str, Any]) -> Person | None:
    """Who sends an ASGI request: by ``Authorization: Bearer``, or by session cookie with the CSRF token beside it.

    For the door that takes bytes as they arrive and so stands outside Django's request. A cookie without the token in
    the ``X-CSRFToken`` header counts as nobody: another site's page can send the cookie, but not the header.
    """
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope.get("headers", [])}
    scheme, _, secret = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return person_of_token(secret, clock.now())
    cookies = parse_cookie(headers.get("cookie", ""))
    given, kept = headers.get("x-csrftoken", ""), cookies.get(settings.CSRF_COOKIE_NAME, "")
    if not given or not constant_time_compare(given, kept):
        return None
    return _person_of_session(cookies.get(settings.SESSION_COOKIE_NAME, ""))


def _person_of_session(key: str) -> Person | None:
    request = HttpRequest()
    request.session = SessionStore(key)
    user = get_user(request)
    return user if isinstance(user, Person) and user.is_active else None
