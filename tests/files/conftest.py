"""A store of its own for each test, and somebody who gives files."""

from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from proofroom.people.models import Person
from tests.files.door import door

__all__ = ["door"]


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
