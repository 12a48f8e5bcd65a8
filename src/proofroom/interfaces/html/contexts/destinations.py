"""The destinations of a person's accounts, as the settings list them and as they are added."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from proofroom.core.actor import Actor
from proofroom.interfaces.html.destination_forms import DestinationForm, destination_form
from proofroom.people.models import Account
from proofroom.redistribution.destinations import visible_destinations
from proofroom.redistribution.holdings import last_sent
from proofroom.redistribution.models import Destination

ADDS = {
    Destination.Kind.EMAIL: "Clients get a mail with links of their own, and download without an account.",
    Destination.Kind.FTP: "A client's or agency's FTP server, with TLS or without.",
    Destination.Kind.SFTP: "A server that is reached by SSH.",
    Destination.Kind.S3: "A bucket at Amazon, or at another store that speaks S3.",
    Destination.Kind.WEBHOOK: "A system that fetches the files when it is told of them.",
}
TRAIL = [("Settings", "/settings/"), ("Destinations", "/settings/destinations/")]


@dataclass(frozen=True)
class DestinationRow:
    """One destination."""

    name: str
    """What the account calls it."""
    kind: str
    """Which kind, in words."""
    where: str
    """The place in one line; never a secret."""
    account: str
    """Whose it is; empty for people of one account."""
    sent: datetime | None
    """When something last arrived there."""
    test: str
    """Where the connection is tried."""
    remove: str
    """Where it is removed."""


@dataclass(frozen=True)
class KindChoice:
    """A kind that can be added."""

    label: str
    """What it is called."""
    says: str
    """What it is for."""
    url: str
    """Its form."""


@dataclass(frozen=True)
class DestinationsPage:
    """``/settings/destinations/``."""

    rows: list[DestinationRow]
    """By name."""
    kinds: list[KindChoice]
    """What can be added."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


@dataclass(frozen=True)
class NewDestination:
    """The form of one kind."""

    label: str
    """The kind, in words."""
    says: str
    """What it is for."""
    form: DestinationForm
    """What has to be told."""
    accounts: list[Account]
    """For whom it can be; asked of members of several."""
    signs: bool
    """It gets a secret to sign with."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


@dataclass(frozen=True)
class SigningSecret:
    """A new webhook's secret, shown this once."""

    name: str
    """The destination."""
    secret: str
    """What its receiver checks signatures with."""
    trail: list[tuple[str, str]]
    """Where the page stands."""


def destinations_page(actor: Actor) -> DestinationsPage:
    """Three queries."""
    found = list(visible_destinations(actor).select_related("account"))
    sent, several = last_sent(found), len(actor.accounts) > 1
    rows = [
        DestinationRow(
            name=each.name,
            kind=each.get_kind_display(),
            where=each.options["where"],
            account=each.account.name if several else "",
            sent=sent.get(each.pk),
            test=reverse("test_destination", args=[each.pk]),
            remove=reverse("remove_destination", args=[each.pk]),
        )
        for each in found
    ]
    kinds = [KindChoice(kind.label, ADDS[kind], reverse("new_destination", args=[kind])) for kind in Destination.Kind]
    return DestinationsPage(rows, kinds, TRAIL[:1])


def new_destination(actor: Actor, kind: str, form: DestinationForm | None = None) -> NewDestination:
    """``form``: one that was sent and has something wrong."""
    found = Destination.Kind(kind)
    return NewDestination(
        label=found.label,
        says=ADDS[found],
        form=form or destination_form(kind),
        accounts=list(Account.objects.filter(pk__in=actor.accounts).order_by("name")),
        signs=found is Destination.Kind.WEBHOOK,
        trail=TRAIL,
    )
