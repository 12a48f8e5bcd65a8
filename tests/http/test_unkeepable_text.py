"""Text that no database keeps, NUL above all, is refused in a sentence at every page's door."""

import pytest
from django.urls import Resolver404, resolve

from proofroom.workflow.models import Once
from tests.conftest import SignedIn
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db
SENTENCE = "This text has characters that cannot be kept."


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("/orders/", {"q": "kitchen\x00"}),
        ("/orders/", {"before\x00": "3"}),
        ("/support/", {"order": "PR-2026\x00"}),
        ("/orders/new/", {"product": "interior\x00"}),
    ],
)
def test_an_address_that_asks_for_such_a_text_is_refused(
    signed_in: SignedIn, address: str, asked: dict[str, str]
) -> None:
    answer = signed_in("customer").get(address, asked)
    assert (answer.status_code, SENTENCE in answer.content.decode()) == (422, True)


@pytest.mark.parametrize("name", ["instructions", "product", "once", "level-\x00"])
def test_an_order_form_with_such_a_text_is_refused_and_keeps_nothing(
    signed_in: SignedIn, orders: Orders, name: str
) -> None:
    draft = orders.draft()
    sent = {"product": draft.product.slug, "instructions": "Bright", name: "1\x00"}
    answer = signed_in("customer").post(f"/orders/{draft.number}/edit/", sent)
    assert (answer.status_code, SENTENCE in answer.content.decode()) == (422, True)
    draft.refresh_from_db()
    assert draft.instructions != "Bright"


def test_a_form_key_with_such_a_text_is_refused_where_tokens_are_made(signed_in: SignedIn) -> None:
    answer = signed_in("customer").post("/settings/tokens/", {"name": "Program", "once": "key\x00"})
    assert (answer.status_code, SENTENCE in answer.content.decode()) == (422, True)
    assert not Once.objects.exists()


@pytest.mark.parametrize("address", ["/orders/PR\x00/edit/", "/orders/PR\x00/originals/", "/invoices/PR\x00/"])
def test_a_number_with_such_a_character_is_no_address(address: str) -> None:
    with pytest.raises(Resolver404):
        resolve(address)
