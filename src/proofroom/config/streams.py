"""Django's ASGI handler, which gives files to the server instead of reading them."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.core.handlers.asgi import ASGIHandler
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from proofroom.config.dispatch import Event, Send

if TYPE_CHECKING:
    from proofroom.interfaces.downloads.sending import SegmentsResponse


class Streams(ASGIHandler):
    """For the views written as ``async def``."""

    async def send_response(self, response: HttpResponseBase, send: Any) -> None:
        """As Django does, but for answers that can send themselves without a copy."""
        from proofroom.interfaces.downloads.sending import SegmentsResponse  # after Django is set up

        if not (isinstance(response, SegmentsResponse) and response.zero_copy):
            await super().send_response(response, send)
            return
        with suppress(ConnectionError):  # the client is gone: noted by whoever watches the download
            await super().send_response(_head_of(response), _without_end(send))
            await response.send_body(send)


def _head_of(response: "SegmentsResponse") -> HttpResponseBase:
    """Status, headers and cookies of ``response`` alone."""
    head = HttpResponse(status=response.status_code, headers=dict(response.items()))
    head.cookies = response.cookies
    return head


def _without_end(send: Send) -> Send:
    async def begun(event: Event) -> None:
        if event["type"] == "http.response.start":
            await send(event)

    return begun
