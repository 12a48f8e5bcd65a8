"""Keeping files whole."""

import hashlib
import io
import zlib
from pathlib import Path

import pytest
from pytest_django import Settings

from proofroom.core.errors import Refused
from proofroom.core.tasks import run_queued
from proofroom.files import limits, storage
from proofroom.files.commands import keep
from proofroom.files.models import Blob, StoredFile
from proofroom.people.models import Person
from tests.files import pictures


def test_a_kept_file_has_its_bytes_and_both_checksums(giver: Person) -> None:
    content = pictures.jpeg()
    file = keep(io.BytesIO(content), "kitchen.jpg", giver, pictures.AT)
    assert (file.name, file.media_type, file.size) == ("kitchen.jpg", "image/jpeg", len(content))
    assert file.blob.sha256 == hashlib.sha256(content).hexdigest()
    assert file.blob.crc32 == zlib.crc32(content)
    with storage.open_stored(file.blob.key) as stored:
        assert stored.read() == content


def test_the_same_bytes_are_stored_once_under_both_names(giver: Person, either_store: None) -> None:
    first = keep(io.BytesIO(pictures.jpeg()), "kitchen.jpg", giver, pictures.AT)
    second = keep(io.BytesIO(pictures.jpeg()), "copy of kitchen.jpg", giver, pictures.AT)
    assert first.blob == second.blob
    run_queued()
    assert len([key for key in storage.stored_keys() if not key.startswith("previews")]) == 1


def test_two_different_files_of_one_name_both_stay(giver: Person) -> None:
    keep(io.BytesIO(pictures.jpeg(600)), "kitchen.jpg", giver, pictures.AT)
    keep(io.BytesIO(pictures.jpeg(601)), "kitchen.jpg", giver, pictures.AT)
    assert StoredFile.objects.filter(name="kitchen.jpg").count() == 2
    assert Blob.objects.count() == 2


def test_a_path_in_the_name_leads_nowhere(giver: Person, folder: Path) -> None:
    file = keep(io.BytesIO(pictures.jpeg()), "../../x", giver, pictures.AT)
    assert file.name == "x"
    assert not (folder.parent / "x").exists()


@pytest.mark.parametrize("name", ["🛋️.jpg", "ä" * 255, "k" * 251 + ".jpg"])
def test_emoji_and_long_names_are_kept(giver: Person, name: str) -> None:
    file = keep(io.BytesIO(pictures.jpeg()), name, giver, pictures.AT)
    assert StoredFile.objects.get(pk=file.pk).name[:1] == name[:1]


@pytest.mark.parametrize(
    ("content", "name", "code", "words"),
    [
        (b"", "kitchen.jpg", "empty_file", "kitchen.jpg is empty."),
        (pictures.WEB_PAGE, "kitchen.jpg", "disguised", "kitchen.jpg is a web page, not a picture. It was not kept."),
        (b"#!/bin/sh\n", "chair.glb", "disguised", "chair.glb is a program, not a 3D model."),
    ],
)
def test_it_refuses_and_keeps_nothing(
    giver: Person, folder: Path, content: bytes, name: str, code: str, words: str
) -> None:
    with pytest.raises(Refused) as refusal:
        keep(io.BytesIO(content), name, giver, pictures.AT)
    assert refusal.value.code == code
    assert refusal.value.message.startswith(words)
    assert not Blob.objects.exists()
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_above_the_limit_is_refused_before_all_of_it_is_read(giver: Person, settings: Settings) -> None:
    settings.LARGEST_FILE = 3 * storage.BLOCK
    source = io.BytesIO(bytes(9 * storage.BLOCK))
    with pytest.raises(limits.TooLarge):
        keep(source, "film.mp4", giver, pictures.AT)
    assert source.tell() < 9 * storage.BLOCK


def test_a_web_page_under_its_own_name_is_a_reference_like_any_other(giver: Person) -> None:
    assert keep(io.BytesIO(pictures.WEB_PAGE), "mood.html", giver, pictures.AT).media_type == "text/html"
