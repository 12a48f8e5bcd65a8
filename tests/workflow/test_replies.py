"""How soon the studio answers: from what a customer wrote to the studio's first word on it."""

from datetime import timedelta

import pytest

from proofroom.core import clock
from proofroom.returns.models import ReturnEntry
from proofroom.workflow.desk import act_on_return
from proofroom.workflow.replies import DAY, ReplyTime, reply_time, usual_minutes
from tests.cast import BEGINNING
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
AT = BEGINNING + 10 * HOUR


def minutes(waits: list[int]) -> None:
    """Replies after so many minutes."""
    pattern = ReturnEntry.objects.values("of_id", "action").order_by("id")[0]
    ReturnEntry.objects.bulk_create(ReturnEntry(**pattern, at=AT - MINUTE, waited=wait * MINUTE) for wait in waits)


@pytest.mark.parametrize(
    ("waits", "median", "ninth"), [([4], 4, 4), ([30, 2], 2, 30), ([2, 90, 7], 7, 90), (list(range(1, 11)), 5, 9)]
)
def test_half_and_nine_of_ten_waited_no_longer(orders: Orders, waits: list[int], median: int, ninth: int) -> None:
    orders.reopened()
    minutes(waits)
    assert reply_time(AT, DAY) == ReplyTime(len(waits), median * MINUTE, ninth * MINUTE)


def test_without_replies_nothing_is_measured(orders: Orders) -> None:
    orders.reopened()
    assert reply_time(AT, DAY) == ReplyTime(0, None, None)
    assert usual_minutes(AT) is None


def test_few_replies_are_not_yet_usual(orders: Orders) -> None:
    orders.reopened()
    minutes([3, 3, 3, 3])
    assert usual_minutes(AT) is None
    minutes([8])
    assert usual_minutes(AT) == 8


def test_reading_deciding_and_writing_are_replies_and_each_question_has_one(orders: Orders) -> None:
    subject = orders.reopened().returns.get()
    coordinator, customer = orders.cast.actor("coordinator"), orders.cast.actor("customer")
    begin = subject.opened_at
    act_on_return("read", subject, coordinator, begin + 4 * MINUTE)
    act_on_return("say", subject, coordinator, begin + 9 * MINUTE, text="Which lamp?")
    act_on_return("say", subject, customer, begin + 20 * MINUTE, text="The left one.")
    act_on_return("say", subject, customer, begin + 21 * MINUTE, text="The tall one.")
    act_on_return("say", subject, coordinator, begin + 27 * MINUTE, text="Thank you.")
    found = reply_time(begin + HOUR, DAY)
    assert (found.count, found.median, found.ninth) == (2, 4 * MINUTE, 7 * MINUTE)


def test_an_artists_word_is_not_the_studios_reply(orders: Orders) -> None:
    subject = orders.reopened().returns.get()
    act_on_return("say", subject, orders.cast.actor("artist"), subject.opened_at + MINUTE, text="I shall look.")
    assert reply_time(clock.now(), timedelta(days=4000)).count == 0
