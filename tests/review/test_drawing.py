"""Each marking is kept as it is drawn, with a place in words; what marks no place is refused with a sentence."""

from typing import Any

import pytest

from proofroom.review.geometry import MOST_POINTS
from proofroom.review.models import Marking
from tests.review.conftest import BOX, AsRoom

LINE = {"points": [[1, 1], [2, 2, 0.5]]}
SHAPES: dict[str, Any] = {
    "rectangle": BOX,
    "ellipse": BOX,
    "pencil": LINE,
    "arrow": {"points": [[1, 1], [2, 2]]},
    "pin": {"x": 50, "y": 50},
}


@pytest.mark.parametrize("kind", SHAPES)
def test_every_kind_is_kept_as_a_draft_with_its_own_number_and_words(room: AsRoom, kind: str) -> None:
    customer = room("customer")
    customer.drawn()
    marking = customer.drawn(kind, SHAPES[kind], comment="A cord.", color=3)
    assert (marking["kind"], marking["geometry"], marking["number"]) == (kind, SHAPES[kind], 2)
    assert (marking["state"], marking["comment"], marking["color"]) == ("draft", "A cord.", 3)
    assert customer.seen()[1] == marking


def test_a_marking_says_where_it_is(room: AsRoom) -> None:
    customer = room("customer")
    box = {"x": 0, "y": 0, "width": 30, "height": 40}
    assert customer.drawn("ellipse", box)["place"] == "upper left, 12 % of the picture"
    assert customer.drawn("pin", {"x": 99, "y": 50})["place"] == "middle right"
    assert customer.drawn("pencil", LINE)["place"] == "upper left, less than 1 % of the picture"


def test_what_reaches_beyond_the_picture_is_clipped_to_it(room: AsRoom) -> None:
    customer = room("customer")
    assert customer.drawn(geometry={"x": -10, "y": 90, "width": 30, "height": 40})["geometry"] == {
        "x": 0.0,
        "y": 90.0,
        "width": 20.0,
        "height": 10.0,
    }
    line = customer.drawn("pencil", {"points": [[50, 50], [150, -4]]})
    assert line["geometry"] == {"points": [[50.0, 50.0], [100.0, 0.0]]}


MANY = [[index % 100, 50] for index in range(100_000)]
WRONG: list[tuple[str, Any, str]] = [
    ("rectangle", {**BOX, "width": 0}, "no size"),
    ("ellipse", {**BOX, "height": -3}, "no size"),
    ("pencil", {"points": [[5, 5]] * 9}, "no length"),
    ("arrow", {"points": [[5, 5], [5, 5]]}, "two different points"),
    ("rectangle", {**BOX, "x": 120}, "outside the picture"),
    ("pin", {"x": 50, "y": 100.1}, "outside the picture"),
    ("pencil", {"points": [[-5, 5], [-1, 9]]}, "outside the picture"),
    ("pencil", {"points": MANY}, "100,000 points; one marking takes 20,000"),
    ("pencil", {"points": []}, "no points"),
    ("pencil", {"points": ["a", "b"]}, "two numbers"),
    ("rectangle", {**BOX, "x": "left"}, "needs x as a number"),
    ("rectangle", {**BOX, "x": True}, "needs x as a number"),
    ("surface", {"position": [0, 0, 0], "normal": [0, 1, 0]}, "3D models only"),
    ("blob", BOX, "A marking is one of"),
]


@pytest.mark.parametrize(("kind", "geometry", "sentence"), WRONG, ids=[f"{row[0]} {row[2]}" for row in WRONG])
def test_what_marks_no_place_is_refused_with_a_sentence(room: AsRoom, kind: str, geometry: Any, sentence: str) -> None:
    answer = room("customer").draw(kind, geometry)
    assert (answer.status_code, sentence in answer.json()["detail"]) == (422, True), answer.json()
    assert not Marking.objects.exists()


def test_a_number_beyond_all_numbers_is_refused(room: AsRoom) -> None:
    customer = room("customer")
    body = b'{"kind": "pin", "geometry": {"x": 1e999, "y": 5}}'
    address = f"/api/v1/{customer.markings}"
    headers = customer.person.headers
    answer = customer.person.client.post(address, body, content_type="application/json", headers=headers)
    assert (answer.status_code, "needs x as a number" in answer.json()["detail"]) == (422, True)


def test_a_line_may_have_many_points(room: AsRoom) -> None:
    points = [[index % 100, 50.5] for index in range(MOST_POINTS)]
    assert len(room("customer").drawn("pencil", {"points": points})["geometry"]["points"]) == MOST_POINTS


def test_a_script_in_a_comment_is_text_and_stays_what_it_was(room: AsRoom) -> None:
    script = "<script>alert(1)</script>"
    customer = room("customer")
    customer.drawn(comment=script)
    answer = customer.person.get(customer.markings)
    (read,) = answer.json()["items"]
    assert read["body"] == [{"type": "TextualBody", "value": script, "format": "text/plain"}]
    assert answer["Content-Type"].startswith("application/json")


def test_a_comment_has_a_length(room: AsRoom) -> None:
    assert room("customer").draw(comment="x" * 5_000).status_code == 201
    answer = room("customer").draw(comment="x" * 5_001)
    assert (answer.status_code, "at most 5,000 characters" in answer.json()["detail"]) == (422, True)


def test_a_colour_is_one_of_the_eight(room: AsRoom) -> None:
    assert room("customer").draw(color=8).status_code == 422
    assert room("customer").draw(color=-1).status_code == 422


def test_a_picture_takes_only_so_many_markings(room: AsRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proofroom.review.commands.drawing.MOST_MARKINGS", 2)
    customer = room("customer")
    first = customer.drawn()
    customer.drawn()
    assert customer.draw().json()["code"] == "too_many_markings"
    customer.moved(first, "removed")
    assert customer.drawn()["number"] == 3
