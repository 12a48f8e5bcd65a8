"""Markings leave as W3C Web Annotations that the published context understands, and such files come in (Row E6)."""

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from proofroom.review.models import Marking
from tests.conftest import SignedIn
from tests.review.annotation_terms import CLASSES, IRIS, MOTIVATIONS, PROPERTIES
from tests.review.conftest import AsRoom, Room
from tests.review.test_drawing import SHAPES

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
IRI = re.compile(r"(https?://|urn:)\S+")


def exported(signed_in: SignedIn, room: Room) -> Any:
    answer = signed_in("customer").get(f"/orders/{room.item.order.number}/review/{room.item.pk}/marks.json")
    assert answer["Content-Type"] == f'application/ld+json; profile="{CONTEXT}"'
    assert "attachment" in answer["Content-Disposition"]
    return answer.json()


def bring_in(room: Room, document: Any) -> Any:
    return room.person.post(f"{room.order}/items/{room.item.pk}/annotations", document)


def unknown_words(node: Any) -> list[str]:
    """What the context does not define, or defines as an IRI and is none."""
    if isinstance(node, list):
        return [word for each in node for word in unknown_words(each)]
    if not isinstance(node, dict):
        return []
    found = [name for name in node if name not in PROPERTIES]
    found += [node["type"]] if node.get("type", "Annotation") not in CLASSES else []
    found += [f"{name}: {node[name]}" for name in IRIS & node.keys() if not IRI.fullmatch(node[name])]
    found += [node["motivation"]] if node.get("motivation", "commenting") not in MOTIVATIONS else []
    return found + [word for value in node.values() for word in unknown_words(value)]


def test_the_published_context_knows_every_word_of_an_export(signed_in: SignedIn, room: AsRoom) -> None:
    customer = room("customer")
    for kind, geometry in SHAPES.items():
        customer.drawn(kind, geometry, comment="Here.")
    page = exported(signed_in, customer)
    assert page.pop("@context") == CONTEXT
    assert (page["type"], len(page["items"])) == ("AnnotationPage", len(SHAPES))
    assert unknown_words(page) == []
    for each in page["items"]:
        assert {"id", "type", "target"} <= each.keys()
        assert {"source", "selector"} == each["target"].keys()
    assert [each["target"]["selector"]["type"] for each in page["items"]].count("FragmentSelector") == 1


def test_what_left_comes_in_again_as_it_was(signed_in: SignedIn, room: AsRoom) -> None:
    customer = room("customer")
    for kind, geometry in SHAPES.items():
        customer.drawn(kind, geometry, comment=f"The {kind}.")
    answer = bring_in(customer, exported(signed_in, customer))
    assert (answer.status_code, answer.json()["refused"]) == (200, [])
    markings = customer.seen()
    before, after = markings[: len(SHAPES)], markings[len(SHAPES) :]
    assert [(each["kind"], each["comment"]) for each in before] == [(each["kind"], each["comment"]) for each in after]
    for first, second in zip(before, after, strict=True):
        if first["kind"] != "pencil":  # the pen's pressure has no place in a path
            assert second["geometry"] == first["geometry"]


def annotation(selector: Any, **more: Any) -> dict[str, Any]:
    return {"type": "Annotation", "target": {"source": "https://example.com/a.jpg", "selector": selector}, **more}


def svg(shape: str) -> dict[str, str]:
    return {"type": "SvgSelector", "value": f"<svg>{shape}</svg>"}


# The pictures of the cast are 48 pixels wide and 32 high.
FOREIGN: list[tuple[Any, str, Any]] = [
    ({"type": "FragmentSelector", "value": "xywh=pixel:12,8,24,16"}, "rectangle", 25.0),
    ({"type": "FragmentSelector", "value": "xywh=12,8,24,16"}, "rectangle", 25.0),
    (svg('<rect x="12" y="8" width="24" height="16"/>'), "rectangle", 25.0),
    (svg('<ellipse cx="24" cy="16" rx="12" ry="8"/>'), "ellipse", 25.0),
    (svg('<g><polygon points="12,8 36,8 24,24"/></g>'), "pencil", [[25.0, 25.0], [75.0, 25.0], [50.0, 75.0]]),
    (svg('<path d="m12 8h24V24z"/>'), "pencil", [[25.0, 25.0], [75.0, 25.0], [75.0, 75.0]]),
    (svg('<path d="M12,8C12,8,36,24,36,24"/>'), "pencil", [[25.0, 25.0]]),
    (svg('<line x1="12" y1="8" x2="36" y2="24" marker-end="url(#tip)"/>'), "arrow", [[25.0, 25.0], [75.0, 75.0]]),
]


