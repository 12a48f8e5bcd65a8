"""Each session has its thread; the connection its thread opened is given back as soon as a command is answered."""

import threading
from typing import Any

from django.db import connections
from django.db.backends.signals import connection_created

_THREAD = threading.local()


def _note(**_: Any) -> None:
    _THREAD.connected = True


connection_created.connect(_note, dispatch_uid="ftp")


def give_back() -> None:
    """Closes what this thread opened. Most commands ask nothing of the database, and then this costs nothing."""
    if getattr(_THREAD, "connected", False):
        _THREAD.connected = False
        connections.close_all()
