"""``proofroom manage token EMAIL``."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from proofroom.people.models import Person
from tests.api.conftest import BASE
from tests.cast import Cast


def test_the_last_word_printed_is_a_token_that_works(cast: Cast) -> None:
    said = io.StringIO()
    call_command("token", "Customer@Example.com", stdout=said)
    token = said.getvalue().split()[-1]
    answer = Client().get(BASE + "orders", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    assert cast.customer.api_tokens.get().hint == token[-4:]


@pytest.mark.parametrize("email", ["nobody@example.com", "artist@example.com"])
def test_somebody_who_cannot_sign_in_gets_no_token(cast: Cast, email: str) -> None:
    Person.objects.filter(pk=cast.artist.pk).update(is_active=False)
    with pytest.raises(CommandError, match="Nobody signs in as"):
        call_command("token", email)
