"""What went wrong on the way, in one sentence that holds no secret."""

import socket
import ssl

from urllib3.exceptions import ConnectTimeoutError, HTTPError, NameResolutionError, ReadTimeoutError

from proofroom.core.outward import NotPublic
from proofroom.core.sealing import Unreadable
from proofroom.redistribution.carriers.parcel import Trouble
from proofroom.redistribution.destinations import UNREADABLE

EXPECTED = (OSError, HTTPError, Unreadable, EOFError)
"""What a carrier may raise besides Trouble: another server, the net, the studio's own store."""


SAID: tuple[tuple[tuple[type[BaseException], ...], str, bool], ...] = (
    ((Unreadable,), UNREADABLE, True),
    ((socket.gaierror, NameResolutionError), "Nobody knows a server of this name.", False),
    ((ssl.SSLCertVerificationError,), "The server's certificate cannot be trusted, so nothing was sent.", True),
    ((TimeoutError, ConnectTimeoutError, ReadTimeoutError), "The server did not answer in time.", False),
    ((ConnectionRefusedError,), "Nobody answers at this address and port.", False),
    ((FileNotFoundError,), "A file is missing in the studio's own store.", False),
)
"""What they say, and whether another try would meet the same."""


def trouble_of(wrong: BaseException) -> Trouble:
    """The exception in words. Sentences are ours: what a server says may repeat what it was sent."""
    for each in _chain(wrong):
        if isinstance(each, Trouble):
            return each
        if said := _said(each):
            return said
    return Trouble("The connection broke off.")


def _said(wrong: BaseException) -> Trouble | None:
    if isinstance(wrong, NotPublic):
        return Trouble(str(wrong), lasting=True)
    return next((Trouble(said, lasting=lasting) for kinds, said, lasting in SAID if isinstance(wrong, kinds)), None)


def _chain(wrong: BaseException) -> list[BaseException]:
    """What the exception was made of, the first cause first: libraries put their own words around it."""
    found: list[BaseException] = []
    each: BaseException | None = wrong
    while each is not None and each not in found:
        found.append(each)
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return found[::-1]
