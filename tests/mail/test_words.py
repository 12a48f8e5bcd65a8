"""What mails say: every event has words, and they say nothing that their receiver could not see."""

import re
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.template import Engine

from proofroom.orders.commands.talking import say
from proofroom.orders.models import Order
from proofroom.people.models import Person
from proofroom.workflow.desk import act_on_return
from proofroom.workflow.mail.words import Mail, mail_for
from proofroom.workflow.models import Notice
from proofroom.workflow.notify import AUDIENCE, tell, tell_of_message
from proofroom.workflow.sweep import run_due
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db
LATER = BEGINNING + 4 * HOUR


def mails(event: str, part: str = "customer") -> list[Mail]:
    """The mails of this event to this person of the cast."""
    found = Notice.objects.filter(event=event, person__email=f"{part}@example.com").order_by("id")
    return [mail_for(notice) for notice in found.select_related("person", "order__account")]


def assessed(orders: Orders, decision: str, **more: object) -> Order:
    return orders.do("assess", orders.reopened(), "supervisor", LATER, decision=decision, message="Well.", **more)


def cancellation(orders: Orders, *, grant: bool) -> None:
    order = orders.do("request_cancellation", orders.in_production(), "customer", LATER, reason="Sold")
    orders.do("answer_cancellation", order, "coordinator", LATER, grant=grant, message="So be it.")


def work(orders: Orders) -> None:
    """Production, with everything that can happen to its time."""
    late = orders.do("assign", orders.placed(), "coordinator", LATER, artist=orders.cast.artist.pk)
    orders.do("reassign", late, "coordinator", LATER, artist=orders.cast.artist2.pk)
    for accept in (True, False):
        order = orders.in_production()
        orders.do("request_extension", order, "artist", LATER, due_at=BEGINNING + 60 * HOUR, reason="Power cut")
        orders.do("answer_extension", order, "customer", LATER, accept=accept)
    tell_of_message(say(order, orders.cast.customer, "Is it coming?", LATER))
    tell_of_message(say(order, orders.cast.artist, "Tonight.", LATER))
    orders.do("cancel", order, "artist", LATER, reason="I am ill")
    cancellation(orders, grant=True)
    cancellation(orders, grant=False)
    orders.cancelled()


def judgement(orders: Orders) -> None:
    """Everything that customers say about deliveries, and what the studio answers."""
    order = orders.delivered()
    wrong = [{"item": order.items.all()[0].pk, "comment": "Dark."}]
    orders.do("reject_images", order, "customer", LATER, items=wrong)
    given, coordinator = order.returns.get(), orders.cast.actor("coordinator")
    act_on_return("read", given, coordinator, LATER)
    act_on_return("say", given, coordinator, LATER, text="Which lamp do you mean?")
    act_on_return("hand_over", given, coordinator, LATER, to=orders.cast.supervisor.pk)
    for decision in ("correction", "feedback"):
        assessed(orders, decision)
    orders.do("disagree", assessed(orders, "declined"), "customer", LATER, comment="It was ordered.")
    parts = orders.delivered()
    pictures = list(parts.items.values_list("pk", flat=True))
    wrong = [{"item": item, "comment": "Dark."} for item in pictures]
    orders.do("reject_images", parts, "customer", LATER, items=wrong)
    split = [{"item": pictures[0], "decision": "correction"}, {"item": pictures[1], "decision": "amendment"}]
    orders.do("assess", parts, "supervisor", LATER, decision="split", message="So.", price="3.00", pictures=split)
    for answer in ("approve_quote", "decline_quote"):
        orders.do(answer, assessed(orders, "amendment", price="6.00"), "customer", LATER)
    orders.do("refund", orders.placed(), "manager", LATER, amount="1.00", reason="Kindness")


def afterwards(orders: Orders) -> None:
    """What happens to completed orders."""
    order = orders.completed()
    orders.do("review", order, "customer", LATER, stars=4, text="Fine.")
    orders.do("reply_to_review", order, "artist", LATER, text="Thank you.")
    for part, action, given in (
        ("artist", "decline_to_revise", {"reason": "It is as ordered."}),
        ("supervisor", "agree_to_revise", {}),
    ):
        orders.do("comment_and_reopen", order, "customer", LATER, comment="Blue sofa?")
        orders.do(action, order, part, LATER, **given)
    tell(order, "redistribution_failed", LATER, destination="Agency", trouble="Nobody answers at ftp.example.com.")
    orders.delivered()
    run_due(BEGINNING + timedelta(days=9))


@pytest.fixture
def everything(orders: Orders, monkeypatch: pytest.MonkeyPatch) -> list[Notice]:
    """A notice of every event; a variable that the words name and the data lack shows as MISSING."""
    monkeypatch.setattr(Engine.get_default(), "string_if_invalid", "MISSING %s")
    for chapter in (work, judgement, afterwards):
        chapter(orders)
    return list(Notice.objects.select_related("person", "order__account"))


def test_every_event_happens_in_this_story(everything: list[Notice]) -> None:
    assert {notice.event for notice in everything} == set(AUDIENCE)


def test_every_mail_names_its_order_leads_to_it_and_misses_no_word(everything: list[Notice]) -> None:
    for notice in everything:
        mail, number = mail_for(notice), notice.order.number
        assert number in mail.subject
        for text in (mail.subject, mail.text, mail.html):
            assert not re.search(
                r"MISSING|None|\{\{|\{%| ,| \.|\(\)", re.sub(r"<style>.*</style>", "", text, flags=re.S)
            )
        assert f"http://127.0.0.1:8000/orders/{number}/" in mail.text
        assert f'href="http://127.0.0.1:8000/orders/{number}/' in mail.html


