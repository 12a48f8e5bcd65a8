"""The OpenAPI description: complete, and true of what the API does."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from proofroom.orders.lifecycle.states import Action
from tests.api.conftest import BASE, AsPart
from tests.orders_in_states import Orders

REFUSED = ["400", "401", "403", "404", "405", "409", "413", "415", "422"]
config = SchemathesisConfig.from_dict(
    {
        # NUL is valid JSON and no text of a database: refused with 400, which test_problems shows.
        "generation": {"allow-x00": False},
        "checks": {"negative_data_rejection": {"expected-statuses": REFUSED}},
    }
)
# Valid for the schema and still refused with 422, because the schema cannot say it.
BEYOND_A_SCHEMA = {
    "POST /api/v1/orders": "products, styles and accounts have to exist",
    "POST /api/v1/orders/{number}/items": "the upload has to exist",
    "POST /api/v1/orders/{number}/items/{item}/versions": "the upload has to exist",
    "POST /api/v1/orders/{number}/items/{item}/markings": "a shape has to lie on the picture",
    "POST /api/v1/orders/{number}/items/{item}/annotations": "one of many ways to hand annotations over has to be met",
    "POST /api/v1/destinations": "each kind needs fields of its own",
    "POST /api/v1/orders/{number}/actions/assess": "the pattern of a decimal is read differently by the generator",
    "POST /api/v1/orders/{number}/actions/refund": "the pattern of a decimal is read differently by the generator",
    "POST /api/v1/returns/{number}/actions/assess": "the pattern of a decimal is read differently by the generator",
}
WRITES = {"post", "put", "patch", "delete"}
MADE_GOOD = {"path", "header"}
schema = schemathesis.openapi.from_wsgi(BASE + "openapi.json", app=WSGIHandler(), config=config)
BOUNDED = settings(
    max_examples=10, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture
def names(orders: Orders) -> dict[str, Any]:
    """An order, a picture and a return that exist, so that requests get behind the 404."""
    order = orders.reopened()
    return {"orders": order.number, "returns": order.returns.get().number, "item": order.items.all()[0].pk}


@pytest.fixture
def one_connection() -> Iterator[None]:
    """As Django's own test client does: a request does not close the connection that the test's transaction is on."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _has_blank(body: Any) -> bool:
    """A text of blanks has a length, so the schema takes it; to people it is empty, and refused."""
    return isinstance(body, dict) and any(isinstance(value, str) and not value.strip() for value in body.values())


@pytest.mark.usefixtures("one_connection")
@schema.parametrize()
@BOUNDED
def test_the_api_answers_as_it_is_described(case: Case[Any], names: dict[str, Any], program: AsPart) -> None:
    if "number" in case.path_parameters:
        case.path_parameters["number"] = names["returns" if "/returns/" in case.path else "orders"]
    if "item" in case.path_parameters:
        case.path_parameters["item"] = names["item"]
    assert case.meta is not None
    if case.meta.generation.mode.is_positive:
        case.query.pop("cursor", None)  # cursors are opaque: only those that a list gave are valid
    beyond = case.operation.label in BEYOND_A_SCHEMA or _has_blank(case.body)
    excluded: list[Any] = [positive_data_acceptance] if beyond else []
    # The address and the sign-in were made good above and below: what was wrong there is not what is sent.
    if any(info.mode.is_negative and place.value in MADE_GOOD for place, info in case.meta.components.items()):
        excluded.append(negative_data_rejection)
    case.call_and_validate(headers=program("customer").headers, excluded_checks=excluded)


@pytest.mark.django_db
def test_every_action_that_a_person_can_do_is_described_with_its_body() -> None:
    told = Client().get(BASE + "openapi.json").json()
    parent = f"{BASE}orders/{{number}}/actions/"
    described = {path.removeprefix(parent) for path in told["paths"] if path.startswith(parent)}
    assert described == set(Action) - {Action.COMPLETE_AUTOMATICALLY}
    review = told["paths"][parent + "review"]["post"]
    body = review["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    assert set(told["components"]["schemas"][body]["properties"]) == {"stars", "text"}
    assert review["description"] == "For: customer. While the order is: completed."


def test_every_operation_declares_its_problems() -> None:
    told = Client().get(BASE + "openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for path in told["paths"].values():
        for method, operation in path.items():
            needed = {"400", "401", "404", "422"} | ({"409"} if method in WRITES else set())
            assert needed <= set(operation["responses"])
            names = {parameter["name"] for parameter in operation.get("parameters", [])}
            assert ("Idempotency-Key" in names) == (method in WRITES)
