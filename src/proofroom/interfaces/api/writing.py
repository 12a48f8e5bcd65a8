"""Every write goes through here, so that a program may send it again without doing it again."""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.responses import NinjaJSONEncoder
from pydantic import BaseModel

from proofroom.core import clock
from proofroom.core.errors import Invalid
from proofroom.core.transactions import atomic_but_for_updates
from proofroom.interfaces.access import person_at
from proofroom.workflow.once import Answer, once

HEADER = "Idempotency-Key"
LONGEST_KEY = 255


def answer_once(
    request: HttpRequest, said: Any, write: Callable[[], BaseModel], status: int = HTTPStatus.OK
) -> HttpResponse:
    """Runs ``write`` and answers with what it returns; under a key that was used before, with the first answer.

    ``said`` is the body as far as it counts, anything JSON can hold: the same key with another body is refused.
    """

    def answer() -> Answer:
        return Answer(status, json.dumps(write().model_dump(by_alias=True), cls=NinjaJSONEncoder))

    key = _key_of(request)
    if key is None:
        with atomic_but_for_updates():
            return _sent(answer())
    return _sent(once(person_at(request), key, [request.method, request.path, said], clock.now(), answer))


def _key_of(request: HttpRequest) -> str | None:
    key = request.headers.get(HEADER)
    if key is not None and not (0 < len(key) <= LONGEST_KEY and key.isascii() and key.isprintable()):
        sentence = f"A key has 1 to {LONGEST_KEY} printable ASCII characters."
        raise Invalid(sentence, {HEADER: sentence})
    return key


def _sent(answer: Answer) -> HttpResponse:
    return HttpResponse(answer.body, status=answer.status, content_type="application/json; charset=utf-8")
