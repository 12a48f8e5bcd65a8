"""Adding, reading and removing destinations; the one place where their secrets are sealed and unsealed."""

import base64
import re
import secrets
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from pydantic import SecretStr

from proofroom.core.actor import Actor
from proofroom.core.errors import Invalid, NotVisible, Refused
from proofroom.core.outward import NotPublic, check_public
from proofroom.core.sealing import Unreadable, seal, unseal
from proofroom.redistribution.kinds import KINDS, Settings, understand
from proofroom.redistribution.models import Destination, Push, PushedFile

MOST = 50
ADDRESS = re.compile(r"[0-9.]+|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")
OPEN = (Push.State.WAITING, Push.State.SENDING)
LONGEST_NAME = 80
UNREADABLE = (
    "The password of this destination cannot be read any more, because the site's secret key is another one. "
    "Remove the destination and add it again."
)
NOT_SAID = ("host_key", "where")
"""What is kept beside the settings: the key a server showed first, and the place in one line."""


def visible_destinations(actor: Actor) -> QuerySet[Destination]:
    """Those of the actor's own accounts; nobody of the studio has any."""
    return Destination.objects.filter(account__in=actor.accounts, removed_at=None)


@transaction.atomic
def add_destination(
    account: int, actor: Actor, kind: str, name: str, given: dict[str, Any], at: datetime
) -> Destination:
    """A new destination. Raises NotVisible for another's account, Invalid naming wrong fields, Refused for too many.

    A webhook gets a secret to sign with; it is read once, by ``signing_secret_of``, right after.
    """
    if account not in actor.accounts or actor.person is None:
        raise NotVisible
    if kind == Destination.Kind.WEBHOOK:
        given = {**given, "signing_secret": _new_secret()}
    said, called = understand(kind, given), _name(name)
    _check_server(*said.server)
    if Destination.objects.filter(account=account, removed_at=None).count() >= MOST:
        raise Refused("too_many", f"An account has at most {MOST} destinations. Remove one that is not used any more.")
    shown, hidden = _parted(said)
    try:
        with transaction.atomic():
            return Destination.objects.create(
                account_id=account, name=called, kind=kind, options=shown, sealed=seal(hidden),
                made_by_id=actor.person, made_at=at,
            )  # fmt: skip
    except IntegrityError:
        raise _wrong_name("Another destination has this name.") from None


@transaction.atomic
def remove_destination(destination: Destination, at: datetime) -> None:
    """Nothing more is sent there, and its secrets are gone; what was sent stays written down."""
    Destination.objects.filter(pk=destination.pk).update(removed_at=at, sealed="")
    left = Push.objects.filter(destination=destination, state__in=OPEN)
    files = PushedFile.objects.filter(push__in=list(left)).exclude(state=PushedFile.State.DONE)
    files.update(state=PushedFile.State.FAILED)
    left.update(state=Push.State.FAILED, due_at=None, ended_at=at, trouble="The destination was removed.")


def settings_of(destination: Destination) -> Settings:
    """Everything that was said about it, secrets included. Raises Unreadable when the secret key is another one."""
    return understand(destination.kind, {**_shown(destination), **unseal(destination.sealed)})


def shown_settings_of(destination: Destination) -> Settings:
    """What was said about it without any secret: enough to know where files would go, under any secret key."""
    return KINDS[destination.kind].model_construct(**_shown(destination))


def signing_secret_of(destination: Destination) -> str:
    """What a new webhook's receiver checks signatures with; for the one answer that shows it."""
    return unseal(destination.sealed).get("signing_secret", "")


def renew_signing_secret(destination: Destination) -> str:
    """Another one, from now on. Raises Refused for what is no webhook, and where its secrets cannot be read."""
    if destination.kind != Destination.Kind.WEBHOOK:
        raise Refused("no_webhook", "Only webhooks are signed.")
    fresh = _new_secret()
    try:
        sealed = seal({**unseal(destination.sealed), "signing_secret": fresh})
    except Unreadable:
        raise Refused("unreadable", UNREADABLE) from None
    Destination.objects.filter(pk=destination.pk).update(sealed=sealed)
    return fresh


def remember_host_key(destination: Destination, key: str) -> None:
    """From now on the server has to have this key."""
    destination.options = {**destination.options, "host_key": key}
    Destination.objects.filter(pk=destination.pk).update(options=destination.options)


def _check_server(field: str, server: str) -> None:
    """A private address is said at once; a name may lead there too, which is seen when it is connected to."""
    if not ADDRESS.fullmatch(server):
        return
    try:
        check_public(server)
    except NotPublic as wrong:
        raise Invalid("Some of it cannot be used. Nothing was kept.", {field: str(wrong)}) from None


def _shown(destination: Destination) -> dict[str, Any]:
    return {name: value for name, value in destination.options.items() if name not in NOT_SAID}


def _parted(said: Settings) -> tuple[dict[str, Any], dict[str, str]]:
    values = {name: getattr(said, name) for name in type(said).model_fields}
    hidden = {name: value.get_secret_value() for name, value in values.items() if isinstance(value, SecretStr)}
    return {**{name: value for name, value in values.items() if name not in hidden}, "where": said.where}, hidden


def _name(given: str) -> str:
    name = " ".join(given.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise _wrong_name(f"Give it a name of at most {LONGEST_NAME} letters.")
    return name


def _wrong_name(sentence: str) -> Invalid:
    return Invalid("Some of it cannot be used. Nothing was kept.", {"name": sentence})


def _new_secret() -> str:
    """As Standard Webhooks writes them: 192 random bits."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(24)).decode()
