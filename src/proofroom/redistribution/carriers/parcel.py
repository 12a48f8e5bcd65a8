"""What a carrier is given, and what it raises."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, Self

from proofroom.core.outward import trusted
from proofroom.files import storage

BLOCK = 256 * 1024
"""Bytes between two looks at the time and at whether somebody stopped it."""

Tell = Callable[[int, str], None]
"""``tell(arrived, resume)``: bytes that have arrived, and what the destination calls the unfinished part. It raises to
stop the carrier there."""


class Trouble(Exception):  # noqa: N818 - what people are told
    """It did not arrive; ``sentence`` says why, without any secret.

    ``lasting``: another try would meet the same. ``of_file``: it is about this file alone, others may go.
    """

    def __init__(self, sentence: str, *, lasting: bool = False, of_file: bool = False) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.lasting = lasting
        self.of_file = of_file


@dataclass(frozen=True)
class Parcel:
    """One file on its way. ``key`` tells it from every other and stays when it is tried again; ``resume`` is what was
    last told."""

    key: str
    name: str
    place: str
    size: int
    sha256: str
    media_type: str
    stored: str
    resume: str

    @property
    def folder(self) -> str:
        """The folder of ``place``, empty for none."""
        return self.place.rpartition("/")[0]

    @property
    def partial(self) -> str:
        """Where the unfinished file lies: hidden, and another one for other bytes."""
        folder, slash, name = self.place.rpartition("/")
        return f"{folder}{slash}.{name[:180]}.{self.sha256[:12]}.part"

    def blocks(self, offset: int) -> Iterator[bytes]:
        """The bytes from ``offset`` on. Raises OSError where the studio's own store fails."""
        with trusted():
            source = storage.open_stored(self.stored)
        with source:
            source.seek(offset)
            while block := _read(source.read):
                yield block


class Carrier(Protocol):
    """Brings files to one destination; entered once, so that all of them travel by one connection."""

    def __enter__(self) -> Self:
        """Connects and signs in. Raises Trouble, OSError."""

    def __exit__(self, *_: object) -> None:
        """Takes leave; never raises."""

    def check(self) -> str:
        """Looks whether files could be put there, and says in a sentence what was found. Raises Trouble, OSError."""

    def carry(self, parcel: Parcel, tell: Tell) -> None:
        """Brings the file there whole, going on where it broke off. Raises Trouble, OSError, what ``tell`` does."""


def _read(read: Callable[[int], bytes]) -> bytes:
    with trusted():
        return read(BLOCK)
