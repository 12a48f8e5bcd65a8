"""Orders that are approved, and destinations that lead to servers on loopback."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from proofroom.core import clock
from proofroom.core.tasks import run_queued
from proofroom.orders.models import Order
from proofroom.redistribution.destinations import add_destination
from proofroom.redistribution.models import Destination, Push
from tests.cast import Cast
from tests.files.bucket import s3_server
from tests.orders_in_states import HOUR, Orders
from tests.redistribution.servers import Agency, agency_system, ftp_server, sftp_server


@pytest.fixture
def loopback(settings: Settings) -> None:
    """The studio lets destinations on this machine through, as its operator may say."""
    settings.PRIVATE_DESTINATIONS = ["127.0.0.0/8"]


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """The folder that the agency's servers show."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    return folder


@pytest.fixture
def ftp(theirs: Path, loopback: None) -> Iterator[int]:
    """The port of their FTP server."""
    with ftp_server(theirs) as port:
        yield port


@pytest.fixture
def sftp(theirs: Path, loopback: None) -> Iterator[int]:
    """The port of their SFTP server."""
    with sftp_server(theirs) as port:
        yield port


@pytest.fixture
def agency(loopback: None) -> Iterator[Agency]:
    """Their system that takes webhooks."""
    with agency_system() as system:
        yield system


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    """The address of their store."""
    with s3_server() as address:
        yield address


class Sending:
    """The account's destinations, and sending approved orders there."""

    def __init__(self, cast: Cast, orders: Orders) -> None:
        self.cast = cast
        self.orders = orders

    def to(self, kind: str, name: str = "", **given: Any) -> Destination:
        """A new destination of the customer's account."""
        actor = self.cast.actor("customer")
        return add_destination(self.cast.account.pk, actor, kind, name or kind, given, clock.now())

    def approved(self, pictures: int = 2) -> Order:
        """A delivered order that the customer has accepted."""
        return self.orders.completed(pictures)

    def changed(self, order: Order) -> Order:
        """One picture of it, made anew after completion and approved again."""
        begin = self.orders.begin
        self.orders.do("comment_and_reopen", order, "customer", begin + 4 * HOUR, comment="Too dark.")
        self.orders.do("agree_to_revise", order, "artist", begin + 5 * HOUR)
        given = {"decision": "correction", "message": "Yes.", "due_at": begin + 30 * HOUR}
        self.orders.do("assess", order, "supervisor", begin + 6 * HOUR, **given)
        order.items.filter(position=1).update(settled=False)
        self.orders.put_results(order)
        self.orders.do("deliver", order, "artist", begin + 7 * HOUR)
        return self.orders.do("accept", order, "customer", begin + 8 * HOUR)

    def press(self, order: Order, *destinations: Destination, files: str = "missing") -> list[Push]:
        """Redistribute, and what the worker does at once."""
        chosen = [each.pk for each in destinations]
        self.orders.do("redistribute", order, "customer", clock.now(), destinations=chosen, files=files)
        run_queued()
        return list(Push.objects.filter(redistribution=order.redistributions.all()[0]))


@pytest.fixture
def sending(cast: Cast, orders: Orders) -> Sending:
    """The customer of the cast, who redistributes."""
    return Sending(cast, orders)
