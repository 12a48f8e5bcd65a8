"""The main job, end to end, as people do it: order, produce, deliver, compare, send back, accept."""

from pathlib import Path

import pytest

from tests.browser.camera import take
from tests.browser.site import Site
from tests.browser.steps import ordering, producing, receiving, returning, talking
from tests.browser.visits import NOBODY, Visits

COUNT = 24
ORIGINALS = [f"IMG_{2001 + number}.jpg" for number in range(COUNT)]
RESULTS = [name.replace(".jpg", "-edit.jpg") for name in ORIGINALS[:-1]] + ["the last room.jpg"]
TOLD = [
    "You placed the order: 24 pictures for €144.00",
    "Arne Artist took the job.",
    "Arne Artist delivered 24 files, round 1.",
    "You rejected 1 picture",
    "Sune Supervisor decided",
    "Arne Artist delivered 1 file, round 2.",
    "You accepted the order.",
]
"""What the customer reads of it in the end."""

pytestmark = pytest.mark.browser


def test_an_order_goes_from_the_catalogue_to_acceptance(visits: Visits, site: Site, tmp_path: Path) -> None:
    originals = take(tmp_path / "originals", ORIGINALS, after=False)
    results = take(tmp_path / "results", RESULTS, after=True)

    customer = visits.of(NOBODY)
    visits.sign_in(customer, "customer")
    ordering.choose_interior_image_editing(customer)
    ordering.choose_style_levels_and_an_extra(customer)
    ordering.drop_originals(customer, originals)
    number = ordering.place_the_order(customer, "€144.00")
    ordering.go_back_and_place_again(customer, number)

    artist = visits.of("artist")
    producing.claim_on_the_board(artist, number)
    package = producing.saved_from(artist, artist.get_by_role("link", name="Originals as ZIP"), tmp_path)
    producing.expect_package(package, originals, ORIGINALS)
    producing.drop_results(artist, results, ORIGINALS)
    producing.deliver_once_checked(artist, "The rooms are bright now.")

    customer.goto(receiving.read_the_mail(site, number, COUNT))
    receiving.find_it_in_my_orders(customer, number)
    receiving.read_the_order_page(customer)
    receiving.download_now(customer, tmp_path, results, RESULTS)
    receiving.compare(customer, tmp_path, originals, results)

    talking.write(customer, number, "Is the plant real?")
    talking.read_new(artist, number, "Is the plant real?")
    talking.write(artist, number, "It is, and it grows.")
    talking.read_new(customer, number, "It is, and it grows.")

    returning.reject(customer, number, ORIGINALS[1], "The lamp is gone.")
    returning.read_on_the_desk(visits.of("coordinator"), number)
    returning.assess_as_correction(visits.of("supervisor"), number, "The lamp comes back.")
    artist.goto(f"/orders/{number}/")
    producing.drop_again(artist, results[1])
    producing.deliver_once_checked(artist, "With its lamp.")
    returning.accept(customer, number)
    returning.read_the_activity(customer, number, TOLD)
