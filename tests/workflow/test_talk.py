"""A message and the notices of it are kept together, or neither is."""

import pytest

from proofroom.orders.models import Message
from proofroom.workflow.models import Notice
from proofroom.workflow.talk import speak
from tests.cast import BEGINNING
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db


def test_the_other_side_is_told_of_a_message(orders: Orders) -> None:
    order, cast = orders.in_production(), orders.cast
    speak(order, cast.artist, "Shall the lamp stay on?", BEGINNING)
    told = Notice.objects.filter(order=order, event="message").values_list("person", flat=True)
    assert set(told) == {cast.customer.pk, cast.colleague.pk}


def test_a_message_that_nobody_can_be_told_of_is_not_kept(orders: Orders, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("no room for the notice")

    order = orders.in_production()
    monkeypatch.setattr(Notice.objects, "create", broken)
    with pytest.raises(OSError, match="no room"):
        speak(order, orders.cast.artist, "Shall the lamp stay on?", BEGINNING)
    assert not Message.objects.filter(order=order).exists()
