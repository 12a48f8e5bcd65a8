"""Due dates in calendar programs: a secret address that is made, asked without signing in, and revoked."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import icalendar
import pytest
from django.test import Client

from proofroom.core import clock
from proofroom.people.models import ApiToken
from proofroom.people.tokens import issue_token
from tests.cast import BEGINNING, Cast
from tests.conftest import SignedIn
from tests.orders_in_states import HOUR, Orders

pytestmark = pytest.mark.django_db


def made_by(browser: Client) -> str:
    """The path of a new calendar address of the person who sits at this browser."""
    shown = browser.post("/settings/calendars/", {"name": "Phone", "once": "k"}).content.decode()
    [address] = set(re.findall(r"https?://[^\s\"<]+/calendar/[\w-]+\.ics", shown))
    return str(urlsplit(address).path)


def events_at(path: str) -> list[icalendar.Event]:
    answer = Client().get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    calendar = icalendar.Calendar.from_ical(answer.content)
    return [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]


def test_the_address_is_shown_once_and_lists_what_is_due(signed_in: SignedIn, orders: Orders) -> None:
    orders.begin = clock.now() - HOUR
    order = orders.in_production()
    assert order.due_at
    customer = signed_in("customer")
    [event] = events_at(made_by(customer))
    assert (event.start, event["URL"]) == (
        order.due_at.replace(microsecond=0),
        f"http://testserver/orders/{order.number}/",
    )
    assert str(event["SUMMARY"]).startswith(f"{order.number} is due")
    assert "/calendar/" not in customer.get("/settings/").content.decode()


def test_a_delivered_order_says_when_it_is_completed_by_itself(signed_in: SignedIn, orders: Orders) -> None:
    orders.begin = clock.now() - 4 * HOUR
    order = orders.delivered()
    [event] = events_at(made_by(signed_in("customer")))
    assert str(event["SUMMARY"]).startswith(f"{order.number} is completed by itself")


def test_a_rival_and_another_artist_have_nothing_of_it(signed_in: SignedIn, orders: Orders) -> None:
    orders.begin = clock.now() - HOUR
    orders.in_production()
    assert events_at(made_by(signed_in("rival"))) == []
    assert events_at(made_by(signed_in("artist2"))) == []


def test_a_free_job_is_in_no_artists_calendar(signed_in: SignedIn, orders: Orders) -> None:
    orders.begin = clock.now() - HOUR
    orders.placed()
    assert events_at(made_by(signed_in("artist"))) == []
    assert len(events_at(made_by(signed_in("coordinator")))) == 1


def test_what_was_due_long_ago_is_not_listed(signed_in: SignedIn, orders: Orders) -> None:
    orders.begin = clock.now() - timedelta(days=90)
    orders.in_production()
    assert events_at(made_by(signed_in("customer"))) == []


def test_a_revoked_address_is_gone(signed_in: SignedIn) -> None:
    customer = signed_in("customer")
    path = made_by(customer)
    customer.post(f"/settings/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert Client().get(path).status_code == 404


def test_a_person_who_left_has_no_calendar(signed_in: SignedIn, cast: Cast) -> None:
    path = made_by(signed_in("artist"))
    cast.artist.is_active = False
    cast.artist.save()
    assert Client().get(path).status_code == 404


def test_a_calendar_address_opens_no_api_and_a_token_no_calendar(cast: Cast) -> None:
    api = issue_token(cast.customer, "Script", BEGINNING)
    calendar = issue_token(cast.customer, "Phone", BEGINNING, ApiToken.Scope.CALENDAR)
    refused = Client().get("/api/v1/orders", headers={"authorization": f"Bearer {calendar}"})
    assert (refused.status_code, Client().get(f"/calendar/{api}.ics").status_code) == (401, 404)
