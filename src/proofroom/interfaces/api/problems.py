"""Errors as RFC 9457 problem details."""

import json
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja.errors import HttpError, ValidationError
from pydantic import BaseModel, ConfigDict, Field

from proofroom.core.errors import Invalid, NotVisible, Refused

MEDIA_TYPE = "application/problem+json"
STATUS = {
    "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "csrf": HTTPStatus.FORBIDDEN,
    "unknown_media_type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
}
NOT_FOUND = "There is nothing here for you. Check the address."
SIGNED_OUT = "Send an API token: Authorization: Bearer TOKEN."


class Problem(BaseModel):
    """What went wrong, for programs and for people (RFC 9457)."""

    model_config = ConfigDict(frozen=True)
    type: str = Field(description="A name for the kind of problem: urn:proofroom:problem: and the code.")
    title: str = Field(description="The status in words.")
    status: int
    detail: str = Field(description="What happened, what was kept and what to do now, in full sentences.")
    code: str = Field(description="A stable word for programs; for refused actions the word of the table.")
    fields: dict[str, str] | None = Field(None, description="For 422: each wrong field with its sentence.")
    current: dict[str, Any] | None = Field(None, description="For `changed_meanwhile`: how it is now.")


def problem(
    status: int, code: str, detail: str, fields: dict[str, str] | None = None, current: dict[str, Any] | None = None
) -> HttpResponse:
    """The answer that says what went wrong."""
    told = Problem(
        type=f"urn:proofroom:problem:{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        fields=fields,
        current=current,
    )
    body = json.dumps(told.model_dump(exclude_none=True))
    response = HttpResponse(body, status=status, content_type=MEDIA_TYPE)
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="Proofroom"'
    return response


def on_refused(_request: HttpRequest, refusal: Refused) -> HttpResponse:
    """The rules say no: 409 unless the code has a status of its own."""
    fields = refusal.fields if isinstance(refusal, Invalid) else None
    return problem(STATUS.get(refusal.code, HTTPStatus.CONFLICT), refusal.code, refusal.message, fields)


def on_not_visible(_request: HttpRequest, _error: Exception) -> HttpResponse:
    """Nobody learns whether it exists."""
    return problem(HTTPStatus.NOT_FOUND, "not_found", NOT_FOUND)


def on_invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """A parameter or a body that does not fit the description."""
    fields = {_name(each): f"{each['msg']}." for each in error.errors}
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid", "Some of it cannot be understood.", fields)


def on_http_error(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """What ninja itself finds: no sign-in, or a body that is not JSON."""
    if error.status_code == HTTPStatus.UNAUTHORIZED:
        return problem(HTTPStatus.UNAUTHORIZED, "signed_out", SIGNED_OUT)
    return problem(error.status_code, "malformed", "The body is not JSON in UTF-8. Nothing was changed.")


def on_too_large(_request: HttpRequest, _error: Exception) -> HttpResponse:
    """Django stopped reading the body."""
    sentence = "The body is too large. Send files as resumable uploads to /uploads/."
    return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too_large", sentence)


def on_malformed_form(_request: HttpRequest, _error: Exception) -> HttpResponse:
    """Django cannot read the multipart body."""
    return problem(HTTPStatus.BAD_REQUEST, "malformed", "The form cannot be read. Nothing was kept.")


ON_ERROR: dict[type[Exception], Any] = {
    Refused: on_refused,
    NotVisible: on_not_visible,
    ValidationError: on_invalid,
    HttpError: on_http_error,
    RequestDataTooBig: on_too_large,
    SuspiciousOperation: on_malformed_form,
    MultiPartParserError: on_malformed_form,
}


def _name(error: dict[str, Any]) -> str:
    """``("body", "order", "product")`` names ``product``; the first two say where it stood."""
    return ".".join(str(part) for part in error["loc"][2:] or error["loc"][1:])
