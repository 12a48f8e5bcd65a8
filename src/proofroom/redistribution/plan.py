"""Exactly which files would go where, before anything does (Row B7). What starts is what was planned, or nothing."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from proofroom.files.names import split_name
from proofroom.files.package.distinct import distinct
from proofroom.orders.models import Order, Version
from proofroom.orders.queries import delivered_versions
from proofroom.redistribution.destinations import shown_settings_of
from proofroom.redistribution.holdings import Held, holdings_of, underway_of
from proofroom.redistribution.models import Destination


class Files(StrEnum):
    """Which files go."""

    MISSING = "missing"
    ALL = "all"


@dataclass(frozen=True)
class PlannedFile:
    """One file: its newest delivered version, what it is called there, and what the recipient holds of it now.

    ``underway``: this version is on its way there already.
    """

    version: Version
    name: str
    place: str
    held: Held | None
    underway: bool

    @property
    def up_to_date(self) -> bool:
        """The recipient holds these very bytes at this place."""
        return self.held is not None and self.held.sha256 == self.version.file.blob.sha256

    @property
    def outdated(self) -> bool:
        """The recipient holds an earlier version."""
        return self.held is not None and not self.up_to_date


@dataclass(frozen=True)
class PlannedPush:
    """What one destination has and would get."""

    destination: Destination
    files: tuple[PlannedFile, ...]
    going: tuple[PlannedFile, ...]

    @property
    def size(self) -> int:
        """Bytes that would go."""
        return sum(each.version.file.blob.size for each in self.going)

    @property
    def outdated(self) -> int:
        """How many earlier versions it holds."""
        return sum(each.outdated for each in self.files)


@dataclass(frozen=True)
class Plan:
    """All of it. ``edition`` is another one as soon as anything of it is."""

    pushes: tuple[PlannedPush, ...]
    edition: str

    @property
    def count(self) -> int:
        """How many files would go, counted once for each destination."""
        return sum(len(push.going) for push in self.pushes)


def plan_of(order: Order, destinations: Iterable[Destination], files: Files) -> Plan:
    """Five queries, however many files."""
    planner = _Planner(order)
    pushes = tuple(planner.push_to(each, files) for each in destinations)
    going = [f"{push.destination.pk}:{each.version.pk}:{each.place}" for push in pushes for each in push.going]
    return Plan(pushes, hashlib.sha256("\n".join(going).encode()).hexdigest()[:32])


class _Planner:
    """What is known of the order, whichever destination it goes to."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.versions = list(delivered_versions(order))
        self.names = list(distinct(_name(version) for version in self.versions))
        self.held = holdings_of(order)
        self.underway = underway_of(order)

    def push_to(self, destination: Destination, files: Files) -> PlannedPush:
        settings = shown_settings_of(destination)
        planned = tuple(
            self._file(destination, version, name, settings.place_of(self.order.number, name))
            for version, name in zip(self.versions, self.names, strict=True)
        )
        going = tuple(each for each in planned if files is Files.ALL or not (each.up_to_date or each.underway))
        return PlannedPush(destination, planned, going)

    def _file(self, destination: Destination, version: Version, name: str, place: str) -> PlannedFile:
        about = (destination.pk, version.item_id)
        underway = (*about, version.file.blob.sha256) in self.underway
        return PlannedFile(version, name, place, self.held.get(about), underway)


def _name(version: Version) -> str:
    """The original's name with the result's ending: a newer version takes the place of the one before it."""
    return split_name(version.item.name)[0] + split_name(version.file.name)[1]
