"""Files arrive whole at real servers of every kind, under the names that the plan said."""

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from django.core import mail

from proofroom.config.ftp_identity import certificate
from proofroom.files import storage
from proofroom.orders.models import Order
from proofroom.orders.queries import delivered_versions
from proofroom.redistribution.carriers import Parcel
from proofroom.redistribution.carriers.bucket import BucketCarrier
from proofroom.redistribution.destinations import signing_secret_of
from proofroom.redistribution.kinds import Bucket
from proofroom.redistribution.models import Destination, PushedFile
from tests.files.bucket import KEYS, new_bucket
from tests.redistribution.conftest import Sending
from tests.redistribution.servers import PASSWORD, USER, Agency, ftp_server

pytestmark = pytest.mark.django_db
SIGN_IN = {"host": "127.0.0.1", "user": USER, "password": PASSWORD}


def results(order: Order) -> dict[str, bytes]:
    """The newest results by the name they travel under."""
    return {each.item.name: storage.open_stored(each.file.blob.key).read() for each in delivered_versions(order)}


def there(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, hidden ones too."""
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def below(folder: str, files: dict[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": body for name, body in files.items()}


@pytest.fixture
def by_ftp(sending: Sending, ftp: int) -> Destination:
    return sending.to("ftp", port=ftp, tls=False, folder="in/box", **SIGN_IN)


@pytest.fixture
def by_sftp(sending: Sending, sftp: int) -> Destination:
    return sending.to("sftp", port=sftp, folder="in/box", **SIGN_IN)


@pytest.mark.parametrize("kind", ["by_ftp", "by_sftp"])
def test_servers_have_every_file_and_nothing_half(
    kind: str, request: pytest.FixtureRequest, sending: Sending, theirs: Path
) -> None:
    order = sending.approved()
    [push] = sending.press(order, request.getfixturevalue(kind))
    assert (push.state, push.trouble) == ("done", "")
    assert there(theirs) == below(f"in/box/{order.number}", results(order))


@pytest.mark.parametrize("kind", ["by_ftp", "by_sftp"])
def test_a_changed_file_takes_the_place_of_the_one_before(
    kind: str, request: pytest.FixtureRequest, sending: Sending, theirs: Path
) -> None:
    destination, order = request.getfixturevalue(kind), sending.approved()
    sending.press(order, destination)
    [push] = sending.press(sending.changed(order), destination)
    assert [file.name for file in push.files.all()] == ["room-1.jpg"]
    assert there(theirs) == below(f"in/box/{order.number}", results(order))


@pytest.mark.parametrize("kind", ["by_ftp", "by_sftp"])
def test_an_unfinished_file_goes_on_where_it_broke_off(
    kind: str, request: pytest.FixtureRequest, sending: Sending, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    destination, order = request.getfixturevalue(kind), sending.approved(1)
    version = delivered_versions(order)[0]
    body = results(order)["room-1.jpg"]
    folder = theirs / "in/box" / order.number
    folder.mkdir(parents=True)
    (folder / f".room-1.jpg.{version.file.blob.sha256[:12]}.part").write_bytes(body[:100])
    asked: list[int] = []
    blocks = Parcel.blocks

    def watched(parcel: Parcel, offset: int) -> Iterator[bytes]:
        asked.append(offset)
        return blocks(parcel, offset)

    monkeypatch.setattr(Parcel, "blocks", watched)
    sending.press(order, destination)
    assert asked == [100]
    assert there(folder) == {"room-1.jpg": body}


def test_encrypted_ftp_goes_to_who_can_be_trusted_alone(
    sending: Sending, theirs: Path, loopback: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROOFROOM_SITE_URL", "http://localhost")
    shown, order = certificate(tmp_path), sending.approved()
    with ftp_server(theirs, shown) as port:
        server = sending.to("ftp", host="localhost", port=port, user=USER, password=PASSWORD)
        [push] = sending.press(order, server)
        assert (push.state, there(theirs)) == ("failed", {})
        assert push.trouble == "The server's certificate cannot be trusted, so nothing was sent."
        monkeypatch.setenv("SSL_CERT_FILE", str(shown[0]))
        [push] = sending.press(order, server)
    assert (push.state, push.trouble) == ("done", "")
    assert there(theirs) == below(order.number, results(order))


def test_the_studios_own_store_is_not_mistaken_for_amazons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    given = {"bucket": "theirs", "region": "eu-central-1", "access_key": "theirs", "secret_key": "their secret"}
    with BucketCarrier(Bucket.model_validate(given), 1.0) as carrier:
        assert carrier.store == "https://s3.eu-central-1.amazonaws.com"


def test_a_bucket_has_every_file_below_its_prefix(sending: Sending, s3: str, loopback: None) -> None:
    order, name = sending.approved(), new_bucket(s3).removeprefix("s3://").partition("/")[0]
    keys = {"access_key": "theirs", "secret_key": "their secret"}
    bucket = sending.to("s3", bucket=name, folder="/in/", endpoint=s3, region=KEYS["AWS_DEFAULT_REGION"], **keys)
    [push] = sending.press(order, bucket)
    assert (push.state, push.trouble) == ("done", "")
    client = boto3.client("s3", endpoint_url=s3)
    kept = {each["Key"] for each in client.list_objects_v2(Bucket=name)["Contents"]}
    assert kept == set(below(f"in/{order.number}", results(order)))


def test_a_webhook_is_told_of_each_file_once_and_signed(sending: Sending, agency: Agency) -> None:
    order = sending.approved()
    hook = sending.to("webhook", url=f"http://127.0.0.1:{agency.port}/hook?key=their-key")
    [push] = sending.press(order, hook)
    assert push.state == "done"
    assert agency.trusts(signing_secret_of(hook))
    told = [body["data"]["file"] for body in agency.bodies]
    assert [file["sha256"] for file in told] == [each.file.blob.sha256 for each in delivered_versions(order)]
    ids = [headers["webhook-id"] for headers, _ in agency.told]
    assert ids == [str(key) for key in PushedFile.objects.values_list("key", flat=True)]


def test_each_recipient_is_mailed_a_link_of_their_own(sending: Sending) -> None:
    people = sending.to("email", recipients=["anna@client.example", "ben@client.example", "Anna@client.example"])
    [push] = sending.press(sending.approved(3), people)
    mailed = [each for each in mail.outbox if each.to[0].endswith("@client.example")]
    assert [each.to for each in mailed] == [["anna@client.example"], ["ben@client.example"]]
    assert len({each.body.split("Download: ")[1].split()[0] for each in mailed}) == 2
    assert "room-3.jpg" in mailed[0].body
    assert push.state == "done"