def test_text_and_html_say_the_same(everything: list[Notice]) -> None:
    for notice in everything:
        mail = mail_for(notice)
        body = re.sub(r"<[^>]+>", " ", mail.html.split("<body>")[1]).replace("&#x27;", "'").replace("&amp;", "&")
        told = " ".join(body.split())
        for line in mail.text.split("\n-- ")[0].splitlines():
            assert " ".join(line.removeprefix("> ").split("http://")[0].rstrip(": ").split()) in told


def test_artists_do_not_read_what_the_customer_pays(everything: list[Notice]) -> None:
    to_artists = [mail_for(notice) for notice in everything if notice.person.role == Person.Role.ARTIST]
    assert to_artists
    assert not any("€" in mail.subject + mail.text + mail.html for mail in to_artists)


def test_the_mail_of_a_delivery_names_the_order_counts_the_files_and_links_to_it(orders: Orders) -> None:
    """Row A1."""
    order = orders.delivered(24)
    for part in ("customer", "colleague"):
        (mail,) = mails("deliver", part)
        assert mail.subject == f"{order.number} is ready for download: 24 files"
        assert f"/orders/{order.number}/" in mail.text
        assert "before 5 March 2026, 11:00 UTC, else it is completed by itself" in " ".join(mail.text.split())


def test_one_file_is_one_file(orders: Orders) -> None:
    order = orders.delivered(1)
    (mail,) = mails("deliver")
    assert mail.subject == f"{order.number} is ready for download: 1 file"
    assert "Compare it with its original" in mail.text


@pytest.mark.parametrize(
    ("zone", "words"),
    [("Europe/Stockholm", "5 March 2026, 12:00 CET"), ("America/New_York", "5 March 2026, 06:00 EST"),
     ("Mars/Olympus", "5 March 2026, 11:00 UTC")],
)  # fmt: skip
def test_times_are_in_the_zone_of_the_receiver(orders: Orders, zone: str, words: str) -> None:
    Person.objects.filter(email="customer@example.com").update(time_zone=zone)
    orders.delivered()
    (mail,) = mails("deliver")
    assert words in mail.text
    assert words in mail.html


def test_a_mail_that_is_late_tells_the_times_of_its_happening(orders: Orders) -> None:
    order = orders.delivered()
    orders.do("comment_and_reopen", order, "customer", LATER, comment="Hm.")
    orders.do("assess", order, "supervisor", LATER + 70 * HOUR, decision="declined", message="As ordered.")
    (mail,) = mails("deliver")
    assert "before 5 March 2026, 11:00 UTC" in mail.text


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x00"])
def test_a_name_with_line_ends_writes_no_headers(orders: Orders, sign: str) -> None:
    Person.objects.filter(email="artist@example.com").update(name=f"Arne{sign}Bcc: everybody@example.com")
    orders.cast.artist.refresh_from_db()
    orders.in_production()
    (mail,) = mails("claim")
    assert mail.subject.startswith("Arne Bcc: everybody@example.com works on")
    message = EmailMessage()
    message["Subject"] = mail.subject
    assert message["Bcc"] is None


def test_a_name_longer_than_a_line_is_cut(orders: Orders) -> None:
    order = orders.in_production()
    tell(order, "message", LATER, text="Hello", author="A" * 500)
    (mail,) = mails("message")
    assert len(mail.subject) == 180
    assert mail.subject.endswith("…")


def test_what_people_write_is_text_and_never_markup(orders: Orders) -> None:
    tell_of_message(say(orders.in_production(), orders.cast.artist, "<b>Look</b> & see\n{{ order }}", LATER))
    (mail,) = mails("message")
    assert "> <b>Look</b> & see\n> {{ order }}" in mail.text
    assert "&lt;b&gt;Look&lt;/b&gt; &amp; see<br>{{ order }}" in mail.html


def test_internal_notes_are_mailed_to_nobody(orders: Orders) -> None:
    tell_of_message(say(orders.in_production(), orders.cast.coordinator, "A hard one.", LATER, internal=True))
    assert not Notice.objects.filter(event="message").exists()


def test_a_very_long_message_is_cut_and_says_so(orders: Orders) -> None:
    tell_of_message(say(orders.in_production(), orders.cast.artist, "word " * 3_000, LATER))
    (mail,) = mails("message")
    assert len(mail.text) < 3_000
    assert "The rest stands on the page." in mail.text


def test_a_mail_needs_no_pictures_scripts_or_other_hosts_and_knows_dark_rooms(orders: Orders) -> None:
    orders.delivered()
    (mail,) = mails("deliver")
    assert not re.search(r"<img|<script|<link|url\(|@import", mail.html)
    assert set(re.findall(r"https?://[^/\"]+", mail.html)) == {"http://127.0.0.1:8000"}
    assert "prefers-color-scheme: dark" in mail.html


def test_a_declined_revision_says_why(orders: Orders) -> None:
    order = orders.do("comment_and_reopen", orders.completed(), "customer", LATER, comment="Blue sofa?")
    orders.do("decline_to_revise", order, "artist", LATER, reason="It is as ordered.")
    (mail,) = mails("decline_to_revise")
    assert "> It is as ordered." in mail.text
