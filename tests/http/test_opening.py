"""The studio's opening hours, as its leaders set them and orders count by them."""

from datetime import UTC, datetime, timedelta

import pytest

from proofroom.catalogue.models import ClosedDay, OpeningHours, Product
from proofroom.core import clock
from tests.conftest import SignedIn
from tests.orders_in_states import Orders

pytestmark = pytest.mark.django_db
NINE_TO_FIVE = {f"{end}_{day}": at for day in range(5) for end, at in (("opens", "09:00"), ("closes", "17:00"))}
FRIDAY_AFTERNOON = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)


def test_a_turnaround_in_business_hours_skips_nights_weekends_and_holidays(
    signed_in: SignedIn, orders: Orders, product: Product
) -> None:
    manager = signed_in("manager")
    manager.post("/hours/week/", {"zone": "UTC", **NINE_TO_FIVE})
    manager.post("/hours/products/", {"products": product.slug})
    ClosedDay.objects.create(date=datetime(2026, 11, 23, tzinfo=UTC).date(), name="Outing")
    Product.objects.update(turnaround_hours=10)
    orders.begin = FRIDAY_AFTERNOON
    # One hour on Friday, none on the closed Monday, eight on Tuesday, one on Wednesday.
    assert orders.placed().due_at == datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


def test_other_products_count_around_the_clock(signed_in: SignedIn, orders: Orders) -> None:
    signed_in("manager").post("/hours/week/", {"zone": "UTC", **NINE_TO_FIVE})
    orders.begin = FRIDAY_AFTERNOON
    order = orders.placed()
    assert order.due_at == FRIDAY_AFTERNOON + timedelta(hours=order.spec.turnaround_hours)


def test_a_studio_without_hours_counts_around_the_clock(signed_in: SignedIn, orders: Orders, product: Product) -> None:
    signed_in("manager").post("/hours/products/", {"products": product.slug})
    orders.begin = FRIDAY_AFTERNOON
    order = orders.placed()
    assert order.due_at == FRIDAY_AFTERNOON + timedelta(hours=order.spec.turnaround_hours)


def test_customers_read_business_hours(signed_in: SignedIn, product: Product) -> None:
    signed_in("admin").post("/hours/products/", {"products": product.slug})
    assert "business hours" in signed_in("customer").get(f"/products/{product.slug}/").content.decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"opens_0": "17:00", "closes_0": "09:00"}, "Monday has to close later than it opens."),
        ({"opens_6": "09:00"}, "Sunday needs both times, or none when the studio is closed."),
    ],
)
def test_hours_that_cannot_be_are_refused_and_nothing_changes(
    signed_in: SignedIn, given: dict[str, str], said: str
) -> None:
    answer = signed_in("manager").post("/hours/week/", {"zone": "UTC", **NINE_TO_FIVE, **given})
    assert (answer.status_code, OpeningHours.objects.count()) == (422, 0)
    assert said in answer.content.decode()


def test_public_holidays_come_once_and_one_can_be_taken_out(signed_in: SignedIn) -> None:
    manager = signed_in("manager")
    year = clock.now().year + 1
    manager.post("/hours/holidays/", {"country": "DE", "year": year})
    christmas = ClosedDay.objects.get(date=datetime(year, 12, 25, tzinfo=UTC).date())
    again = manager.post("/hours/holidays/", {"country": "DE", "year": year}, follow=True)
    assert "They were all in the list already." in again.content.decode()
    manager.post(f"/hours/closed/{christmas.pk}/remove/")
    assert not ClosedDay.objects.filter(pk=christmas.pk).exists()


def test_a_day_of_its_own_is_closed_with_its_reason(signed_in: SignedIn) -> None:
    shown = signed_in("manager").post("/hours/closed/", {"date": "2031-05-02", "name": "Bridge day"}, follow=True)
    assert "Friday 2 May 2031" in shown.content.decode()
    assert "Bridge day" in shown.content.decode()
