"""Artists never learn what a customer pays: every answer of every address, and every mail, is read for the amounts.

The catalogue is public, so there every price of the story has changed since it was ordered.
"""

import re
from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import Client

from proofroom.catalogue.models import Extra, Level, Product, Style
from proofroom.catalogue.specification import PRICES, specify
from proofroom.core import clock
from proofroom.core.tasks import run_queued
from proofroom.orders.commands.drafting import Brief, change_draft
from proofroom.orders.lifecycle.states import Action, State
from proofroom.orders.models import Order
from proofroom.payments.models import Charge, Refund
from proofroom.returns.models import Quote, Suggested
from tests.cast import Cast
from tests.conftest import SignedIn
from tests.http.test_addresses import places, rows
from tests.http.test_internal_notes import told
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators")
LATE = 30 * HOUR
BYTES = r"/files/|\.zip|\.png|/examples/"
NUMBER = r"(?<![\w.])\d[\d,]*(?:\.\d\d)?(?!\w)"
Places = dict[str, object]


class Dear(Orders):
    """Orders whose every amount is unlike any other number: each choice has a price."""

    def set_prices(self) -> None:
        Product.objects.update(unit_price=12_345)
        Style.objects.update(unit_price=23_451)
        Level.objects.update(unit_price=34_512)
        Extra.objects.update(price_at_first=45_123, price_after=51_234)
        lawn = {"slug": "lawn", "name": "Green lawn", "description": "Green."}
        Extra.objects.create(product=self.product, **lawn, price_at_first=0, price_after=56_789)
        self.product = Product.objects.get()

    def change_prices(self) -> None:
        Product.objects.update(unit_price=1_000)
        Style.objects.update(unit_price=0)
        Level.objects.update(unit_price=0)
        Extra.objects.update(price_at_first=0, price_after=300)

    def draft(self, pictures: int = 2) -> Order:
        chosen = specify(self.product, "bright", extras=("blue-sky",))
        return change_draft(super().draft(pictures), Brief(self.product, chosen), self.begin)

    def reopened(self, pictures: int = 2) -> Order:
        order, wish = self.delivered(pictures), "Please add a green lawn."
        return self.do("comment_and_reopen", order, "customer", self.begin + 3 * HOUR, comment=wish)

    def quoted(self) -> Order:
        given = {"decision": "amendment", "message": "We can.", "price": "671.23", "reason": "A friend."}
        return self.do("assess", self.reopened(), "supervisor", self.begin + 3 * HOUR, **given)

    def amended(self) -> Order:
        """Approved, late and a part of it refunded, delivered and accepted."""
        order = self.do("approve_quote", self.quoted(), "customer", self.begin + 4 * HOUR)
        order = self.do("refund", order, "manager", self.begin + LATE, amount="712.34", reason="It is late.")
        order.items.update(settled=False)
        self.put_results(order)
        self.do("deliver", order, "artist", self.begin + LATE)
        return self.do("accept", order, "customer", self.begin + LATE)

    def given_up(self) -> Order:
        order = self.in_production(results=False)
        return self.do("request_cancellation", order, "customer", self.begin + LATE, reason="Sold.")

    def everything(self) -> list[Order]:
        return [self.amended(), self.reopened(), self.quoted(), self.given_up(), self.placed()]


@pytest.fixture
def dear(cast: Cast, product: Product) -> Dear:
    made = Dear(cast, product, begin=clock.now() - LATE - HOUR)
    made.set_prices()
    return made


def amounts() -> set[int]:
    """All that customers paid, were quoted or got back, and what it was made of, in cents."""
    found = {minor for kept in (Charge, Refund, Quote) for minor in kept.objects.values_list("minor", flat=True)}
    found |= {minor for minor in Suggested.objects.values_list("minor", flat=True) if minor}
    for order in Order.objects.all():
        found |= {order.price_minor, *_prices(order.specification)}
    return found - {0}


def _prices(kept: object) -> Iterator[int]:
    if isinstance(kept, dict):
        yield from (value for name, value in kept.items() if name in PRICES and value)
    if isinstance(kept, (dict, list)):
        for each in kept.values() if isinstance(kept, dict) else kept:
            yield from _prices(each)


def named(text: str, among: set[int]) -> set[int]:
    """Those of the amounts that the text names, as cents or as people write them."""
    plain = text.replace(r"\u20ac", "€")
    return {int(number.replace(",", "").replace(".", "")) for number in re.findall(NUMBER, plain)} & among


def of_order(order: Order, known: Places) -> Places:
    """The placeholders of the table of addresses, about this order."""
    item, subject = order.items.get(position=1), order.returns.first()
    version = item.versions.last()
    about = {"order": order.number, "placed": order.number, "item": item.pk, "original": item.original_id}
    about |= {"return": subject.number} if subject else {}
    return known | about | ({"result": version.file_id} if version else {})


def requests(known: Places, stories: list[Order]) -> set[tuple[str, str, str]]:
    """Whatever an artist can ask for; of every order whatever is text, and the page of every action."""
    reachable = [row for row in rows() if row["artist"] != "404"]
    asked = {(row["method"], row["address"].format(**known), row["body"]) for row in reachable}
    pages = [row["address"] for row in reachable if row["method"] == "GET" and not re.search(BYTES, row["address"])]
    for order in stories:
        about = of_order(order, known)
        asked |= {("GET", page.format(**about), "") for page in pages}
        if order.state == State.REOPENED:
            asked |= {("GET", f"/orders/{order.number}/actions/{action}/", "") for action in Action}
    return asked


def read_by_the_studio(client: Client, stories: list[Order], among: set[int]) -> set[int]:
    """The amounts of these orders that somebody who may read them finds in the API."""
    addresses = [f"/api/v1/orders/{order.number}{part}" for order in stories for part in ("", "/activity")]
    answers = [told(client, "GET", address, "").decode() for address in [*addresses, "/api/v1/returns"]]
    return named("".join(answers), among)


def mails_to(address: str) -> list[str]:
    return [str(each.message()) for each in mail.outbox if each.to == [address]]


def test_nothing_that_an_artist_asks_for_or_is_mailed_names_an_amount(
    signed_in: SignedIn, cast: Cast, dear: Dear
) -> None:
    stories = dear.everything()
    known, hidden = places(dear, cast), amounts()
    dear.change_prices()
    artist = signed_in("artist")
    leaks = [
        f"{method} {address} names {said}"
        for method, address, body in sorted(requests(known, stories))
        if (said := named(told(artist, method, address, body).decode(errors="replace"), hidden))
    ]
    run_queued()
    leaks += [text for text in mails_to(cast.artist.email) if named(text, hidden)]
    assert leaks == []
    assert read_by_the_studio(signed_in("supervisor"), stories, hidden) == hidden
    assert named("".join(mails_to(cast.customer.email)), hidden)
    assert min(hidden) > 10_000
    assert len(mails_to(cast.artist.email)) > 5
