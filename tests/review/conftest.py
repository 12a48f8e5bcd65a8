"""A delivered order, and programs that mark its first picture through the API."""

from collections.abc import Callable
from typing import Any

import pytest

from proofroom.orders.models import Item, Order
from tests.api.conftest import AsPart, Program, program
from tests.orders_in_states import Orders

__all__ = ["program"]
BOX: dict[str, Any] = {"x": 10, "y": 20, "width": 30, "height": 40}
Mark = Callable[..., Any]


class Room:
    """One picture of one order, as a person of the cast sees it through the API."""

    def __init__(self, person: Program, item: Item) -> None:
        self.person = person
        self.item = item
        self.order = f"orders/{item.order.number}"
        self.markings = f"{self.order}/items/{item.pk}/markings"

    def draw(self, kind: str = "rectangle", geometry: Any = None, **more: Any) -> Any:
        return self.person.post(self.markings, {"kind": kind, "geometry": geometry or BOX, **more})

    def drawn(self, *args: Any, **more: Any) -> dict[str, Any]:
        answer = self.draw(*args, **more)
        assert answer.status_code == 201, answer.json()
        return dict(answer.json()["marking"])

    def change(self, marking: dict[str, Any], **changes: Any) -> Any:
        return self.person.patch(f"{self.markings}/{marking['id']}", {"revision": marking["revision"], **changes})

    def moved(self, marking: dict[str, Any], state: str, answer: str = "") -> dict[str, Any]:
        changed = self.change(marking, state=state, answer=answer)
        assert changed.status_code == 200, changed.json()
        return dict(changed.json()["marking"])

    def seen(self, **query: Any) -> list[dict[str, Any]]:
        return [each["marking"] for each in self.person.get(self.markings, **query).json()["items"]]

    def reject(self, **given: Any) -> Any:
        return self.person.post(f"{self.order}/actions/reject_images", given)


AsRoom = Callable[[str], Room]


@pytest.fixture
def order(orders: Orders) -> Order:
    return orders.delivered()


@pytest.fixture
def room(order: Order, program: AsPart) -> AsRoom:
    """``room("customer")``: the order's first picture, as that person sees it."""
    return lambda part: Room(program(part), order.items.get(position=1))


def rework(orders: Orders, order: Order) -> None:
    """The studio says it is a correction; the artist delivers the rejected pictures again."""
    orders.do("assess", order, "supervisor", orders.begin, decision="correction", message="Yes.")
    orders.put_results(order)
    orders.do("deliver", order, "artist", orders.begin)
