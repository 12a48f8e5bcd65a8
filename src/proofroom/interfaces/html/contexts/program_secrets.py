"""What programs sign in with, as the settings page lists it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from proofroom.interfaces.html.settings_forms import SecretForm
from proofroom.people.models import ApiToken, AppPassword


@dataclass(frozen=True)
class Kind:
    """One kind of secret, in the words of the page."""

    anchor: str
    """The section's place on the page."""
    title: str
    """Its heading."""
    noun: str
    """What one of them is called."""
    lead: str
    """What it is for."""
    how: str
    """What to do with a new one."""
    maker: str
    """The name of the address that makes one."""
    remover: str
    """The name of the address that revokes one."""

    def form(self, data: Any = None) -> SecretForm:
        """The form that makes one; its fields are told apart from those of the page's other forms."""
        return SecretForm(data, auto_id=f"{self.anchor}-%s")


TOKENS = Kind(
    "tokens",
    "API tokens",
    "API token",
    "With a token a program may do what you may do. Make one for each program, so that you can revoke it alone.",
    "Programs send it in the header Authorization, behind the word Bearer.",
    "make_token",
    "revoke_token",
)
APP_PASSWORDS = Kind(
    "app-passwords",
    "App passwords for FTP and SFTP",
    "app password",
    "A password for one program, such as FileZilla, instead of your own. It opens your files by FTP and SFTP and "
    "nothing else, and you can revoke it alone.",
    "Type it as the password in your FTP program; the user name is your e-mail.",
    "make_app_password",
    "revoke_app_password",
)
CALENDARS = Kind(
    "calendars",
    "Due dates in your calendar",
    "address for calendars",
    "A calendar program that knows such an address shows when your orders are due, and keeps that up to date. "
    "Whoever has the address can read the due dates, and nothing else; revoke it when it got about.",
    "Give it to your calendar program where it asks for a subscription by address (URL).",
    "make_calendar",
    "revoke_token",
)


@dataclass(frozen=True)
class Secret:
    """One that was made."""

    name: str
    """What the person called it."""
    hint: str
    """How it ends; empty where that is not kept."""
    made: datetime
    """When."""
    used: datetime | None
    """When somebody last signed in with it."""
    revoke: str
    """Where it is revoked."""


@dataclass(frozen=True)
class SecretList:
    """All of a kind."""

    kind: Kind
    """Which."""
    secrets: list[Secret]
    """Newest first."""
    form: SecretForm
    """The name of a new one."""
    new: str
    """The one that was made just now, shown this once; empty otherwise."""


def secret_list(kind: Kind, rows: Iterable[ApiToken | AppPassword], form: SecretForm | None, new: str) -> SecretList:
    """The section, with the form that was sent where it needs correcting."""
    secrets = [
        Secret(
            row.name, getattr(row, "hint", ""), row.created_at, row.last_used_at, reverse(kind.remover, args=[row.pk])
        )
        for row in rows
    ]
    return SecretList(kind, secrets, form or kind.form(), new)
