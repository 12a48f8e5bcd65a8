"""``proofroom manage verify_files`` reads every stored byte."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from proofroom.files import storage
from proofroom.files.commands import keep
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import StoredFile
from tests.files import pictures

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(either_store: None) -> StoredFile:
    """A picture with its previews."""
    file = keep(io.BytesIO(pictures.jpeg()), "kitchen.jpg", None, pictures.AT)
    inspect_blob(file.blob.pk)
    return file


def verified(*options: str) -> tuple[str, str]:
    """What it prints, and what it says when it ends with code 1."""
    said, progress = io.StringIO(), io.StringIO()
    try:
        call_command("verify_files", *options, stdout=said, stderr=progress)
    except CommandError as wrong:
        return said.getvalue(), str(wrong)
    assert "files read" in progress.getvalue()
    return said.getvalue(), ""


def test_all_is_well(file: StoredFile) -> None:
    assert verified() == ("Every file is as it was kept.\n", "")


def replaced(key: str, content: bytes, tmp_path: Path) -> None:
    """Other bytes under the same key, as a failing disk leaves them."""
    (tmp_path / "other").write_bytes(content)
    storage.remove(key)
    storage.put(key, tmp_path / "other")


def test_one_changed_byte_is_damage(file: StoredFile, tmp_path: Path) -> None:
    replaced(file.blob.key, pictures.jpeg()[:-1] + b"x", tmp_path)
    said, wrong = verified()
    assert said == f"damaged {file.blob.key} kitchen.jpg\n"
    assert wrong.startswith("1 missing or damaged.")


@pytest.mark.parametrize("which", ["original", "preview"])
def test_lost_bytes_are_missing(file: StoredFile, which: str) -> None:
    key = file.blob.key if which == "original" else file.blob.previews.get(longest=320).key
    storage.remove(key)
    assert f"missing {key} kitchen.jpg\n" in verified()[0]
    assert verified()[1]


def test_bytes_nobody_knows_are_told_and_harm_nobody(file: StoredFile, tmp_path: Path) -> None:
    stray = file.blob.key[:-1] + "~"
    replaced(stray, b"stray", tmp_path)
    replaced("readme.txt", b"somebody else's", tmp_path)
    said, wrong = verified()
    assert said.startswith(f"unknown {stray}\n1 unknown")
    assert "readme" not in said
    assert wrong == ""


def test_only_what_was_stored_since_is_read(file: StoredFile) -> None:
    storage.remove(file.blob.key)
    assert verified("--since", "2999-01-01")[1] == ""
    assert verified("--since", str(pictures.AT.date()))[1]
