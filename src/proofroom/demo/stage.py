"""Lets the demo's people act on orders in the past, by the same commands that pages use."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from proofroom.catalogue.models import Product
from proofroom.catalogue.specification import specify
from proofroom.demo.camera_roll import keep_inspected
from proofroom.demo.shots import Shot
from proofroom.files.models import StoredFile
from proofroom.orders.commands.drafting import Brief, add_original, start_draft
from proofroom.orders.commands.producing import put_result
from proofroom.orders.models import Item, Order
from proofroom.people.actors import actor_for
from proofroom.people.models import Account, Person
from proofroom.redistribution.destinations import add_destination
from proofroom.redistribution.models import Destination
from proofroom.review.commands.answering import move
from proofroom.review.commands.drawing import Drawn, draw
from proofroom.review.queries import visible_markings
from proofroom.workflow.perform import perform
from proofroom.workflow.talk import speak


@dataclass(frozen=True)
class Choices:
    """What a customer of the demo chooses."""

    product: str = "interior"
    style: str | None = "bright"
    levels: tuple[tuple[str, int], ...] = ()
    extras: tuple[str, ...] = ()
    instructions: str = ""


@dataclass(frozen=True)
class Studio:
    """Everybody and everything the demo's stories are made of; ``now`` is the time of loading."""

    now: datetime
    people: dict[str, Person]
    accounts: dict[str, Account]
    products: dict[str, Product]
    developed: dict[Shot, bytes]

    def ago(self, hours: float) -> datetime:
        """A time in the demo's past."""
        return self.now - timedelta(hours=hours)

    def draft(self, shots: list[tuple[str, Shot]], choices: Choices, hours: float, part: str = "customer") -> Order:
        """A draft with named originals, begun ``hours`` ago."""
        person, at = self.people[part], self.ago(hours)
        account = self.accounts["rival" if part == "rival" else "homes"]
        product = self.products[choices.product]
        specification = specify(product, choices.style, dict(choices.levels), choices.extras)
        order = start_draft(account, person, Brief(product, specification, choices.instructions), at)
        for name, shot in shots:
            add_original(order, self.file(shot, name, part, hours), at)
        return order

    def placed(self, shots: list[tuple[str, Shot]], choices: Choices, hours: float, part: str = "customer") -> Order:
        """A draft that is placed at once."""
        return self.act("place", self.draft(shots, choices, hours, part), part, hours)

    def result(self, item: Item, shot: Shot, hours: float) -> None:
        """The artist puts a finished picture for an original."""
        file = self.file(shot, item.name, "artist", hours)
        put_result(item.order, file, self.people["artist"], self.ago(hours), item)

    def deliver(self, order: Order, shots: list[Shot], hours: float, note: str = "") -> Order:
        """A result for each original, then the delivery."""
        for item, shot in zip(order.items.all(), shots, strict=True):
            self.result(item, shot, hours + 0.2)
        return self.act("deliver", order, "artist", hours, note=note)

    def act(self, action: str, order: Order, part: str, hours: float, **given: object) -> Order:
        """The person does what the table allows."""
        return perform(action, order, actor_for(self.people[part]), self.ago(hours), **given)

    def say(self, order: Order, part: str, hours: float, words: str) -> None:
        """A message in the order's thread."""
        speak(order, self.people[part], words, self.ago(hours))

    def mark(self, item: Item, drawn: list[tuple[str, dict[str, Any], str]], hours: float) -> None:
        """The customer draws on the newest version: kind, geometry and comment of each marking."""
        customer = actor_for(self.people["customer"])
        for color, (kind, geometry, comment) in enumerate(drawn):
            draw(item, customer, Drawn(kind, geometry, comment, color), self.ago(hours))

    def answer(self, item: Item, answers: list[str], hours: float) -> None:
        """The artist says to each marking ``fixed``, or why it cannot be done."""
        artist = actor_for(self.people["artist"])
        for marking, words in zip(visible_markings(artist).filter(item=item).order_by("number"), answers, strict=True):
            reason = "" if words == "fixed" else words
            move(marking, artist, "cannot" if reason else "fixed", self.ago(hours), None, reason)

    def destination(self, name: str, recipients: list[str], hours: float) -> Destination:
        """A client of the customer's, who gets mails with links."""
        customer, account = actor_for(self.people["customer"]), self.accounts["homes"]
        said = {"recipients": recipients, "days": 90}
        return add_destination(account.pk, customer, Destination.Kind.EMAIL, name, said, self.ago(hours))

    def file(self, shot: Shot, name: str, part: str, hours: float) -> StoredFile:
        """The developed picture under a name."""
        return keep_inspected(self.developed[shot], name, self.people[part], self.ago(hours))
