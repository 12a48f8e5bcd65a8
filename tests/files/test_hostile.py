"""Files made to do harm: each has 20 seconds and 500 MB of a process of its own, and the next file is shown."""

import json
import os
import resource
import subprocess
import zlib
from pathlib import Path

import pytest

from proofroom.files.darkroom import TIME_LIMIT, Darkroom
from proofroom.files.previews.finding import Job
from tests.files import cameras, hostile, pictures, shapes
from tests.files.looking import looked_at, preview_of

pytestmark = pytest.mark.django_db
PDF = pictures.saved(pictures.noisy(200, 100), "PDF")


def process_of(darkroom: Darkroom) -> "subprocess.Popen[str]":
    child = darkroom._child
    assert child is not None
    return child


def test_a_file_has_twenty_seconds_and_five_hundred_megabytes(tmp_path: Path) -> None:
    darkroom = Darkroom()
    (tmp_path / "good.jpg").write_bytes(pictures.jpeg())
    darkroom.look(Job(tmp_path / "good.jpg", "image/jpeg", tmp_path))
    bound = resource.prlimit(process_of(darkroom).pid, resource.RLIMIT_DATA)
    assert (darkroom.time_limit, TIME_LIMIT, bound) == (20.0, 20.0, (500_000_000, 500_000_000))
    darkroom.close()


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (hostile.pdf(hostile.deflated_nothing(1_500)), "application/pdf"),
        (hostile.pdf(zlib.compress(hostile.deflated_nothing(1_500)), "/FlateDecode /FlateDecode"), "application/pdf"),
        (hostile.obj(4_100_000), "model/obj"),
        pytest.param(hostile.obj(14_000_000), "model/obj", marks=pytest.mark.nightly),
    ],
    ids=["pdf", "pdf packed twice", "obj of too many corners", "obj that fills the memory"],
)
def test_what_unfolds_to_too_much_harms_nobody_and_the_next_file_is_shown(
    content: bytes, media_type: str, tmp_path: Path
) -> None:
    (tmp_path / "bad").write_bytes(content)
    (tmp_path / "good.jpg").write_bytes(pictures.jpeg())
    darkroom = Darkroom()
    assert darkroom.look(Job(tmp_path / "bad", media_type, tmp_path)).inspection in {"broken", "unshown"}
    assert darkroom.look(Job(tmp_path / "good.jpg", "image/jpeg", tmp_path)).inspection == "shown"
    darkroom.close()


def test_what_runs_too_long_is_ended(tmp_path: Path) -> None:
    # A file that nobody ever finishes writing takes for ever to read.
    os.mkfifo(tmp_path / "endless")
    darkroom = Darkroom(time_limit=3.0)
    assert "could not be opened" in darkroom.look(Job(tmp_path / "endless", "model/gltf+json", tmp_path)).sentence
    assert darkroom._child is None
    darkroom.close()


@pytest.mark.parametrize("content", [hostile.endless_notes(), hostile.many_notes()], ids=["endless", "many"])
def test_camera_notes_without_end_do_no_harm(content: bytes) -> None:
    blob = looked_at(content)
    assert blob.inspection == "shown"
    assert not preview_of(blob).getexif()


def test_a_picture_of_nothing_that_unfolds_to_much_is_shown_within_the_bounds() -> None:
    assert looked_at(hostile.white_png(9_000, 5_000), "white.png").inspection == "shown"


def test_an_archive_is_never_unpacked(folder: Path) -> None:
    blob = looked_at(hostile.climbing_zip(), "pictures.zip")
    assert (blob.inspection, blob.sentence[:12]) == ("unshown", "ZIP archives")
    assert not list(folder.parent.rglob("*evil*"))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.97])
@pytest.mark.parametrize(
    ("whole", "name"),
    [
        (PDF, "plan.pdf"),
        (cameras.HEIC, "IMG_1.heic"),
        (cameras.dng(200, 100), "shot.dng"),
        (pictures.psd(pictures.noisy(200, 100), packed=True), "kitchen.psd"),
        (shapes.binary_stl(), "chair.stl"),
        (shapes.text_stl(), "chair.stl"),
        (shapes.gltf(), "chair.gltf"),
        (pictures.SVG_WITH_SCRIPT, "logo.svg"),
    ],
    ids=["pdf", "heic", "dng", "psd", "stl", "text stl", "gltf", "svg"],
)
def test_a_file_cut_anywhere_gets_a_sentence_or_what_is_left_of_it(whole: bytes, name: str, share: float) -> None:
    blob = looked_at(whole[: max(int(len(whole) * share), 1)], name)
    assert blob.inspection in {"broken", "unshown", "shown"}
    assert bool(blob.sentence) == (blob.inspection != "shown")
    assert blob.previews.exists() or blob.inspection != "shown"


@pytest.mark.parametrize("size", ["99999999 1", "1 99999999", "0 0", "-5 -5"])
def test_a_page_of_absurd_size_does_no_harm(size: str) -> None:
    assert looked_at(hostile.pdf(b"", size=size), "plan.pdf").inspection in {"broken", "unshown", "shown"}


def test_a_pdf_with_a_password_says_so() -> None:
    locked = PDF.replace(
        b"/Root ",
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /O ("
        + b"o" * 32
        + b") /U ("
        + b"u" * 32
        + b") /P -4 >> /ID [<00> <00>] /Root ",
    )
    assert looked_at(locked, "plan.pdf").sentence.startswith("This PDF is protected by a password")


def test_a_model_fetches_nothing(tmp_path: Path) -> None:
    outside = json.dumps({"asset": {"version": "2.0"}, "buffers": [{"uri": "file:///etc/passwd", "byteLength": 1}]})
    blob = looked_at(outside.encode().replace(b'"asset": {', b'"asset": {'), "chair.gltf")
    assert (blob.inspection, "file:///etc/passwd" in blob.sentence) == ("unshown", True)
