"""Reading bodies: JSON that every database can hold."""

from typing import Any

from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.parser import Parser

from proofroom.core.errors import Invalid
from proofroom.core.text import json_of


class StrictJson(Parser):
    """RFC 8259: no NaN. What no database keeps as text, NUL and lone surrogates, is malformed as well."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Raises ValueError, which ninja answers with 400."""
        return json_of(request.body)


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
