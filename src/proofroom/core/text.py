"""What every database we run on can keep as text."""

import json
from typing import Any, NoReturn


def is_storable(text: str) -> bool:
    """False for NUL, which PostgreSQL refuses, and for half a surrogate pair, which is no character."""
    return "\x00" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def json_of(body: bytes) -> Any:
    """The value of a JSON document (RFC 8259: no NaN). Raises ValueError, and for deep nesting RecursionError.

    Text that no database keeps is malformed as well.
    """
    data = json.loads(body, parse_constant=_no_constant)
    _check_texts(data)
    return data


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
