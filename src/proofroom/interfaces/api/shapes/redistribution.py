"""Destinations, plans and what was sent."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from proofroom.interfaces.api.cursor import Listed
from proofroom.interfaces.api.shapes.parts import Shape
from proofroom.redistribution.models import Destination, Push, PushedFile
from proofroom.redistribution.plan import Plan, PlannedFile


class NewDestination(BaseModel):
    """A destination to add."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    kind: Destination.Kind
    name: str = Field(max_length=200)
    settings: dict[str, Any] = Field(description="What its kind takes: docs/developers/api.md lists it.")
    account: int | None = Field(None, description="Needed only by members of several accounts.")


class DestinationShape(Shape):
    """A destination; passwords and keys are never told."""

    id: int
    account: int
    name: str
    kind: str
    where: str = Field(description="The place in one line, without any secret.")


class SecretShape(Shape):
    """What a webhook's receiver checks signatures with."""

    signing_secret: str


class Destinations(Listed):
    items: list[DestinationShape]


class TriedShape(Shape):
    """What came of trying the connection."""

    works: bool
    sentence: str


class HeldShape(Shape):
    """What a recipient has of a picture."""

    version: int
    sha256: str
    since: datetime


class PlannedShape(Shape):
    """A file, and what the recipient has of it."""

    item: int
    name: str
    place: str
    version: int
    size: int
    sha256: str
    held: HeldShape | None
    outdated: bool
    underway: bool = Field(description="This version is on its way already.")
    going: bool = Field(description="`redistribute` with this choice of files sends it.")


class PlannedPushShape(Shape):
    destination: int
    name: str
    files: list[PlannedShape]


class PlanShape(Shape):
    """What would go where. Send `edition` with the action, and exactly this goes, or nothing."""

    edition: str
    count: int
    destinations: list[PlannedPushShape]


class SentShape(Shape):
    """One file of a push."""

    item: int
    name: str
    place: str
    version: int
    state: str
    tries: int
    sent: int = Field(description="Bytes that have arrived.")
    size: int
    sha256: str
    done_at: datetime | None
    trouble: str | None


class PushShape(Shape):
    """What was sent to one destination at one time."""

    id: int
    destination: int
    name: str
    at: datetime
    by: str
    state: str
    tries: int
    next_try: datetime | None
    trouble: str | None
    files: list[SentShape]


class Pushes(Listed):
    items: list[PushShape]


def destination_shape(destination: Destination) -> DestinationShape:
    return DestinationShape(
        id=destination.pk,
        account=destination.account_id,
        name=destination.name,
        kind=destination.kind,
        where=destination.options["where"],
    )


def plan_shape(plan: Plan) -> PlanShape:
    destinations = [
        PlannedPushShape(
            destination=push.destination.pk,
            name=push.destination.name,
            files=[_planned(each, going=each in push.going) for each in push.files],
        )
        for push in plan.pushes
    ]
    return PlanShape(edition=plan.edition, count=plan.count, destinations=destinations)


def push_shape(push: Push) -> PushShape:
    """Reads the destination, the redistribution with who pressed, and the files with their versions."""
    return PushShape(
        id=push.pk,
        destination=push.destination_id,
        name=push.destination.name,
        at=push.redistribution.at,
        by=push.redistribution.by.name,
        state=push.state,
        tries=push.tries,
        next_try=push.due_at if push.state == Push.State.WAITING else None,
        trouble=push.trouble or None,
        files=[_sent(file) for file in push.files.all()],
    )


def _planned(file: PlannedFile, *, going: bool) -> PlannedShape:
    held = HeldShape(version=file.held.version, sha256=file.held.sha256, since=file.held.since) if file.held else None
    return PlannedShape(
        item=file.version.item_id,
        name=file.name,
        place=file.place,
        version=file.version.number,
        size=file.version.file.blob.size,
        sha256=file.version.file.blob.sha256,
        held=held,
        outdated=file.outdated,
        underway=file.underway,
        going=going,
    )


def _sent(file: PushedFile) -> SentShape:
    return SentShape(
        item=file.item_id,
        name=file.name,
        place=file.place,
        version=file.version.number,
        state=file.state,
        tries=file.tries,
        sent=file.sent,
        size=file.size,
        sha256=file.sha256,
        done_at=file.done_at,
        trouble=file.trouble or None,
    )
