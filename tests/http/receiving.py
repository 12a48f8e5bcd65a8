"""Downloads as a browser without script takes them."""

from django.http import StreamingHttpResponse
from django.test import Client


def received(client: Client, asked: str, **headers: str) -> bytes:
    """The whole body, taken to its last byte."""
    answer = client.get(asked, headers={name.replace("_", "-"): value for name, value in headers.items()})
    assert answer.status_code in {200, 206}, answer.content
    assert isinstance(answer, StreamingHttpResponse)
    return b"".join(answer)
