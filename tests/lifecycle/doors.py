"""The two doors through which the matrix is driven: the API with a token, the pages with a session."""

from datetime import datetime
from typing import Any, Protocol

import httpx
from django.test import Client

from proofroom.core import clock
from proofroom.orders.models import Order
from proofroom.people.models import Person
from proofroom.people.tokens import issue_token

CSRF = "c" * 32


class Door(Protocol):
    """One person at one door."""

    def act(self, action: str, order: Order, body: dict[str, Any]) -> str:
        """Tries the action; answers ``done``, ``404``, or what the refusal calls itself."""


class ApiDoor:
    """Refusals carry the table's code."""

    def __init__(self, address: str, person: Person) -> None:
        key = issue_token(person, "matrix", clock.now())
        self.http = httpx.Client(base_url=address, headers={"Authorization": f"Bearer {key}"}, timeout=30)

    def act(self, action: str, order: Order, body: dict[str, Any]) -> str:
        answer = self.http.post(f"/api/v1/orders/{order.number}/actions/{action}", json=body)
        if answer.status_code == 409:
            return str(answer.json()["code"])
        return "done" if answer.status_code == 200 else str(answer.status_code)


class PageDoor:
    """Refusals are pages with a sentence: ``refused``. A form that cannot be right there is refused as well."""

    def __init__(self, address: str, person: Person) -> None:
        browser = Client()
        browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        cookies = {"sessionid": browser.cookies["sessionid"].value, "csrftoken": CSRF}
        self.http = httpx.Client(base_url=address, cookies=cookies, headers={"X-CSRFToken": CSRF}, timeout=30)

    def act(self, action: str, order: Order, body: dict[str, Any]) -> str:
        answer = self.http.post(f"/orders/{order.number}/actions/{action}/", data=as_form(body))
        return {302: "done", 409: "refused", 422: "refused"}.get(answer.status_code, str(answer.status_code))


def as_form(body: dict[str, Any]) -> dict[str, Any]:
    """The API's body as the fields of the page's form."""
    form: dict[str, Any] = {}
    for name, value in body.items():
        if isinstance(value, bool):
            form[name] = "yes" if value else "no"
        elif name == "items":
            form["items"] = [str(each["item"]) for each in value]
            form |= {f"comment-{each['item']}": each["comment"] for each in value}
        elif name == "pictures":
            form |= {f"part-{each['item']}": each["decision"] for each in value}
        elif isinstance(value, list):
            form[name] = [str(each) for each in value]
        elif name == "due_at":
            form[name] = datetime.fromisoformat(value).strftime("%Y-%m-%dT%H:%M")
        else:
            form[name] = str(value)
    return form
