"""What goes wrong on the way is tried again with growing pauses, goes on where it stopped, and is said in words."""

import itertools
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import boto3
import pytest
import time_machine
from django.core import mail

from proofroom.core import clock
from proofroom.core.errors import Refused
from proofroom.core.tasks import WAITS, run_queued
from proofroom.files.commands import keep
from proofroom.orders.models import Order, Version
from proofroom.redistribution import pushing
from proofroom.redistribution.carriers import Parcel, bucket
from proofroom.redistribution.carriers.parcel import BLOCK
from proofroom.redistribution.destinations import remove_destination
from proofroom.redistribution.models import Destination, Push, PushedFile
from proofroom.redistribution.pushing import carry_on
from proofroom.workflow.redistributing import FORGOTTEN_AFTER, carry, take_up_forgotten, try_again
from tests.cast import BEGINNING
from tests.files.bucket import new_bucket
from tests.redistribution.conftest import Sending
from tests.redistribution.servers import PASSWORD, USER, Agency, sftp_server

pytestmark = pytest.mark.django_db
SIGN_IN = {"host": "127.0.0.1", "user": USER, "password": PASSWORD}
PLAIN: dict[str, dict[str, Any]] = {"ftp": {"tls": False}, "sftp": {}}
KEYS = {"access_key": "theirs", "secret_key": "their secret"}


