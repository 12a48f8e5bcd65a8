"""The thread of a return: writing in it, with files, by all who see it while it is open."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from proofroom.core import clock
from proofroom.returns.attachments import MOST_ATTACHMENTS
from proofroom.returns.models import Attachment, Return
from proofroom.workflow.models import Notice
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders


@pytest.fixture
def subject(orders: Orders) -> Return:
    """A return that came in an hour ago."""
    orders.begin = clock.now() - 4 * HOUR
    return orders.reopened().returns.get()


def sketch(name: str = "sketch.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"A line to the left of the lamp.")


def say(client: Client, subject: Return, text: str = "Here it is.", **more: object) -> int:
    return client.post(f"/returns/{subject.number}/actions/say/", {"text": text, **more}).status_code


@pytest.mark.parametrize("part", ["customer", "colleague", "artist", "coordinator", "supervisor", "manager", "admin"])
def test_whoever_sees_it_writes_in_it_with_files(signed_in: SignedIn, subject: Return, part: str) -> None:
    assert say(signed_in(part), subject, files=[sketch()]) == 302
    for reader in ("customer", "artist", "supervisor"):
        page = signed_in(reader).get(f"/returns/{subject.number}/").content.decode()
        assert "Here it is." in page
        assert "sketch.txt" in page


@pytest.mark.parametrize("part", ["rival", "artist2"])
def test_for_others_neither_thread_nor_file_exists(signed_in: SignedIn, subject: Return, part: str) -> None:
    say(signed_in("customer"), subject, files=[sketch()])
    file = f"/orders/{subject.order.number}/files/{Attachment.objects.get().file_id}/"
    assert signed_in("artist").get(file).status_code == 200
    assert signed_in(part).get(file).status_code == 404
    assert say(signed_in(part), subject) == 404


def test_the_other_side_is_told(signed_in: SignedIn, subject: Return) -> None:
    say(signed_in("coordinator"), subject, "Which lamp?")
    told = Notice.objects.filter(event="return_said").values_list("person__email", flat=True)
    assert sorted(told) == ["artist@example.com", "colleague@example.com", "customer@example.com"]


def test_what_the_customer_writes_puts_it_back_on_the_desk(signed_in: SignedIn, subject: Return) -> None:
    staff = signed_in("coordinator")
    staff.post(f"/returns/{subject.number}/actions/read/")
    say(signed_in("customer"), subject, "The one on the left.")
    page = staff.get("/desk/").content.decode()
    assert "Bright Homes: The one on the left." in page
    say(staff, subject, "Thank you.")
    assert "read after" in staff.get("/desk/").content.decode(), "it is still to be decided"


@pytest.mark.parametrize(
    ("text", "sentence"), [("", "This is needed."), ("   ", "This is needed."), ("x" * 20_001, "at most 20,000")]
)
def test_what_cannot_be_taken_stays_on_the_page_with_its_files(
    signed_in: SignedIn, subject: Return, text: str, sentence: str
) -> None:
    client = signed_in("customer")
    given = {"text": text, "files": [sketch()]}
    answer = client.post(f"/returns/{subject.number}/actions/say/", given)
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in (sentence, text.strip(), "sketch.txt", f'value="{Attachment.objects.get().pk}"'):
        assert words in page
    assert subject.history.count() == 1


def test_a_file_that_is_put_aside_is_its_own_persons(signed_in: SignedIn, subject: Return) -> None:
    say(signed_in("customer"), subject, "", files=[sketch()])
    aside = Attachment.objects.get()
    assert "sketch.txt" not in signed_in("colleague").get(f"/returns/{subject.number}/").content.decode()
    assert say(signed_in("colleague"), subject, "Mine.", attachments=[aside.pk]) == 409
    aside.refresh_from_db()
    assert aside.entry is None


def test_one_message_takes_so_many_files(signed_in: SignedIn, subject: Return) -> None:
    files = [SimpleUploadedFile(f"{n}.txt", b"Line %d" % n) for n in range(MOST_ATTACHMENTS + 1)]
    client = signed_in("customer")
    answer = client.post(f"/returns/{subject.number}/actions/say/", {"text": "All of them.", "files": files})
    assert answer.status_code == 422
    assert "One comment takes 20 files." in answer.content.decode()
    assert "All of them." in answer.content.decode()
    kept = Attachment.objects.values_list("pk", flat=True)
    assert say(client, subject, "All of them.", attachments=list(kept)) == 302
    assert Attachment.objects.filter(entry__of=subject).count() == MOST_ATTACHMENTS


def test_a_closed_return_takes_no_more_words(signed_in: SignedIn, subject: Return, orders: Orders) -> None:
    orders.do("assess", subject.order, "supervisor", clock.now(), decision="declined", message="As ordered.")
    client = signed_in("customer")
    page = client.get(f"/returns/{subject.number}/").content.decode()
    assert "Declined: the work stays as it is." in page
    assert 'id="write"' not in page
    assert say(client, subject) == 409
