"""The stand-in behind the product's own dispatcher."""

from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application

from proofroom.config.dispatch import Dispatcher, Receive, Scope, Send
from proofroom.config.pages import Pages
from tests.serving.standin import DATA


async def keep(scope: Scope, receive: Receive, send: Send) -> None:
    """Write an upload to disk as it arrives."""
    with (DATA / "upload").open("wb", buffering=0) as target:
        while (event := await receive())["type"] == "http.request" and event["body"]:
            target.write(event["body"])


application = Dispatcher(Pages(get_wsgi_application()), get_asgi_application(), keep)
