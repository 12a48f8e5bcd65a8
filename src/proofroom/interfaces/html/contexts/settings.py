"""What the settings page receives."""

from dataclasses import dataclass

from proofroom.interfaces.html.settings_forms import ProfileForm, TokenForm
from proofroom.people.models import Account, ApiToken, Membership, Person


@dataclass(frozen=True)
class Team:
    """An account the person belongs to."""

    account: Account
    """The account."""
    members: list[Membership]
    """Everybody of it, by name."""


@dataclass(frozen=True)
class SettingsPage:
    """Everything a person may change about themselves."""

    reader: Person
    """Whose settings these are."""
    profile: ProfileForm
    """Name and time zone."""
    token_form: TokenForm
    """The name of a new token."""
    tokens: list[ApiToken]
    """The person's tokens, newest first."""
    secret: str
    """The token that was made just now, shown this once; empty otherwise."""
    teams: list[Team]
    """The person's accounts with their members."""


def settings_page(
    reader: Person, *, profile: ProfileForm | None = None, token: TokenForm | None = None, secret: str = ""
) -> SettingsPage:
    """The page, with the form that was sent where it needs correcting."""
    return SettingsPage(
        reader=reader,
        profile=profile or ProfileForm(person=reader),
        token_form=token or TokenForm(),
        tokens=list(reader.api_tokens.order_by("-id")),
        secret=secret,
        teams=_teams(reader),
    )


def _teams(reader: Person) -> list[Team]:
    accounts = Account.objects.filter(memberships__person=reader).order_by("name")
    members = Membership.objects.filter(account__in=accounts).select_related("person").order_by("person__name")
    by_account: dict[int, list[Membership]] = {}
    for member in members:
        by_account.setdefault(member.account_id, []).append(member)
    return [Team(account, by_account[account.pk]) for account in accounts]
