"""A port that waits for the data connection of one transfer."""

from pyftpdlib.handlers.ftp.dispatchers import PassiveDTP


class Waiting(PassiveDTP):  # type: ignore[misc]  # pyftpdlib has no types
    """The library's own; only what it writes into debugging lines is not put together when nobody reads them."""

    def __repr__(self) -> str:
        return "<Waiting>"

    __str__ = __repr__
