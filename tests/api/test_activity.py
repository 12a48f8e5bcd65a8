"""Who did what when."""

from proofroom.orders.models import Activity
from tests.api.conftest import AsPart
from tests.orders_in_states import Orders


def test_each_line_says_who_did_what_when_in_a_sentence(orders: Orders, program: AsPart) -> None:
    lines = program("colleague").get(f"orders/{orders.delivered().number}/activity").json()["items"]
    assert [(line["actor"]["name"], line["action"]) for line in lines] == [
        ("Cleo Customer", "place"),
        ("Arne Artist", "claim"),
        ("Arne Artist", "deliver"),
    ]
    assert lines[0]["at"] == "2026-03-02T09:00:00Z"
    assert (lines[2]["source"], lines[2]["target"]) == ("in_production", "delivered")
    assert all(line["actor"]["name"] in line["sentence"] and line["sentence"].endswith(".") for line in lines)


def test_internal_lines_are_for_the_staff(orders: Orders, program: AsPart) -> None:
    order = orders.placed()
    Activity.objects.update(internal=True)
    path = f"orders/{order.number}/activity"
    assert program("customer").get(path).json()["items"] == []
    assert len(program("coordinator").get(path).json()["items"]) == 1


def test_a_long_history_is_read_page_by_page(orders: Orders, program: AsPart) -> None:
    path, customer = f"orders/{orders.delivered().number}/activity", program("customer")
    first = customer.get(path, limit=2).json()
    second = customer.get(path, limit=2, cursor=first["next"]).json()
    assert [line["action"] for line in first["items"] + second["items"]] == ["place", "claim", "deliver"]
    assert second["next"] is None
