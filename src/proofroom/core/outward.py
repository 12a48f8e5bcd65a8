"""Connections to servers that customers name. They lead to the public Internet, or nowhere.

A name is resolved again for each connection, by whichever library makes it, and servers name further addresses (passive
FTP, redirections). So what is checked is the address that the socket connects to, in the moment it does.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from django.conf import settings

Address = IPv4Address | IPv6Address
NAT64 = ip_network("64:ff9b::/96")
_guarded: ContextVar[bool] = ContextVar("guarded", default=False)


class NotPublic(OSError):  # noqa: N818 - what the address is
    """The address is not one of the public Internet."""


@contextmanager
def only_public() -> Iterator[None]:
    """Inside, this thread's sockets connect to public addresses only; others raise NotPublic.

    Networks of ``PROOFROOM_PRIVATE_DESTINATIONS`` are let through.
    """
    _install()
    with _set_to(guarded=True):
        yield


@contextmanager
def trusted() -> Iterator[None]:
    """Inside ``only_public``, for what is the studio's own: its store may be in a private network."""
    with _set_to(guarded=False):
        yield


def check_public(address: str) -> None:
    """Raises NotPublic for an address (not a name) that nobody outside this network reaches, or that is no address."""
    try:
        given = ip_address(address.partition("%")[0])
    except ValueError:
        raise NotPublic("This is no address of the Internet.") from None
    allowed = any(given in network for network in map(ip_network, settings.PRIVATE_DESTINATIONS))
    if not allowed and not all(each.is_global and not each.is_multicast for each in _meant(given)):
        # Without the address: it would tell outsiders which addresses names have inside.
        raise NotPublic("This server belongs to a private network. Files are sent to public addresses only.")


def _meant(given: Address) -> list[Address]:
    """The address, and the IPv4 address that a gateway would make of it."""
    if isinstance(given, IPv4Address):
        return [given]
    inside = [given.ipv4_mapped, given.sixtofour, IPv4Address(int(given) & 0xFFFFFFFF) if given in NAT64 else None]
    if given.ipv4_mapped:
        return [given.ipv4_mapped]
    return [given, *(each for each in inside if each)]


@contextmanager
def _set_to(*, guarded: bool) -> Iterator[None]:
    token = _guarded.set(guarded)
    try:
        yield
    finally:
        _guarded.reset(token)


@cache
def _install() -> None:
    # The one place that all of ftplib, asyncio and urllib3 pass with the address in hand (PEP 578).
    sys.addaudithook(_look)


def _look(event: str, about: tuple[Any, ...]) -> None:
    if event == "socket.connect" and _guarded.get():
        address = about[1]
        check_public(str(address[0]) if isinstance(address, tuple) else "A local socket")
