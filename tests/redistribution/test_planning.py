"""What would go where is known before, belongs to one account, and is what goes."""

from typing import Any

import pytest

from proofroom.core import clock
from proofroom.core.errors import Invalid, NotVisible, Refused
from proofroom.core.sealing import Unreadable, unseal
from proofroom.orders.models import Version
from proofroom.orders.queries import delivered_versions
from proofroom.redistribution.destinations import add_destination, remove_destination
from proofroom.redistribution.holdings import outdated_destinations
from proofroom.redistribution.models import Destination, PushedFile, Redistribution
from proofroom.redistribution.plan import Files, plan_of
from tests.redistribution.conftest import Sending
from tests.redistribution.servers import PASSWORD, USER, Agency

pytestmark = pytest.mark.django_db


def client(sending: Sending, name: str = "Client") -> Destination:
    return sending.to("email", name, recipients=[f"{name.lower()}@client.example"])


def test_accepting_sends_nothing(sending: Sending, agency: Agency) -> None:
    sending.to("webhook", url=f"http://127.0.0.1:{agency.port}/hook")
    sending.changed(sending.approved())
    assert not Redistribution.objects.exists()
    assert agency.told == []


def test_whoever_got_it_before_the_change_holds_an_outdated_version(sending: Sending) -> None:
    order, first, second = sending.approved(3), client(sending), client(sending, "Other")
    sending.press(order, first)
    assert outdated_destinations(order) == []
    sending.changed(order)
    assert outdated_destinations(order) == [first]
    [held, nothing] = plan_of(order, [first, second], Files.MISSING).pushes
    assert (held.outdated, [file.version.number for file in held.going]) == (1, [2])
    assert (nothing.outdated, len(nothing.going)) == (0, 3)
    sending.press(order, first)
    assert outdated_destinations(order) == []


def test_all_files_can_be_sent_again_but_not_by_accident(sending: Sending) -> None:
    order, first = sending.approved(), client(sending)
    sending.press(order, first)
    with pytest.raises(Refused, match="newest version of every file"):
        sending.press(order, first)
    [push] = sending.press(order, first, files="all")
    assert push.files.count() == 2


def test_what_is_on_its_way_is_not_sent_a_second_time(sending: Sending) -> None:
    order, first = sending.approved(), client(sending)
    sending.orders.do("redistribute", order, "customer", clock.now(), destinations=[first.pk])
    with pytest.raises(Refused, match="on its way"):
        sending.orders.do("redistribute", order, "customer", clock.now(), destinations=[first.pk])
    assert PushedFile.objects.count() == 2


def test_what_was_looked_at_goes_or_nothing(sending: Sending) -> None:
    order, first = sending.approved(), client(sending)
    seen = plan_of(order, [first], Files.MISSING).edition
    sending.changed(order)
    with pytest.raises(Refused) as refused:
        sending.orders.do(
            "redistribute", order, "customer", clock.now(), destinations=[first.pk], edition=seen
        )  # fmt: skip
    assert refused.value.code == "changed_meanwhile"
    assert not PushedFile.objects.exists()


def test_two_pictures_of_one_name_go_to_two_places(sending: Sending) -> None:
    order = sending.approved()
    order.items.update(name="room.jpg")
    [push] = plan_of(order, [client(sending)], Files.MISSING).pushes
    assert [file.name for file in push.files] == ["room.jpg", "room (2).jpg"]


def test_the_name_is_the_originals_with_the_ending_of_the_result(sending: Sending) -> None:
    order = sending.approved(1)
    version = Version.objects.get(pk=delivered_versions(order)[0].pk)
    version.file.name = "other name.png"
    version.file.save()
    [push] = plan_of(order, [client(sending)], Files.MISSING).pushes
    assert push.files[0].place.endswith("room-1.png")


def test_a_destination_of_another_account_is_unknown(sending: Sending) -> None:
    rivals = add_destination(
        sending.cast.rivals_account.pk, sending.cast.actor("rival"), "email", "Theirs", {"recipients": ["a@b.example"]},
        clock.now(),
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        sending.press(sending.approved(), rivals)
    assert refused.value.code == "unknown_destination"
    with pytest.raises(NotVisible):
        add_destination(sending.cast.account.pk, sending.cast.actor("rival"), "email", "Mine", {}, clock.now())


def test_passwords_are_sealed_under_the_secret_key_and_go_with_the_destination(
    sending: Sending, settings: object
) -> None:
    server = sending.to("sftp", host="sftp.client.example", user=USER, password=PASSWORD)
    kept = str(Destination.objects.filter(pk=server.pk).values()[0])
    assert PASSWORD not in kept
    assert unseal(server.sealed) == {"password": PASSWORD}
    settings.SECRET_KEY = "another"  # type: ignore[attr-defined]
    with pytest.raises(Unreadable):
        unseal(server.sealed)
    order = sending.approved(1)
    assert plan_of(order, [server], Files.MISSING).count == 1
    [push] = sending.press(order, server)
    assert (push.state, "cannot be read any more" in push.trouble) == ("failed", True)
    remove_destination(server, clock.now())
    assert Destination.objects.get(pk=server.pk).sealed == ""


@pytest.mark.parametrize(
    ("kind", "given", "field"),
    [
        ("email", {"recipients": []}, "recipients"),
        ("email", {"recipients": ["nobody"]}, "recipients"),
        ("email", {"recipients": ["a@b.example"], "days": 91}, "days"),
        ("ftp", {"host": "a b", "user": "u", "password": "p"}, "host"),
        ("sftp", {"host": "a.example", "user": "u", "password": "p", "folder": "../.."}, "folder"),
        ("sftp", {"host": "a.example", "user": "u\r\nDELE x", "password": "p"}, "user"),
        ("s3", {"bucket": "UPPER", "access_key": "a", "secret_key": "b"}, "bucket"),
        ("webhook", {"url": "file:///etc/passwd"}, "url"),
        ("webhook", {"url": "https://user:word@agency.example/"}, "url"),
    ],
)
def test_what_cannot_be_used_is_said_beside_its_field(
    kind: str, given: dict[str, Any], field: str, sending: Sending
) -> None:
    with pytest.raises(Invalid) as refused:
        sending.to(kind, **given)
    assert list(refused.value.fields) == [field]
    assert not Destination.objects.exists()
