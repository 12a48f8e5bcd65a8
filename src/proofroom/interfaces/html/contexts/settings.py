"""What the settings page receives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proofroom.interfaces.html.contexts.program_secrets import (
    APP_PASSWORDS,
    CALENDARS,
    TOKENS,
    Kind,
    SecretList,
    secret_list,
)
from proofroom.interfaces.html.settings_forms import ProfileForm, SecretForm
from proofroom.people.models import Account, ApiToken, AppPassword, Membership, Person
from proofroom.people.sign_in import needs_app_password


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
    programs: list[SecretList]
    """App passwords, calendar addresses and API tokens."""
    needs_app_password: bool
    """FTP and SFTP take app passwords only."""
    teams: list[Team]
    """The person's accounts with their members."""


def settings_page(
    reader: Person,
    *,
    profile: ProfileForm | None = None,
    forms: Mapping[Kind, SecretForm] | None = None,
    made: tuple[Kind, str] | None = None,
) -> SettingsPage:
    """The page, with the form that was sent where it needs correcting, and the secret that was made just now."""
    sent, new = forms or {}, dict([made] if made else [])
    rows: dict[Kind, Iterable[ApiToken | AppPassword]] = {
        APP_PASSWORDS: reader.app_passwords.order_by("-pk"),
        CALENDARS: reader.api_tokens.filter(scope=ApiToken.Scope.CALENDAR).order_by("-pk"),
        TOKENS: reader.api_tokens.filter(scope=ApiToken.Scope.API).order_by("-pk"),
    }
    return SettingsPage(
        reader=reader,
        profile=profile or ProfileForm(person=reader),
        programs=[secret_list(kind, rows[kind], sent.get(kind), new.get(kind, "")) for kind in rows],
        needs_app_password=needs_app_password(reader),
        teams=_teams(reader),
    )


def _teams(reader: Person) -> list[Team]:
    accounts = Account.objects.filter(memberships__person=reader).order_by("name")
    members = Membership.objects.filter(account__in=accounts).select_related("person").order_by("person__name")
    by_account: dict[int, list[Membership]] = {}
    for member in members:
        by_account.setdefault(member.account_id, []).append(member)
    return [Team(account, by_account[account.pk]) for account in accounts]
