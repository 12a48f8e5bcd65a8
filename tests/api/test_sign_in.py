"""Who may speak to the API, and how they prove it."""

import json

import pytest
from django.test import Client

from proofroom.core import clock
from proofroom.people.models import Person
from proofroom.people.tokens import issue_token
from tests.api.conftest import BASE, AsPart
from tests.cast import Cast

DRAFT = json.dumps({"product": "interior"})
JSON = "application/json"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def browser(cast: Cast, part: str) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.named(part), backend=BACKEND)
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("header", [{}, {"authorization": "Bearer wrong"}, {"authorization": "Basic YTpi"}])
def test_without_a_valid_token_the_answer_is_401_and_says_how_to_sign_in(header: dict[str, str]) -> None:
    answer = Client().get(BASE + "orders", headers=header)
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer.json()["code"] == "signed_out"


def test_a_write_without_sign_in_is_401_too(db: None) -> None:
    assert Client(enforce_csrf_checks=True).post(BASE + "orders", DRAFT, content_type=JSON).status_code == 401


def test_a_token_of_somebody_who_left_opens_nothing(cast: Cast, program: AsPart) -> None:
    customer = program("customer")
    Person.objects.filter(pk=cast.customer.pk).update(is_active=False)
    assert customer.get("orders").status_code == 401


def test_a_wrong_token_is_not_helped_by_a_session_cookie(cast: Cast) -> None:
    answer = browser(cast, "customer").get(BASE + "orders", headers={"authorization": "Bearer wrong"})
    assert answer.status_code == 401


def test_the_sites_own_script_reads_with_the_session_cookie(cast: Cast) -> None:
    assert browser(cast, "customer").get(BASE + "orders").status_code == 200


def test_a_session_cookie_without_the_csrf_token_writes_nothing(cast: Cast, product: object) -> None:
    answer = browser(cast, "customer").post(BASE + "orders", DRAFT, content_type=JSON)
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf")


def test_a_session_cookie_with_the_csrf_token_writes(cast: Cast, product: object) -> None:
    client = browser(cast, "customer")
    client.cookies["csrftoken"] = "a" * 32
    answer = client.post(BASE + "orders", DRAFT, content_type=JSON, headers={"x-csrftoken": "a" * 32})
    assert answer.status_code == 201


def test_the_use_of_a_token_is_noted(cast: Cast) -> None:
    token = issue_token(cast.customer, "script", clock.now())
    Client().get(BASE + "orders", headers={"authorization": f"Bearer {token}"})
    assert cast.customer.api_tokens.get().last_used_at is not None
