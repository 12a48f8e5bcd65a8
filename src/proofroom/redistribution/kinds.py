"""What each kind of destination has to be told. Field titles are labels; secrets are marked ``secret`` and sealed."""

import re
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError as NotAnAddress
from django.core.validators import validate_email
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, StringConstraints, ValidationError

from proofroom.core.errors import Invalid
from proofroom.core.text import is_storable
from proofroom.redistribution.models import Destination

MOST_RECIPIENTS = 20
"""Of one destination."""
HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}")


def _host(given: str) -> str:
    if not HOST.fullmatch(given):
        raise ValueError("This is no name of a server, such as ftp.client.example")
    return given


def _storable(text: str) -> str:
    if not is_storable(text) or any(not letter.isprintable() for letter in text):
        raise ValueError("This text has characters that cannot be kept")
    return text


def _folder(given: str) -> str:
    steps = [step for step in given.replace("\\", "/").split("/") if step not in {"", "."}]
    if ".." in steps:
        raise ValueError("A folder cannot lead upwards")
    return ("/" if given.startswith("/") else "") + "/".join(steps)


def _recipients(given: list[str]) -> list[str]:
    found = list(dict.fromkeys(each.strip().lower() for each in given if each.strip()))
    for each in found:
        try:
            validate_email(each)
        except NotAnAddress:
            raise ValueError(f"“{each}” is no e-mail address") from None
    if not found:
        raise ValueError("Name at least one e-mail address")
    return found


def _url(given: SecretStr) -> SecretStr:
    parts = urlsplit(given.get_secret_value())
    if parts.scheme not in {"https", "http"} or not parts.hostname or parts.username:
        raise ValueError("This is no address such as https://agency.example/hooks/proofroom")
    _host(parts.hostname)
    return given


def _endpoint(given: str) -> str:
    if given:
        _url(SecretStr(given))
    return given.rstrip("/")


Host = Annotated[str, StringConstraints(strip_whitespace=True, max_length=253), AfterValidator(_host)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), AfterValidator(_storable)]
Needed = Annotated[Line, StringConstraints(min_length=1)]
Folder = Annotated[Line, StringConstraints(max_length=500), AfterValidator(_folder)]
Secret = Annotated[SecretStr, Field(min_length=1, max_length=500)]
Port = Annotated[int, Field(ge=1, le=65_535)]
BUCKET = r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"
REGION = r"^[a-z0-9-]{0,40}$"


class Settings(BaseModel):
    """Base of all kinds; what is not named is refused rather than ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    secrets: ClassVar[tuple[str, ...]] = ()

    @property
    def where(self) -> str:
        """The place in one line, without any secret."""
        raise NotImplementedError

    @property
    def server(self) -> tuple[str, str]:
        """The field that names a server, and the server; both empty where the customer names none."""
        return "", ""

    def place_of(self, order: str, name: str) -> str:
        """Where a file of the order ends up; needs no secret."""
        raise NotImplementedError


class Email(Settings):
    recipients: Annotated[list[Line], AfterValidator(_recipients)] = Field(
        title="E-mail addresses",
        description="One address a line; each gets links of its own.",
        max_length=MOST_RECIPIENTS,
    )
    days: int = Field(14, ge=1, le=90, title="Days", description="So long the links open the files.")

    @property
    def where(self) -> str:
        return ", ".join(self.recipients)

    def place_of(self, order: str, name: str) -> str:
        return f"link to {order}/{name}"


class Server(Settings):
    """What FTP and SFTP have in common."""

    secrets = ("password",)
    host: Host = Field(title="Server", description="Its name, such as ftp.client.example.")
    port: Port
    user: Needed = Field(title="User name")
    password: Secret = Field(title="Password", description="Kept encrypted, and never shown again.")
    folder: Folder = Field("", title="Folder", description="Each order gets a folder of its own below it.")

    @property
    def server(self) -> tuple[str, str]:
        return "host", self.host

    def place_of(self, order: str, name: str) -> str:
        return f"{self.folder.rstrip('/')}/{order}/{name}" if self.folder else f"{order}/{name}"


class Ftp(Server):
    port: Port = Field(21, title="Port")
    tls: bool = Field(True, title="Encrypted (FTPS)", description="Without it, password and files travel readably.")

    @property
    def where(self) -> str:
        return f"{'ftps' if self.tls else 'ftp'}://{self.host}:{self.port}/{self.folder.lstrip('/')}"


class Sftp(Server):
    port: Port = Field(22, title="Port")

    @property
    def where(self) -> str:
        return f"sftp://{self.host}:{self.port}/{self.folder.lstrip('/')}"


class Bucket(Settings):
    secrets = ("secret_key",)
    bucket: Annotated[str, StringConstraints(strip_whitespace=True, pattern=BUCKET)] = Field(title="Bucket")
    folder: Folder = Field("", title="Prefix", description="What all names of files begin with.")
    region: Annotated[str, StringConstraints(strip_whitespace=True, pattern=REGION)] = Field("", title="Region")
    endpoint: Annotated[Line, AfterValidator(_endpoint)] = Field(
        "", title="Endpoint", description="Only for another store than Amazon's, such as https://s3.client.example."
    )
    access_key: Needed = Field(title="Access key ID")
    secret_key: Secret = Field(title="Secret access key", description="Kept encrypted, and never shown again.")

    @property
    def where(self) -> str:
        at = f" at {urlsplit(self.endpoint).hostname}" if self.endpoint else ""
        return f"s3://{self.bucket}/{self.folder.strip('/')}{at}"

    @property
    def server(self) -> tuple[str, str]:
        return "endpoint", urlsplit(self.endpoint).hostname or ""

    def place_of(self, order: str, name: str) -> str:
        return "/".join(part for part in (self.folder.strip("/"), order, name) if part)


class Webhook(Settings):
    secrets = ("url", "signing_secret")
    url: Annotated[SecretStr, AfterValidator(_url)] = Field(
        title="Address", description="Kept encrypted, because such addresses often hold a key.", max_length=1_000
    )
    signing_secret: Secret
    days: int = Field(14, ge=1, le=90, title="Days", description="So long the links in it open the files.")

    @property
    def where(self) -> str:
        return str(urlsplit(self.url.get_secret_value()).hostname)

    @property
    def server(self) -> tuple[str, str]:
        return "url", self.where

    def place_of(self, order: str, name: str) -> str:
        return f"link to {order}/{name}"


Kind = Destination.Kind
KINDS: dict[str, type[Settings]] = {
    Kind.EMAIL: Email,
    Kind.FTP: Ftp,
    Kind.SFTP: Sftp,
    Kind.S3: Bucket,
    Kind.WEBHOOK: Webhook,
}


def understand(kind: str, given: dict[str, Any]) -> Settings:
    """What was said about a destination, checked. Raises Invalid with a sentence for each field that is wrong."""
    try:
        return KINDS[kind].model_validate(given)
    except ValidationError as error:
        fields = {str(each["loc"][0]): _sentence(dict(each)) for each in error.errors() if each["loc"]}
        raise Invalid("Some of it cannot be used. Nothing was kept.", fields) from None


def _sentence(error: dict[str, Any]) -> str:
    if error["type"] in {"missing", "string_too_short", "too_short"}:
        return "This is needed."
    return f"{str(error['msg']).removeprefix('Value error, ')}."
