"""A store of its own for each test, and somebody who gives files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from proofroom.people.models import Person
from tests.files.bucket import new_bucket, s3_server
from tests.files.door import door

__all__ = ["door"]


@pytest.fixture(scope="session")
def s3() -> Iterator[str]:
    """The address of a server that speaks S3."""
    with s3_server() as address:
        yield address


@pytest.fixture
def bucket(folder: Path, s3: str, settings: Settings) -> str:
    """This test keeps its files in a bucket of its own."""
    settings.STORAGE_URL = new_bucket(s3)
    return str(settings.STORAGE_URL)


@pytest.fixture(params=["folder", "bucket"])
def either_store(request: pytest.FixtureRequest) -> None:
    """This test runs twice: with a folder and with a bucket."""
    if request.param == "bucket":
        request.getfixturevalue("bucket")


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    """The data folder of this test."""
    settings.DATA = tmp_path
    settings.STORAGE_URL = (tmp_path / "files").as_uri()
    return tmp_path


@pytest.fixture
def giver(db: None) -> Person:
    """A customer."""
    return Person.objects.create_user("giver@example.com", name="Greta Giver", joined_at=timezone.now())
