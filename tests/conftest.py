"""What every test may ask for. Data lives in a folder of its own; nothing is shared with a running Proofroom."""

import os
import tempfile
from collections.abc import Callable

# Settings read the environment when Django starts, before any fixture could run.
os.environ["PROOFROOM_DATA"] = tempfile.mkdtemp(prefix="proofroom-tests-")
for name in [name for name in os.environ if name.startswith("PROOFROOM_") and name != "PROOFROOM_DATA"]:
    del os.environ[name]

import pytest
from django.test import Client

from proofroom.catalogue.models import Product
from proofroom.orders.models import Order
from tests.cast import Cast, make_cast
from tests.orders_in_states import Orders, make_product
from tests.postgres import postgres_url

__all__ = ["postgres_url"]


@pytest.fixture
def cast(db: None) -> Cast:
    """Customer, colleague, rival, artists and staff."""
    return make_cast()


@pytest.fixture
def product(db: None) -> Product:
    """One product with a style, a variable and an extra."""
    return make_product()


@pytest.fixture
def orders(cast: Cast, product: Product) -> Orders:
    """Makes orders of the cast in any state."""
    return Orders(cast, product)


@pytest.fixture
def order_in(orders: Orders) -> Callable[[str], Order]:
    """``order_in("delivered")``: an order in that state."""
    return orders.in_state


class SignedIn:
    """``signed_in("customer")``: a browser without script in which that person is signed in."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def __call__(self, part: str) -> Client:
        client = Client(headers={"accept": "text/html"})
        client.force_login(self.cast.named(part), backend="allauth.account.auth_backends.AuthenticationBackend")
        return client


@pytest.fixture
def signed_in(cast: Cast) -> SignedIn:
    """Signs a person of the cast in."""
    return SignedIn(cast)
