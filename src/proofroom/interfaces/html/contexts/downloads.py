"""The ways in which the results of an order can be taken home (Row A5, Row A6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode, urlsplit

from django.conf import settings
from django.urls import reverse

from proofroom.files.models import Download
from proofroom.files.package.taken import ORIGINALS, files_taken, last_broken, last_complete
from proofroom.orders.models import Order
from proofroom.people.models import Person


@dataclass(frozen=True)
class Changes:
    """What was delivered since the reader's last download that came to its end."""

    count: int
    """Files; 0 when the reader has everything."""
    size: int
    """Bytes of them."""
    address: str
    """Where they are one ZIP."""
    since: datetime
    """When that download ended."""


@dataclass(frozen=True)
class Broken:
    """The reader's last download, which stopped before its end."""

    done: int
    """Bytes that arrived."""
    length: int
    """Bytes of the whole ZIP."""
    address: str
    """Where the identical ZIP is."""
    command: str
    """What goes on with it in a terminal."""


@dataclass(frozen=True)
class FtpWay:
    """Where the same files are by FTP and SFTP (Row A6)."""

    host: str
    """The server's name."""
    port: int
    """Of FTP with TLS."""
    sftp_port: int
    """Of SFTP."""
    user: str
    """Who signs in."""
    folder: str
    """Where the newest results lie."""
    open_ftps: str
    """Opens the person's FTP program in that folder."""
    open_sftp: str
    """Opens the person's SFTP program in that folder."""


@dataclass(frozen=True)
class Downloads:
    """Everything of the dialog."""

    through: int
    """The newest round: part of each address, so that it means the same files for ever."""
    whole: str
    """Where the newest results are one ZIP."""
    chosen: str
    """Where the form with the ticked pictures leads."""
    changes: Changes | None
    """None until the reader has downloaded something to its end."""
    broken: Broken | None
    """None unless the reader's last download lies broken off."""
    ftp: FtpWay
    """Where they are by FTP."""


def downloads_of(order: Order, reader: Person, through: int, newest: Mapping[int, int]) -> Downloads:
    """``newest`` are the bytes of the newest result of each picture by stored file. Three queries, however many."""
    address = reverse("order_package", args=[order.number])
    return Downloads(
        through=through,
        whole=f"{address}?{urlencode({'through': through})}",
        chosen=reverse("review_take", args=[order.number]),
        changes=_changes(order, reader, address, through, newest),
        broken=_broken(order, reader),
        ftp=_ftp(order, reader),
    )


def _changes(order: Order, reader: Person, address: str, through: int, newest: Mapping[int, int]) -> Changes | None:
    last = last_complete(order.number, reader)
    if last is None or last.completed_at is None:
        return None
    taken = files_taken(order.number, reader, until=last.completed_at)
    sizes = [size for file, size in newest.items() if file not in taken]
    query = urlencode({"since": last.pk, "through": through})
    return Changes(len(sizes), sum(sizes), f"{address}?{query}", last.completed_at)


def _broken(order: Order, reader: Person) -> Broken | None:
    last = last_broken(order.number, reader)
    if last is None:
        return None
    originals = ORIGINALS in last.package.choice
    address = reverse("order_originals" if originals else "order_package", args=[order.number])
    command = "" if originals else _command(order, last)
    return Broken(last.handed_out, last.package.length, f"{address}?{last.package.query}", command)


def _command(order: Order, last: Download) -> str:
    address = f"{settings.SITE_URL}/api/v1/orders/{order.number}/package.zip?{last.package.query}"
    return f'curl -C - -o {order.number}.zip -H "Authorization: Bearer YOUR-TOKEN" "{address}"'


def _ftp(order: Order, reader: Person) -> FtpWay:
    host, user, folder = urlsplit(settings.SITE_URL).hostname or "", quote(reader.email, safe=""), order.number
    ftps, sftp = f"{host}:{settings.FTP_PORT}", f"{host}:{settings.SFTP_PORT}"
    return FtpWay(
        host=host,
        port=settings.FTP_PORT,
        sftp_port=settings.SFTP_PORT,
        user=reader.email,
        folder=f"/{folder}/delivered",
        open_ftps=f"ftpes://{user}@{ftps}/{folder}/delivered/",
        open_sftp=f"sftp://{user}@{sftp}/{folder}/delivered/",
    )
