"""The same views as the candidates run them."""

import os
from pathlib import Path

from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application

from proofroom.config.dispatch import Dispatcher, Receive, Scope, Send
from proofroom.config.pages import Pages


async def receive_upload(scope: Scope, receive: Receive, send: Send) -> None:
    """Writes a request body to disk as it arrives."""
    name = scope["path"].rpartition("/")[2]
    with (Path(os.environ["SERVING_DATA"]) / name).open("wb", buffering=0) as file:
        more = True
        while more:
            event = await receive()
            if event["type"] != "http.request":
                return
            file.write(event.get("body", b""))
            more = event.get("more_body", False)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


wsgi = get_wsgi_application()
asgi = get_asgi_application()
dispatcher = Dispatcher(Pages(wsgi), asgi, receive_upload)
