"""What every test may ask for. Data lives in a folder of its own; nothing is shared with a running Proofroom."""

import asyncio
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from django.test import Client

from proofroom.catalogue.models import Product
from proofroom.orders.models import Order
from tests.cast import Cast, make_cast
from tests.orders_in_states import Orders, make_product
from tests.postgres import postgres_url

__all__ = ["postgres_url"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest test begins first, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: item.path.name != "test_on_postgres.py")


@pytest.fixture(autouse=True)
def no_sleeping_loop(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whoever drives no browser finds no running event loop.

    Playwright's loop stays marked as running on this thread while it sleeps between its calls; a test that begins
    before the browser has been closed could otherwise not run a loop of its own.
    """
    sleeping = None if "browser" in request.fixturenames else asyncio._get_running_loop()
    if sleeping is None:
        yield
        return
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(sleeping)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """SQLite in a file, as in real life: servers in other threads and processes see the same database.

    No thread keeps a connection, for a database that somebody is connected to cannot be taken down.
    """
    connection.settings_dict["CONN_MAX_AGE"] = 0
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(Path(os.environ["PROOFROOM_DATA"]) / "test.sqlite3")


@pytest.fixture(scope="session")
def migrated(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder for processes of their own: its database is empty and migrated, which takes long to do anew."""
    folder = tmp_path_factory.mktemp("migrated")
    if connection.vendor == "sqlite":
        name, there = str(connection.settings_dict["NAME"]), folder / "proofroom.sqlite3"
        with closing(sqlite3.connect(name)) as source, closing(sqlite3.connect(there)) as target:
            source.backup(target)
    return folder


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> None:
    """A password's hash is slow by design; in this process too many people sign in for that."""
    Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 8 * Argon2PasswordHasher.parallelism


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
