"""A program that speaks to the API as a person of the cast."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.test import AsyncClient, Client

from proofroom.core import clock
from proofroom.people.tokens import issue_token
from tests.cast import Cast

BASE = "/api/v1/"


class Program:
    """Sends JSON with a token; answers are Django's test responses."""

    def __init__(self, token: str) -> None:
        self.headers = {"Authorization": f"Bearer {token}"}
        self.client = Client(raise_request_exception=True)

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(BASE + path, query, headers=self.headers)

    def post(self, path: str, body: Any = None, key: str | None = None) -> Any:
        headers = self.headers | ({"idempotency-key": key} if key else {})
        return self.client.post(BASE + path, json.dumps(body or {}), content_type="application/json", headers=headers)

    def patch(self, path: str, body: Any, key: str | None = None) -> Any:
        headers = self.headers | ({"idempotency-key": key} if key else {})
        return self.client.patch(BASE + path, json.dumps(body), content_type="application/json", headers=headers)

    def put(self, path: str, body: Any) -> Any:
        return self.client.put(BASE + path, json.dumps(body), content_type="application/json", headers=self.headers)

    def delete(self, path: str) -> Any:
        return self.client.delete(BASE + path, headers=self.headers)

    def send(self, path: str, key: str | None = None, **form: Any) -> Any:
        """A multipart form."""
        headers = self.headers | ({"idempotency-key": key} if key else {})
        return self.client.post(BASE + path, form, headers=headers)


@async_to_sync
async def received(program: Program, path: str, **headers: str) -> tuple[Any, bytes]:
    """The answer of an address that may be long, and all its bytes."""
    answer: Any = await AsyncClient().get(BASE + path, headers=program.headers | headers)
    if not answer.streaming:
        return answer, answer.content
    return answer, b"".join([block async for block in answer.streaming_content])


AsPart = Callable[[str], Program]


@pytest.fixture
def program(cast: Cast) -> AsPart:
    """``program("customer")``: a program with that person's token."""
    return lambda part: Program(issue_token(cast.named(part), "test", clock.now()))
