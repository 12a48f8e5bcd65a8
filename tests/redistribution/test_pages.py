"""Destinations under Settings, the page that shows what would go where, and the links that recipients open."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from asgiref.sync import async_to_sync
from django.core import mail
from django.test import Client

from proofroom.core import clock
from proofroom.core.tasks import run_queued
from proofroom.redistribution.links import address_of, revoke_links
from proofroom.redistribution.models import Destination, Link, Push, PushedFile
from tests.api.conftest import AsPart, program
from tests.conftest import SignedIn
from tests.growth import queries_of
from tests.redistribution.conftest import Sending
from tests.redistribution.servers import Agency

__all__ = ["program"]
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators"),
]
LIST = "/settings/destinations/"
PEOPLE = {"name": "Anna", "recipients": "anna@client.example\r\nben@client.example", "days": "7"}


def test_a_destination_is_added_tried_and_removed(signed_in: SignedIn) -> None:
    customer = signed_in("customer")
    added = customer.post(f"{LIST}new/email/", PEOPLE, follow=True).content.decode()
    assert "Anna is added." in added
    assert "anna@client.example, ben@client.example" in added
    made = Destination.objects.get()
    assert "The addresses look right." in customer.post(f"{LIST}{made.pk}/test/", follow=True).content.decode()
    assert "Anna is removed" in customer.post(f"{LIST}{made.pk}/remove/", follow=True).content.decode()
    assert "No destinations yet" in customer.get(LIST).content.decode()


def test_a_wrong_field_is_said_and_what_was_written_is_kept_but_no_password(signed_in: SignedIn) -> None:
    given = {"name": "Server", "host": "10.0.0.1", "port": "22", "user": "agency", "password": "their own word"}
    answer = signed_in("customer").post(f"{LIST}new/sftp/", given)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "belongs to a private network" in page
    assert 'value="agency"' in page
    assert "their own word" not in page


def test_the_signing_secret_of_a_webhook_is_shown_once(signed_in: SignedIn) -> None:
    customer = signed_in("customer")
    given = {"name": "System", "url": "https://agency.example/hook?key=their-key", "days": "14"}
    shown = customer.post(f"{LIST}new/webhook/", given).content.decode()
    assert "whsec_" in shown
    listed = customer.get(LIST).content.decode()
    assert "agency.example" in listed
    assert "their-key" not in listed
    assert "whsec_" not in listed


def test_the_page_shows_what_would_go_where_and_only_the_button_sends_it(signed_in: SignedIn, sending: Sending) -> None:
    order, anna = sending.approved(), sending.to("email", "Anna", recipients=["anna@client.example"])
    customer, address = signed_in("customer"), f"/orders/{order.number}/redistribute/"
    assert address in customer.get(f"/orders/{order.number}/").content.decode()
    shown = customer.get(address, {"destination": anna.pk}).content.decode()
    assert "Nothing of this order was sent there." in shown
    assert f"link to {order.number}/room-2.jpg" in shown
    assert not Push.objects.exists()
    edition = shown.split('name="edition" value="')[1].split('"')[0]
    given = {"destination": anna.pk, "files": "missing", "edition": edition, "once": "k"}
    assert "The files are on their way." in customer.post(address, given, follow=True).content.decode()
    customer.post(address, given)
    assert Push.objects.count() == 1
    run_queued()
    assert "Has the newest version of every file." in customer.get(address).content.decode()
    sending.changed(order)
    assert "Has an older version of 1 of 2 files." in customer.get(address).content.decode()
    assert "Not the newest version is with Anna" in customer.get(f"/orders/{order.number}/").content.decode()


def test_an_old_preview_sends_nothing_and_shows_the_new_one(signed_in: SignedIn, sending: Sending) -> None:
    order, anna = sending.approved(), sending.to("email", "Anna", recipients=["anna@client.example"])
    given = {"destination": anna.pk, "files": "missing", "edition": "an older one"}
    answer = signed_in("customer").post(f"/orders/{order.number}/redistribute/", given)
    assert answer.status_code == 409
    assert "What would be sent has changed since you looked." in answer.content.decode()
    assert not Push.objects.exists()


def test_the_page_needs_as_many_queries_for_more_files_and_destinations(signed_in: SignedIn, sending: Sending) -> None:
    customer = signed_in("customer")
    few, many = sending.approved(1), sending.approved(6)
    sending.to("email", "First", recipients=["a@client.example"])
    counted = queries_of(customer, f"/orders/{few.number}/redistribute/?destination={Destination.objects.get().pk}")
    for number in range(3):
        sending.to("email", f"More {number}", recipients=["a@client.example"])
    chosen = "&".join(f"destination={each.pk}" for each in Destination.objects.all())
    assert queries_of(customer, f"/orders/{many.number}/redistribute/?{chosen}") == counted


def test_the_log_names_each_file_and_goes_on_when_asked(signed_in: SignedIn, sending: Sending, agency: Agency) -> None:
    agency.status = 410
    order = sending.approved()
    [push] = sending.press(order, sending.to("webhook", url=f"http://127.0.0.1:{agency.port}/hook"))
    customer, address = signed_in("customer"), f"/orders/{order.number}/redistribute/{push.pk}/"
    page = customer.get(address).content.decode()
    assert "The system answered 410." in page
    assert all(sha256 in page for sha256 in push.files.values_list("sha256", flat=True))
    agency.status = 200
    assert "It is tried again now" in customer.post(f"{address}again/", follow=True).content.decode()
    run_queued()
    assert PushedFile.objects.filter(state="done").count() == 2


def shared_link(sending: Sending) -> Link:
    anna = sending.to("email", "Anna", recipients=["anna@client.example"])
    [push] = sending.press(sending.approved(), anna)
    return push.links.get()


def read(client: Client, address: str) -> tuple[int, bytes]:
    answer = client.get(address)
    return answer.status_code, async_to_sync(streamed)(answer) if answer.streaming else answer.content


async def streamed(answer: Any) -> bytes:
    return b"".join([block async for block in answer.streaming_content])


def test_a_recipient_downloads_without_sign_in_until_the_link_expires_or_is_revoked(sending: Sending) -> None:
    link, browser = shared_link(sending), Client(headers={"accept": "text/html"})
    address = next(each.body for each in mail.outbox if each.to == ["anna@client.example"]).split("Download: ")[1]
    path = "/shared/" + address.split("/shared/")[1].split()[0]
    status, page = read(browser, path)
    assert (status, b"Files from Bright Homes" in page, b"room-2.jpg" in page) == (200, True, True)
    sent = link.push.files.get(name="room-1.jpg")
    status, body = read(browser, f"{path}files/{sent.pk}/")
    assert (status, len(body)) == (200, sent.size)
    link.refresh_from_db()
    assert link.opened_at is not None
    with time_machine.travel(link.expires_at + timedelta(seconds=1)):
        assert read(browser, path)[0] == read(browser, f"{path}files/{sent.pk}/")[0] == 409
    assert revoke_links(link.push, clock.now()) == 1
    assert read(browser, path)[0] == read(browser, f"{path}files/{sent.pk}/")[0] == 404


def test_whoever_sent_a_link_may_look_at_it_and_it_does_not_count_as_opened(
    signed_in: SignedIn, sending: Sending
) -> None:
    link = shared_link(sending)
    number = link.push.redistribution.order.number
    log = signed_in("customer").get(f"/orders/{number}/redistribute/{link.push_id}/").content.decode()
    path = "/shared/" + address_of(link).split("/shared/")[1]
    assert path in log
    assert read(signed_in("customer"), path)[0] == 200
    link.refresh_from_db()
    assert link.opened_at is None
    assert read(signed_in("rival"), path)[0] == 200
    link.refresh_from_db()
    assert link.opened_at is not None


def test_a_link_opens_nothing_else(sending: Sending) -> None:
    link, browser = shared_link(sending), Client(headers={"accept": "text/html"})
    path = "/shared/" + address_of(link).split("/shared/")[1]
    other = sending.press(sending.approved(), Destination.objects.get())[0].files.all()[0]
    assert read(browser, f"{path}files/{other.pk}/")[0] == 404
    number, _, signature = path.strip("/").removeprefix("shared/").partition(":")
    assert read(browser, f"/shared/{int(number) + 1}:{signature}/")[0] == 404
    assert read(browser, "/shared/nonsense/")[0] == 404


def test_programs_do_the_same(program: AsPart, sending: Sending) -> None:
    order, customer = sending.approved(), program("customer")
    given = {"kind": "email", "name": "Anna", "settings": {"recipients": ["anna@client.example"]}}
    made = customer.post("destinations", given)
    assert made.status_code == 201, made.content
    anna = made.json()["id"]
    assert [each["name"] for each in customer.get("destinations").json()["items"]] == ["Anna"]
    assert program("rival").get("destinations").json()["items"] == []
    plan = customer.get(f"orders/{order.number}/redistribution", destination=anna).json()
    assert plan["count"] == 2
    body = {"destinations": [anna], "edition": plan["edition"]}
    assert customer.post(f"orders/{order.number}/actions/redistribute", body).status_code == 200
    run_queued()
    [push] = customer.get(f"orders/{order.number}/pushes").json()["items"]
    assert (push["state"], [file["state"] for file in push["files"]]) == ("done", ["done", "done"])
    plan = customer.get(f"orders/{order.number}/redistribution").json()
    assert [file["held"]["version"] for file in plan["destinations"][0]["files"]] == [1, 1]
    revoked = customer.post(f"orders/{order.number}/pushes/{push['id']}/revoke")
    assert (revoked.status_code, Link.objects.exclude(revoked_at=None).count()) == (200, 1)
    assert customer.delete(f"destinations/{anna}").status_code == 200
    assert program("rival").get(f"orders/{order.number}/pushes").status_code == 404


def test_a_webhooks_secret_is_told_by_the_answer_that_makes_it(program: AsPart, sending: Sending) -> None:
    hook = sending.to("webhook", url="https://agency.example/hook")
    first = program("customer").post(f"destinations/{hook.pk}/secret").json()["signing_secret"]
    second = program("customer").post(f"destinations/{hook.pk}/secret").json()["signing_secret"]
    assert first.startswith("whsec_")
    assert first != second