def make_large(order: Order, folder: Path, size: int) -> bytes:
    """The order's only result becomes a file of this size."""
    body = bytes(range(256)) * (size // 256)
    source = folder.parent / "large.jpg"
    source.write_bytes(body)
    with source.open("rb") as file:
        stored = keep(file, "room-1.jpg", None, BEGINNING)
    Version.objects.filter(item__order=order).update(file=stored)
    return body


def starts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """From which byte on the file is read, each time somebody begins to."""
    began: list[int] = []
    blocks = Parcel.blocks

    def watched(parcel: Parcel, offset: int) -> Iterator[bytes]:
        began.append(offset)
        return blocks(parcel, offset)

    monkeypatch.setattr(Parcel, "blocks", watched)
    return began


def hook(sending: Sending, agency: Agency) -> Destination:
    return sending.to("webhook", url=f"http://127.0.0.1:{agency.port}/hook")


def test_a_system_that_fails_is_tried_again_with_growing_pauses_and_then_given_up(
    sending: Sending, agency: Agency
) -> None:
    agency.status = 500
    [push] = sending.press(sending.approved(1), hook(sending, agency))
    at = clock.now()
    for tries, wait in enumerate(WAITS, start=1):
        push.refresh_from_db()
        assert (push.state, push.tries, push.trouble) == ("waiting", tries, "The system answered 500.")
        assert push.due_at is not None
        assert abs((push.due_at - at).total_seconds() - wait) < 10
        at = push.due_at + timedelta(seconds=1)
        with time_machine.travel(at):
            run_queued()
    push.refresh_from_db()
    assert (push.state, push.files.get().state, push.files.get().tries) == ("failed", "failed", 1 + len(WAITS))
    assert len({headers["webhook-id"] for headers, _ in agency.told}) == 1
    assert any("could not be sent to webhook" in each.subject for each in mail.outbox)


def test_after_the_cause_is_gone_it_is_tried_again_by_hand(sending: Sending, agency: Agency) -> None:
    agency.status = 410
    [push] = sending.press(sending.approved(1), hook(sending, agency))
    assert push.state == "failed"
    agency.status = 204
    try_again(push, clock.now())
    run_queued()
    push.refresh_from_db()
    assert push.state == "done"
    with pytest.raises(Refused):
        try_again(push, clock.now())


def test_what_waits_from_an_earlier_run_does_nothing_any_more(sending: Sending, agency: Agency) -> None:
    agency.status = 500
    [push] = sending.press(sending.approved(1), hook(sending, agency))
    again = try_again(push, clock.now())
    carry(push.pk, again.run - 1)
    assert len(agency.told) == 1


def test_a_wrong_password_is_not_tried_again_and_not_repeated(sending: Sending, ftp: int) -> None:
    server = sending.to("ftp", port=ftp, tls=False, host="127.0.0.1", user=USER, password="wrong secret")
    [push] = sending.press(sending.approved(1), server)
    assert (push.state, push.tries) == ("failed", 1)
    assert push.trouble == "The server did not accept the user name and the password."


def test_one_file_that_is_refused_does_not_hold_up_the_others(sending: Sending, ftp: int, theirs: Path) -> None:
    order = sending.approved(3)
    (theirs / order.number / "room-2.jpg" / "a folder").mkdir(parents=True)
    [push] = sending.press(order, sending.to("ftp", port=ftp, tls=False, **SIGN_IN))
    assert push.state == "waiting"
    assert list(push.files.values_list("state", flat=True)) == ["done", "waiting", "done"]
    assert push.files.get(name="room-2.jpg").trouble == "The server refused room-2.jpg: answer 550."


@pytest.mark.parametrize("kind", ["ftp", "sftp", "s3"])
def test_a_large_file_takes_several_tasks_and_each_goes_on_where_the_last_one_stopped(
    kind: str, request: pytest.FixtureRequest, sending: Sending, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = sending.approved(1)
    body = make_large(order, theirs, 1024 * 1024)
    monkeypatch.setattr(bucket, "PART", 256 * 1024)
    monkeypatch.setattr(pushing, "SLICE", timedelta(0))
    if kind == "s3":
        monkeypatch.setattr("moto.s3.models.S3_UPLOAD_PART_MIN_SIZE", 1024)
        address, _ = request.getfixturevalue("s3"), request.getfixturevalue("loopback")
        name = new_bucket(address).removeprefix("s3://").partition("/")[0]
        destination = sending.to("s3", bucket=name, endpoint=address, region="eu-central-1", **KEYS)
    else:
        port = request.getfixturevalue(kind)
        destination = sending.to(kind, port=port, **SIGN_IN, **PLAIN[kind])
    began = starts(monkeypatch)
    [push] = sending.press(order, destination)
    assert len(began) > 2
    assert began == sorted(set(began))
    file = push.files.get()
    assert (push.state, file.state, file.tries) == ("done", "done", 1)
    if kind == "s3":
        kept = boto3.client("s3", endpoint_url=address).get_object(Bucket=name, Key=file.place)["Body"].read()
    else:
        kept = (theirs / file.place).read_bytes()
    assert kept == body


def until_written(folder: Path, size: int) -> None:
    """Waits until their server has written down what reached it."""
    ends = time.monotonic() + 10
    while sum(each.stat().st_size for each in folder.rglob("*.part")) < size:
        assert time.monotonic() < ends, "Their server wrote nothing."
        time.sleep(0.01)


class Killed(BaseException):
    """What no code of ours catches."""


@pytest.mark.parametrize("kind", ["ftp", "sftp"])
def test_a_worker_that_dies_leaves_what_has_arrived_and_the_next_one_goes_on(
    kind: str, request: pytest.FixtureRequest, sending: Sending, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = sending.approved(1)
    body = make_large(order, theirs, 1024 * 1024)
    server = sending.to(kind, port=request.getfixturevalue(kind), **SIGN_IN, **PLAIN[kind])
    sending.orders.do("redistribute", order, "customer", clock.now(), destinations=[server.pk])
    push, blocks = Push.objects.get(), Parcel.blocks

    def dying(parcel: Parcel, offset: int) -> Iterator[bytes]:
        yield from itertools.islice(blocks(parcel, offset), 2)
        until_written(theirs, BLOCK)
        raise Killed

    with monkeypatch.context() as dies:
        dies.setattr(Parcel, "blocks", dying)
        with pytest.raises(Killed):
            carry(push.pk, push.run)
    push.refresh_from_db()
    assert push.state == "sending"
    began = starts(monkeypatch)
    carry(push.pk, push.run)
    assert BLOCK <= began[0] <= 2 * BLOCK
    assert (theirs / push.files.get().place).read_bytes() == body


def test_a_server_with_another_host_key_gets_nothing(sending: Sending, theirs: Path, loopback: None) -> None:
    order = sending.approved(1)
    with sftp_server(theirs) as port:
        server = sending.to("sftp", port=port, **SIGN_IN)
        sending.press(order, server)
    with sftp_server(theirs, port):
        [push] = sending.press(order, server, files="all")
    assert push.state == "failed"
    assert "another host key" in push.trouble


def test_removing_a_destination_ends_what_was_on_its_way(sending: Sending, agency: Agency) -> None:
    agency.status = 500
    destination = hook(sending, agency)
    [push] = sending.press(sending.approved(1), destination)
    remove_destination(destination, clock.now())
    carry_on(push.pk, push.run, lambda _: None)
    push.refresh_from_db()
    assert (push.state, push.trouble, len(agency.told)) == ("failed", "The destination was removed.", 1)


def test_what_no_task_looks_after_any_more_is_taken_up_by_the_clock(sending: Sending, agency: Agency) -> None:
    order = sending.approved(1)
    destination = hook(sending, agency)
    sending.orders.do("redistribute", order, "customer", clock.now(), destinations=[destination.pk])
    Push.objects.update(state="sending", due_at=clock.now() - FORGOTTEN_AFTER - timedelta(seconds=1))
    assert take_up_forgotten(clock.now()) == 1
    run_queued()
    assert PushedFile.objects.get().state == "done"
    assert take_up_forgotten(clock.now() + timedelta(days=1)) == 0
