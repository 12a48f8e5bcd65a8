"""Fills an empty Proofroom, once."""

from pathlib import Path

from django.db import transaction

from proofroom.core import clock
from proofroom.demo.catalogue import make_catalogue
from proofroom.demo.orders import make_orders, shots_needed
from proofroom.demo.people import make_accounts, make_people
from proofroom.demo.pictures_to_try import order_pictures_to_try
from proofroom.demo.shots import develop
from proofroom.demo.stage import Studio
from proofroom.people.models import Person


def load_once(data: Path) -> None:
    """All or nothing: stopped in the middle, the next start begins anew; loaded before, nothing is done."""
    if Person.objects.exists():
        return
    print("Drawing the demo's pictures, once. This takes a minute or two, longer on a busy machine.", flush=True)
    shots = shots_needed()
    developed = dict(zip(shots, develop(shots), strict=True))
    print("Making its people, products and orders.", flush=True)
    now = clock.now()
    with transaction.atomic():
        people = make_people(now)
        studio = Studio(now, people, make_accounts(people), make_catalogue(now), developed)
        make_orders(studio)
        order_pictures_to_try(data)
