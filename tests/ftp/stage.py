"""Run as a program in a data folder of its own: sets up the people and orders of the FTP tests, and tells about them.

Each line it is given is a question with what it is about, each line it says the answer, both in JSON.
"""

import io
import json
import random
import sys
from collections.abc import Callable
from typing import Any

import django

LARGE = 12_000_000
"""Bytes of the file that downloads are resumed in: more than the buffers of both ends of a connection take."""


def set_up() -> dict[str, Any]:
    """The cast with a delivered order, one in production, one to be drafted; returns their numbers."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from tests.cast import make_cast
    from tests.orders_in_states import Orders, make_product

    orders = Orders(make_cast(), make_product())
    return {
        "delivered": orders.delivered().number,
        "returned": _returned(orders).number,
        "twins": _draft(orders, ["room.jpg", "room.jpg"]).number,
        "large": _draft(orders, ["large.bin"], LARGE).number,
        "working": orders.in_production(3, results=False).number,
        "many": orders.in_production(2, results=False).number,
        "ending": orders.in_production(1, results=False).number,
        "odd": _draft(orders, ["Küche ☀️ 100 %.jpg"]).number,
    }


def _returned(orders: Any) -> Any:
    from tests.cast import BEGINNING
    from tests.orders_in_states import HOUR

    order = orders.delivered()
    item = order.items.first()
    items = [{"item": item.pk, "comment": "Too dark."}]
    orders.do("reject_images", order, "customer", BEGINNING + 3 * HOUR, items=items)
    orders.do("assess", order, "supervisor", BEGINNING + 4 * HOUR, decision="correction", message="Right you are.")
    orders.put_results(order)
    return orders.do("deliver", order, "artist", BEGINNING + 5 * HOUR)


def _draft(orders: Any, names: list[str], size: int = 1_000) -> Any:
    from proofroom.files.commands import keep
    from proofroom.orders.commands.drafting import add_original
    from tests.cast import BEGINNING

    order = orders.draft(0)
    for number, name in enumerate(names):
        source = io.BytesIO(random.Random(f"{name}{number}").randbytes(size))
        add_original(order, keep(source, name, orders.cast.customer, BEGINNING), BEGINNING)
    return order


def results(number: str) -> dict[str, list[str]]:
    """Names of the staged and of the loose results of an order."""
    from proofroom.orders.models import Order, Version

    order = Order.objects.get(number=number)
    staged = Version.objects.filter(item__order=order, delivery=None).order_by("item__position")
    return {
        "staged": [version.file.name for version in staged],
        "loose": sorted(loose.file.name for loose in order.loose_results.all()),
    }


def drafts(part: str) -> list[dict[str, Any]]:
    """The person's drafts, oldest first: state, product and originals with their checksums."""
    from proofroom.orders.models import Order

    found = Order.objects.filter(customer__email=f"{part}@example.com", placed_at=None).order_by("pk")
    return [
        {
            "number": order.number,
            "state": order.state,
            "product": order.product.slug,
            "originals": {item.name: item.original.blob.sha256 for item in order.items.all()},
        }
        for order in found
    ]


def failures() -> list[list[str]]:
    """Door and e-mail of each counted failure."""
    from proofroom.people.models import FailedSignIn

    return [[row.door, row.email] for row in FailedSignIn.objects.order_by("pk")]


def forget_failures() -> None:
    """As if nobody had failed yet."""
    from proofroom.people.models import FailedSignIn

    FailedSignIn.objects.all().delete()


def page_says(email: str, password: str) -> str:
    """What the sign-in page of the web answers to this person."""
    from django.test import Client

    answer = Client(SERVER_NAME="localhost").post("/accounts/login/", {"login": email, "password": password})
    return answer.content.decode() if answer.status_code == 200 else f"signed in {answer.status_code}"


def place(number: str) -> str:
    """The customer chooses a style and places the draft; returns its state."""
    from proofroom.catalogue.specification import specify
    from proofroom.core import clock
    from proofroom.orders.commands.drafting import Brief, change_draft
    from proofroom.orders.models import Order
    from proofroom.people.actors import actor_for
    from proofroom.workflow.perform import perform

    order = Order.objects.get(number=number)
    order = change_draft(order, Brief(order.product, specify(order.product, "bright")), clock.now())
    return perform("place", order, actor_for(order.customer), clock.now()).state


def deactivate(_number: str, email: str) -> None:
    """This person may not come in any more."""
    from proofroom.people.models import Person

    Person.objects.filter(email=email).update(is_active=False)


def reassign(number: str, _email: str) -> None:
    """Another artist makes it from now on."""
    from proofroom.orders.models import Order
    from proofroom.people.models import Person

    Order.objects.filter(number=number).update(artist=Person.objects.get(email="artist2@example.com"))


def change_password(_number: str, email: str) -> None:
    """This person chooses another password."""
    from proofroom.people.models import Person

    person = Person.objects.get(email=email)
    person.set_password("quite-another-one")
    person.save()


def revoke(_number: str, email: str) -> None:
    """This person's app passwords open nothing any more."""
    from proofroom.people.app_passwords import revoke_app_password
    from proofroom.people.models import AppPassword

    for each in AppPassword.objects.filter(person__email=email):
        revoke_app_password(each.person, each.pk)


def app_password(email: str) -> str:
    """A new app password for this person."""
    from proofroom.core import clock
    from proofroom.people.app_passwords import issue_app_password
    from proofroom.people.models import Person

    return issue_app_password(Person.objects.get(email=email), "FileZilla", clock.now())


ASKED: dict[str, Callable[..., Any]] = {
    each.__name__: each
    for each in (
        set_up,
        results,
        drafts,
        failures,
        forget_failures,
        page_says,
        place,
        app_password,
        deactivate,
        change_password,
        revoke,
        reassign,
    )
}

if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        question, *about = json.loads(line)
        print(json.dumps(ASKED[question](*about)), flush=True)
