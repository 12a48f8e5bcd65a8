"""Everything one port serves, as one ASGI application."""

from proofroom.config.dispatch import Dispatcher, Receive, Scope, Send
from proofroom.config.pages import Pages
from proofroom.config.streams import Streams
from proofroom.config.wsgi import application as wsgi  # its import sets Django up


async def uploads(scope: Scope, receive: Receive, send: Send) -> None:
    """Imported with the first upload, so that pages do not wait for it."""
    from proofroom.interfaces.uploads.asgi import application as receiver

    await receiver(scope, receive, send)


application = Dispatcher(Pages(wsgi), Streams(), uploads)
