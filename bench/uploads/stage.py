"""Run as a program: ``ready`` makes a draft and prints its number and a token; ``sums`` prints what was kept."""

import sys

import django


def ready() -> None:
    """The cast, a product and an empty draft."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from proofroom.core import clock
    from proofroom.people.tokens import issue_token
    from tests.cast import make_cast
    from tests.orders_in_states import Orders, make_product

    orders = Orders(make_cast(), make_product())
    print(orders.draft(0).number, issue_token(orders.cast.customer, "bench", clock.now()))


def sums(number: str) -> None:
    """SHA-256 and name of every original of the draft; then the draft is emptied for the next turn."""
    from proofroom.orders.models import Item

    items = Item.objects.filter(order__number=number).select_related("original__blob")
    for item in items:
        print(item.original.blob.sha256, item.original.name)
    items.delete()


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "ready":
        ready()
    else:
        sums(sys.argv[2])
