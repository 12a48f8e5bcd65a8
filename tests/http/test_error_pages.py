"""Every refusal and fault is a full sentence in the house's look."""

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.cast import Cast
from tests.conftest import SignedIn

pytestmark = pytest.mark.django_db


def test_what_is_not_there_says_so(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "Nothing is here for you" in answer.content.decode()


def test_a_form_without_its_token_is_refused_with_the_way_on(cast: Cast) -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "customer@example.com"})
    assert answer.status_code == 403
    assert "load the page anew, and send it again" in answer.content.decode()


def test_a_refusal_leads_back(signed_in: SignedIn) -> None:
    answer = signed_in("customer").post("/orders/new/", {"product": "gone"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This product is not on offer any more. Choose another one." in page
    assert 'href="/orders/new/"' in page


@pytest.mark.parametrize("template", ["400.html", "403.html", "404.html", "429.html", "500.html"])
def test_every_page_of_a_fault_can_be_shown_when_nothing_else_works(template: str) -> None:
    page = render_to_string(template)
    assert "<h1>" in page
    assert 'href="/"' in page
