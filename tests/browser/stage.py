"""Run as a program in a data folder of its own: the cast, the catalogue, and an order in every state."""

import os
from datetime import timedelta
from pathlib import Path

import django


def set_up() -> None:
    """Everything happened today, so that no deadline of theirs passes while the tests look."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from proofroom.core import clock
    from proofroom.demo.catalogue import make_products
    from proofroom.orders.lifecycle.states import State
    from tests.browser import reworked
    from tests.cast import make_cast
    from tests.orders_in_states import Orders

    orders = Orders(make_cast(), make_products()["interior"], clock.now() - timedelta(hours=6))
    # First, so that the newest order of each state is one of those below.
    reworked.add(orders, Path(os.environ["PROOFROOM_DATA"]))
    for state in State:
        orders.in_state(state.value)
    _sent_on(orders)
    _reworked(orders)
    _with_more_time_asked_for(orders)
    _look_at_pictures()


def _sent_on(orders: "Orders") -> None:
    """An approved order whose files a client has links to."""
    from proofroom.redistribution.destinations import add_destination
    from tests.orders_in_states import HOUR

    order, at = orders.completed(), orders.begin + 4 * HOUR
    said = {"recipients": ["client@example.com"]}
    client = add_destination(orders.cast.account.pk, orders.cast.actor("customer"), "email", "Client", said, at)
    orders.do("redistribute", order, "customer", at, destinations=[client.pk])


def _reworked(orders: "Orders") -> None:
    """Sent back, corrected, delivered again and talked about: what Rejected images and Messages show."""
    from proofroom.orders.commands.talking import say
    from tests.orders_in_states import HOUR

    order = orders.delivered()
    items = [{"item": order.items.get(position=1).pk, "comment": "The lamp is gone."}]
    orders.do("reject_images", order, "customer", orders.begin + 3 * HOUR, items=items)
    orders.do("assess", order, "supervisor", orders.begin + 4 * HOUR, decision="correction", message="It comes back.")
    orders.put_results(order)
    orders.do("deliver", order, "artist", orders.begin + 5 * HOUR)
    for part, words in (("customer", "Is the lamp back?"), ("artist", "It is.")):
        say(order, orders.cast.named(part), words, orders.begin + 5 * HOUR)


def _with_more_time_asked_for(orders: "Orders") -> None:
    from tests.orders_in_states import HOUR

    order = orders.in_production(results=False)
    due_at = orders.begin + 60 * HOUR
    orders.do("request_extension", order, "artist", orders.begin + 2 * HOUR, due_at=due_at, reason="A storm.")


def _look_at_pictures() -> None:
    from proofroom.files.inspect import inspect_blob
    from proofroom.files.models import Blob

    waiting = Blob.objects.filter(previews=None).exclude(media_type__startswith="model/")
    for blob in list(waiting.values_list("pk", flat=True)):
        Blob.objects.filter(pk=blob).update(inspection=Blob.Inspection.PENDING)
        inspect_blob(blob)


if __name__ == "__main__":
    django.setup()
    from tests.orders_in_states import Orders

    set_up()
