"""What people change about themselves."""

import re

import pytest

from proofroom.people.models import ApiToken
from proofroom.people.tokens import issue_token, person_of_token
from tests.cast import BEGINNING, EVERYBODY, Cast
from tests.conftest import SignedIn

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("part", EVERYBODY)
def test_everybody_has_settings(signed_in: SignedIn, part: str) -> None:
    assert signed_in(part).get("/settings/").status_code == 200


def test_name_and_time_zone_are_saved(signed_in: SignedIn, cast: Cast) -> None:
    sent = {"name": "Cleo Corrected", "time_zone": "Europe/Stockholm"}
    page = signed_in("customer").post("/settings/profile/", sent, follow=True).content.decode()
    cast.customer.refresh_from_db()
    assert (cast.customer.name, cast.customer.time_zone) == ("Cleo Corrected", "Europe/Stockholm")
    assert "Your profile is saved." in page


def test_an_unknown_time_zone_is_refused_and_what_was_written_stays(signed_in: SignedIn, cast: Cast) -> None:
    answer = signed_in("customer").post("/settings/profile/", {"name": "Other", "time_zone": "Mars/Base"})
    cast.customer.refresh_from_db()
    assert (answer.status_code, cast.customer.name) == (422, "Cleo Customer")
    assert 'value="Other"' in answer.content.decode()
    assert "Your profile is not saved" in answer.content.decode()


def test_what_was_said_waits_for_the_page_when_a_script_asks_first(signed_in: SignedIn) -> None:
    customer = signed_in("customer")
    customer.post("/settings/notices/", {"messages": "on"})
    assert "is saved" not in customer.get("/settings/", headers={"sec-fetch-dest": "empty"}).content.decode()
    assert "Your choice of notices is saved." in customer.get("/settings/").content.decode()


def test_mails_can_be_switched_off_and_on(signed_in: SignedIn, cast: Cast) -> None:
    customer = signed_in("customer")
    customer.post("/settings/notices/", {"messages": "on"})
    cast.customer.refresh_from_db()
    assert (cast.customer.mail_deliveries, cast.customer.mail_messages) == (False, True)
    customer.post("/settings/notices/", {"deliveries": "on"})
    cast.customer.refresh_from_db()
    assert (cast.customer.mail_deliveries, cast.customer.mail_messages) == (True, False)


def test_a_new_token_is_shown_once_and_opens_the_door(signed_in: SignedIn, cast: Cast) -> None:
    customer = signed_in("customer")
    shown = customer.post("/settings/tokens/", {"name": "Lightroom", "once": "k"}).content.decode()
    secrets = set(re.findall(r"prt_[\w-]{40,}", shown))
    assert len(secrets) == 1
    assert person_of_token(secrets.pop(), BEGINNING) == cast.customer
    later = customer.get("/settings/").content.decode()
    assert "Lightroom" in later
    assert "prt_" not in later


def test_a_token_form_sent_twice_makes_one_token(signed_in: SignedIn) -> None:
    customer = signed_in("customer")
    customer.post("/settings/tokens/", {"name": "Lightroom", "once": "k"})
    again = customer.post("/settings/tokens/", {"name": "Lightroom", "once": "k"}, follow=True)
    assert ApiToken.objects.count() == 1
    assert "This form was sent before." in again.content.decode()


def test_a_token_needs_a_name(signed_in: SignedIn) -> None:
    answer = signed_in("customer").post("/settings/tokens/", {"name": " "})
    assert (answer.status_code, ApiToken.objects.count()) == (422, 0)
    assert "Nothing was made" in answer.content.decode()


def test_a_revoked_token_opens_nothing(signed_in: SignedIn, cast: Cast) -> None:
    secret = issue_token(cast.customer, "Old", BEGINNING)
    signed_in("customer").post(f"/settings/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert person_of_token(secret, BEGINNING) is None


def test_nobody_revokes_the_token_of_somebody_else(signed_in: SignedIn, cast: Cast) -> None:
    issue_token(cast.customer, "Mine", BEGINNING)
    signed_in("rival").post(f"/settings/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert ApiToken.objects.count() == 1


def test_members_of_the_own_account_are_listed_and_no_others(signed_in: SignedIn) -> None:
    page = signed_in("customer").get("/settings/").content.decode()
    assert "colleague@example.com" in page
    assert "rival@example.com" not in page


@pytest.mark.parametrize("address", ["profile/", "notices/", "tokens/", "tokens/1/revoke/"])
def test_the_address_of_a_form_leads_back_to_the_page(signed_in: SignedIn, address: str) -> None:
    assert signed_in("customer").get(f"/settings/{address}").headers["Location"] == "/settings/"


def test_a_stranger_is_asked_to_sign_in(signed_in: SignedIn) -> None:
    signed_out = signed_in("customer")
    signed_out.logout()
    assert signed_out.get("/settings/").headers["Location"] == "/accounts/login/?next=/settings/"
