"""Who signs in, and on whose behalf."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


class PersonManager(BaseUserManager["Person"]):
    """Creates people by e-mail; the address is the name they sign in with, in any case of letters."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "Person":
        """A person who can sign in; without a password only by a link from a mail."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in. The role is what they are to the studio; customers act for an account."""

    class Role(models.TextChoices):
        CUSTOMER = "customer"
        ARTIST = "artist"
        COORDINATOR = "coordinator"
        SUPERVISOR = "supervisor", "quality supervisor"
        MANAGER = "manager", "account manager"
        ADMIN = "admin", "administrator"

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=12, choices=Role, default=Role.CUSTOMER)
    time_zone = models.CharField(max_length=60, default="UTC")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(null=True, blank=True)
    mail_deliveries = models.BooleanField(default=True)
    mail_messages = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name

    @property
    def is_staff(self) -> bool:
        """True for the studio's own desk; artists and customers are not."""
        return self.role in STAFF_ROLES


STAFF_ROLES = frozenset({Person.Role.COORDINATOR, Person.Role.SUPERVISOR, Person.Role.MANAGER, Person.Role.ADMIN})


class Account(models.Model):
    """A customer of the studio: a photographer, an agency, a shop. Orders and bills belong to it."""

    name = models.CharField(max_length=120)
    currency = models.CharField(max_length=3, default="EUR")
    manager = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="managed_accounts")

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person acts for an account (Row D3)."""

    class Role(models.TextChoices):
        OWNER = "owner"
        ORDERER = "orderer"
        REVIEWER = "reviewer"
        BILLING = "billing"

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role, default=Role.ORDERER)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "person"], name="one_membership")]

    def __str__(self) -> str:
        return f"{self.person} for {self.account}"


class ApiToken(models.Model):
    """A secret for programs. Only its SHA-256 is kept, so a copy of the database opens nothing."""

    class Scope(models.TextChoices):
        API = "api", "whatever the person may do"
        CALENDAR = "calendar", "reading the person's due dates"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="api_tokens")
    scope = models.CharField(max_length=10, choices=Scope, default=Scope.API)
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=8)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name} (…{self.hint})"


class AppPassword(models.Model):
    """A password for one program that cannot ask for a second factor, such as an FTP client.

    Only the SHA-256 of its letters is kept; it is long and drawn by us, so a slow hash would add nothing.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="app_passwords")
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class FailedSignIn(models.Model):
    """One wrong password, whichever door it was tried at. ``email`` is what was typed; it need not belong to anybody.

    ``forgiven``: the right password came later, so it no longer counts against the e-mail, only against the address.
    """

    email = models.CharField(max_length=254)
    address = models.CharField(max_length=45)
    door = models.CharField(max_length=8)
    at = models.DateTimeField()
    forgiven = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["email", "at"], name="failures_of_email"),
            models.Index(fields=["address", "at"], name="failures_of_address"),
        ]

    def __str__(self) -> str:
        return f"{self.email} from {self.address}"