@pytest.mark.parametrize(("selector", "kind", "expected"), FOREIGN, ids=[str(row[0]) for row in FOREIGN])
def test_shapes_of_other_programs_are_understood(room: AsRoom, selector: Any, kind: str, expected: Any) -> None:
    kept = bring_in(room("customer"), annotation(selector)).json()["kept"][0]["marking"]
    assert kept["kind"] == kind
    if isinstance(expected, list):
        assert kept["geometry"]["points"][: len(expected)] == expected
    else:
        assert (kept["geometry"]["x"], kept["geometry"]["y"]) == (expected, expected)


GOOD = annotation({"type": "FragmentSelector", "value": "xywh=percent:1,1,9,9"}, bodyValue="Good.")
BAD: list[tuple[Any, str]] = [
    ("no annotation", "not an Annotation"),
    ({"type": "Note", "target": {}}, "not an Annotation"),
    ({"type": "Annotation"}, "needs a FragmentSelector or an SvgSelector"),
    (annotation({"type": "TextQuoteSelector", "exact": "x"}), "needs a FragmentSelector or an SvgSelector"),
    (annotation({"type": "FragmentSelector", "value": "t=10,20"}), "xywh=percent"),
    (annotation({"type": "FragmentSelector", "value": "xywh=percent:110,1,9,9"}), "outside the picture"),
    (annotation(svg("")), "no shape"),
    (annotation(svg("<rect width='1' height='1'/><rect width='1' height='1'/>")), "2 shapes"),
    (annotation(svg("<script>alert(1)</script>")), "not a shape"),
    (annotation(svg("<rect width='9' height='9' transform='rotate(9)'/>")), "transform"),
    (annotation(svg("<path d='M0 0A5 5 0 0 1 9 9'/>")), "cannot be read"),
    (annotation({"type": "SvgSelector", "value": "<svg><rect"}), "not whole"),
    (annotation({"type": "SvgSelector", "value": "<!DOCTYPE x [<!ENTITY a 'a'>]><svg>&a;</svg>"}), "document type"),
    (annotation(GOOD["target"]["selector"], bodyValue="x" * 5_001), "at most 5,000 characters"),
]


@pytest.mark.parametrize(("row", "sentence"), BAD, ids=[sentence for _, sentence in BAD])
def test_a_refused_row_is_named_and_the_good_ones_are_kept(room: AsRoom, row: Any, sentence: str) -> None:
    outcome = bring_in(room("customer"), {"type": "AnnotationPage", "items": [GOOD, row, GOOD]}).json()
    assert [each["marking"]["comment"] for each in outcome["kept"]] == ["Good.", "Good."]
    assert {each["marking"]["state"] for each in outcome["kept"]} == {"draft"}
    (refused,) = outcome["refused"]
    assert (refused["row"], sentence in refused["sentence"]) == (2, True), refused


@pytest.mark.parametrize(
    "document", [GOOD, [GOOD], {"items": [GOOD]}, {"type": "AnnotationCollection", "first": {"items": [GOOD]}}]
)
def test_every_usual_form_of_a_file_is_read(room: AsRoom, document: Any) -> None:
    assert len(bring_in(room("customer"), document).json()["kept"]) == 1


def test_a_file_comes_in_on_the_page_as_well_and_each_refused_row_is_named(signed_in: SignedIn, room: AsRoom) -> None:
    customer, client = room("customer"), signed_in("customer")
    base = f"/{customer.order}/review/{customer.item.pk}/"
    assert f'action="{base}marks/"' in client.get(base).content.decode()

    def sent(content: bytes) -> str:
        file = SimpleUploadedFile("marks.json", content)
        return client.post(f"{base}marks/", {"annotations": file}, follow=True).content.decode()

    page = sent(json.dumps([GOOD, {"type": "Note"}, GOOD]).encode())
    assert "2 markings came in." in page
    assert "Row 2 was not kept. This is not an Annotation." in page
    assert [each["comment"] for each in customer.seen()] == ["Good.", "Good."]
    page = sent(json.dumps(["no annotation"] * 25).encode())
    assert "Row 20 was not kept." in page
    assert "5 more rows could not be kept either." in page
    for broken in (b"{", b'["NaN", NaN]', b'["\\u0000"]', b"[" * 100_000, b"\xff"):
        assert "is not JSON" in sent(broken)
    assert len(customer.seen()) == 2


@pytest.mark.parametrize("document", [{}, [], "text", 7, {"items": "none"}, {"type": "Collection"}])
def test_a_file_without_annotations_is_told(room: AsRoom, document: Any) -> None:
    customer = room("customer")
    address = f"/api/v1/{customer.order}/items/{customer.item.pk}/annotations"
    answer = customer.person.client.post(
        address, json.dumps(document), content_type="application/json", headers=customer.person.headers
    )
    assert (answer.status_code, "holds no annotations" in answer.json()["detail"]) == (422, True)
    assert not Marking.objects.exists()


def test_the_artist_brings_nothing_in(room: AsRoom) -> None:
    answer = bring_in(room("artist"), GOOD)
    assert (answer.status_code, answer.json()["code"]) == (409, "wrong_role")
