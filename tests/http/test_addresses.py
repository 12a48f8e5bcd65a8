"""Who gets what at every address: ``addresses.csv`` is reviewed by hand, and an address that is not in it fails here.

A row is a request: its route, its method, its body, its address about one delivered order that has been sent back once
(``{order}``, ``{item}``, ``{return}`` …), and the code of the answer for each person of the cast.
"""

import csv
from copy import deepcopy
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from proofroom.catalogue.models import Style
from proofroom.core import clock
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob
from proofroom.orders.models import Item, Order
from proofroom.people.app_passwords import issue_app_password
from proofroom.people.models import ApiToken, AppPassword
from proofroom.people.tokens import issue_token
from proofroom.redistribution.destinations import add_destination
from proofroom.redistribution.links import token_of
from proofroom.redistribution.models import Link
from proofroom.returns.models import Return
from proofroom.review.commands.drawing import Drawn, draw
from tests.addresses import OUTSIDE_DJANGO, routes
from tests.cast import EVERYBODY, STAFF, Cast
from tests.conftest import SignedIn
from tests.files.tus import call, metadata
from tests.orders_in_states import HOUR, Orders, picture

TABLE = Path(__file__).with_name("addresses.csv")
NOBODY = "nobody"
Row = dict[str, str]

pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume asynchronous iterators")


def rows() -> list[Row]:
    with TABLE.open(newline="") as table:
        return list(csv.DictReader(table))


def sent_back_once(orders: Orders) -> Order:
    order = orders.delivered()
    items = [{"item": order.items.get(position=1).pk, "comment": "Too dark."}]
    orders.do("reject_images", order, "customer", orders.begin + 3 * HOUR, items=items)
    orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, decision="correction", message="Yes.")
    orders.put_results(order)
    return orders.do("deliver", order, "artist", orders.begin + 5 * HOUR)


def places(orders: Orders, cast: Cast) -> dict[str, object]:
    """What stands for each placeholder of the table."""
    order, draft, placed = sent_back_once(orders), orders.draft(), orders.placed()
    item: Item = order.items.get(position=1)
    example = picture("example.jpg")
    Style.objects.update(after=example)
    Blob.objects.update(inspection=Blob.Inspection.PENDING)
    for blob in Blob.objects.values_list("pk", flat=True):
        inspect_blob(blob)
    issue_token(cast.customer, "A script", clock.now())
    issue_app_password(cast.customer, "FileZilla", clock.now())
    calendar = issue_token(cast.customer, "Phone", clock.now(), ApiToken.Scope.CALENDAR)
    marking = draw(item, cast.actor("customer"), Drawn("pin", {"x": 5, "y": 5}), clock.now())
    result = item.versions.order_by("number").last()
    assert result
    return {
        "order": order.number,
        "draft": draft.number,
        "placed": placed.number,
        "item": item.pk,
        "draft_item": draft.items.get(position=1).pk,
        "original": item.original_id,
        "result": result.file_id,
        "came_back": result.pk,
        "example": example.pk,
        "marking": marking.pk,
        "return": Return.objects.get(order=order).number,
        "artist": cast.artist.pk,
        "account": cast.account.pk,
        "token": ApiToken.objects.get(scope=ApiToken.Scope.API).pk,
        "calendar": calendar,
        "app_password": AppPassword.objects.get().pk,
        **sent_on(orders, cast),
    }


def sent_on(orders: Orders, cast: Cast) -> dict[str, object]:
    """An approved order whose files were sent to a client."""
    completed, actor, at = orders.completed(), cast.actor("customer"), clock.now()
    mailed = {"recipients": ["client@example.com"]}
    destination = add_destination(cast.account.pk, actor, "email", "Client", mailed, at)
    orders.do("redistribute", completed, "customer", at, destinations=[destination.pk])
    link = Link.objects.select_related("push").get()
    return {
        "completed": completed.number,
        "destination": destination.pk,
        "push": link.push_id,
        "pushed": link.push.files.all()[0].pk,
        "link": token_of(link),
    }


def answer(client: Client, row: Row, address: str) -> str:
    """The code of the answer; whatever the request did is undone, signing out too."""
    cookies = deepcopy(client.cookies)
    kind = "application/json" if address.startswith("/api/") else "application/x-www-form-urlencoded"
    with transaction.atomic():
        code = client.generic(row["method"], address, row["body"], content_type=kind).status_code
        transaction.set_rollback(True)
    client.cookies = cookies
    return str(code)


def test_every_address_is_in_the_table() -> None:
    assert sorted({row["route"] for row in rows()} | set(OUTSIDE_DJANGO)) == routes()


def test_everybody_gets_what_the_table_says(signed_in: SignedIn, cast: Cast, orders: Orders) -> None:
    known = places(orders, cast)
    browsers = {NOBODY: Client(headers={"accept": "text/html"}), **{part: signed_in(part) for part in EVERYBODY}}
    wrong = []
    for row in rows():
        address = row["address"].format(**known)
        row["body"] = row["body"].replace("{item}", str(known["item"]))
        for part, client in browsers.items():
            code = answer(client, row, address)
            if code != row[part]:
                wrong.append(f"{row['method']} {row['address']}: {part} gets {code} and not {row[part]}")
    assert not wrong, "\n".join(wrong)


UPLOADS = {
    NOBODY: (401, 401),
    **dict.fromkeys(("customer", "colleague"), (201, 422)),
    **dict.fromkeys(("rival", "artist", "artist2", *STAFF), (404, 404)),
}
"""Codes for originals of the draft, and of the delivered order, which takes none any more."""


@pytest.mark.django_db(transaction=True)
def test_uploads_are_taken_from_the_right_people_only(cast: Cast, orders: Orders) -> None:
    targets = [f"{order.number}/originals" for order in (orders.draft(), orders.delivered())]
    begun = ""
    for part, codes in UPLOADS.items():
        token = "" if part == NOBODY else issue_token(cast.named(part), "A script", clock.now())
        who = {"authorization": f"Bearer {token}"} if token else {}
        for target, code in zip(targets, codes, strict=True):
            about = {"upload-length": "9", "upload-metadata": metadata(filename="a.jpg", target=target)}
            reply = call("POST", "/uploads/", who | about)
            assert reply.status == code, f"{part} to {target}: {reply}"
            begun = begun or reply.headers.get("location", "")
        if part != "customer":
            assert call("HEAD", begun or "/uploads/00000000-0000-0000-0000-000000000000", who).status in {401, 404}
