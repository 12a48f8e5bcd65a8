"""Coming in, going out, and a forgotten password."""

import re

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from tests.cast import PASSWORD, Cast
from tests.conftest import SignedIn

pytestmark = pytest.mark.django_db
WRONG = "E-mail and password do not belong together."


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> str:
    """Where the form led, or the page it showed again."""
    answer = client.post("/accounts/login/", {"login": email, "password": password, **more})
    return answer.headers.get("Location") or answer.content.decode()


def test_e_mail_and_password_open_the_first_page(client: Client, cast: Cast) -> None:
    assert sign_in(client, "Customer@Example.com") == "/"


def test_a_field_is_named_by_its_label_alone(client: Client, cast: Cast) -> None:
    page = client.get("/accounts/login/").content.decode()
    assert 'for="id_login">E-mail</label>' in page
    assert "placeholder" not in page


def test_one_is_led_to_where_one_wanted_to_go(client: Client, cast: Cast) -> None:
    asked = client.get("/orders/new/").headers["Location"]
    assert 'name="next" value="/orders/new/"' in client.get(asked).content.decode()
    assert sign_in(client, "customer@example.com", next="/orders/new/") == "/orders/new/"


def test_one_is_never_led_to_another_site(client: Client, cast: Cast) -> None:
    assert sign_in(client, "customer@example.com", next="https://evil.example/") == "/"


def test_a_wrong_password_reads_the_same_as_an_unknown_address(client: Client, cast: Cast) -> None:
    pages = [sign_in(client, email, "wrong") for email in ("customer@example.com", "nobody@example.com")]
    said = [re.findall(r'<div class="notice.*?</div>', page, re.DOTALL) for page in pages]
    assert WRONG in said[0][0]
    assert said[0] == said[1]


def test_nobody_signs_up_by_themselves(client: Client, cast: Cast) -> None:
    assert "signup" not in client.get("/accounts/login/").content.decode()
    assert "The studio makes your access" in client.get("/accounts/signup/").content.decode()


def test_signing_out_is_asked_and_done(signed_in: SignedIn) -> None:
    customer = signed_in("customer")
    assert "Sign out?" in customer.get("/accounts/logout/").content.decode()
    customer.post("/accounts/logout/")
    assert customer.get("/settings/").status_code == 302


def test_a_forgotten_password_is_chosen_anew_by_a_link(client: Client, cast: Cast) -> None:
    client.post("/accounts/password/reset/", {"email": "customer@example.com"})
    link = re.search(r"https?://[^/]+(/accounts/password/reset/key/\S+)", str(mail.outbox[0].body))
    assert link is not None
    form = client.get(link[1]).headers["Location"]
    client.post(form, {"password1": "a-new-long-one", "password2": "a-new-long-one"})
    assert sign_in(Client(), "customer@example.com", "a-new-long-one") == "/"
    assert WRONG in sign_in(Client(), "customer@example.com")
    assert "This link does not work any more" in Client().get(link[1], follow=True).content.decode()


def test_asking_for_an_unknown_address_answers_the_same(client: Client, cast: Cast) -> None:
    emails = ("customer@example.com", "nobody@example.com")
    pages = [client.post("/accounts/password/reset/", {"email": email}, follow=True).content for email in emails]
    assert pages[0] == pages[1]
    assert "signup" not in str(mail.outbox[1].body)


def test_the_password_is_changed_by_who_knows_it(signed_in: SignedIn) -> None:
    customer = signed_in("customer")
    sent = {"oldpassword": "wrong", "password1": "a-new-long-one", "password2": "a-new-long-one"}
    assert "The password is not changed" in customer.post("/accounts/password/change/", sent).content.decode()
    changed = customer.post("/accounts/password/change/", {**sent, "oldpassword": PASSWORD})
    assert changed.headers["Location"] == "/settings/"
    assert sign_in(Client(), "customer@example.com", "a-new-long-one") == "/"


def test_nobody_takes_an_address_that_is_not_confirmed(signed_in: SignedIn, cast: Cast) -> None:
    answer = signed_in("customer").post("/accounts/email/", {"email": "boss@example.com", "action_add": ""})
    cast.customer.refresh_from_db()
    assert (answer.headers["Location"], cast.customer.email) == ("/settings/", "customer@example.com")


@pytest.mark.parametrize("demo", [True, False])
def test_only_the_demo_names_its_people(client: Client, cast: Cast, settings: Settings, *, demo: bool) -> None:
    settings.DEMO = demo
    page = client.get("/accounts/login/").content.decode()
    assert ("supervisor@example.com" in page, PASSWORD in page) == (demo, demo)
