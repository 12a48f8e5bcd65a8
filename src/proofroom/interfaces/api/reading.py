"""Reading bodies: JSON that every database can hold."""

import json
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.parser import Parser

from proofroom.core.errors import Invalid
from proofroom.core.text import is_storable


class StrictJson(Parser):
    """RFC 8259: no NaN. What no database keeps as text, NUL and lone surrogates, is malformed as well."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Raises ValueError, which ninja answers with 400."""
        data = json.loads(request.body, parse_constant=_no_constant)
        _check_texts(data)
        return data


def object_of(request: HttpRequest) -> dict[str, Any]:
    """The body as an object; nothing at all is an empty one.

    Raises HttpError 400 for what is not JSON, Invalid for another kind of value.
    """
    data = document_of(request) if request.body else {}
    if not isinstance(data, dict):
        raise Invalid("Send a JSON object.", {"body": "Send a JSON object."})
    return data


def document_of(request: HttpRequest) -> Any:
    """The body as any JSON value. Raises HttpError 400 for what is not JSON."""
    try:
        return StrictJson().parse_body(request)
    except (ValueError, RecursionError) as wrong:
        raise HttpError(400, "malformed") from wrong


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _check_texts(data: Any) -> None:
    if isinstance(data, str):
        if not is_storable(data):
            raise ValueError("a text has characters that cannot be kept")
    elif isinstance(data, dict):
        for name, value in data.items():
            _check_texts(name)
            _check_texts(value)
    elif isinstance(data, list):
        for value in data:
            _check_texts(value)
