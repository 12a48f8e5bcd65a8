"""Broken and hostile files: a sentence beside the file, and the next one goes on."""

import io
import subprocess
from pathlib import Path

import pytest

from proofroom.files.commands import keep
from proofroom.files.darkroom import Darkroom
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob
from proofroom.files.previews.finding import Finding, Job
from tests.files import cameras, pictures
from tests.files.looking import colour_at, is_close, looked_at, preview_of

pytestmark = pytest.mark.django_db


def svg(inside: str) -> bytes:
    """A drawing of 40 by 20 pixels."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">{inside}</svg>'.encode()


KINDS = ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_a_truncated_picture_is_called_broken(kind: str, share: float) -> None:
    whole = pictures.saved(pictures.noisy(400, 300), kind)
    blob = looked_at(whole[: int(len(whole) * share)])
    assert (blob.inspection, blob.sentence) == ("broken", "This file ends too early or is damaged. Upload it again.")
    assert not blob.previews.exists()


@pytest.mark.parametrize("bomb", [pictures.png_bomb(), pictures.gif_bomb(), pictures.tiff_bomb()])
def test_a_decompression_bomb_is_not_opened(bomb: bytes) -> None:
    blob = looked_at(bomb)
    assert blob.inspection == "broken"
    assert "far more than the file can hold" in blob.sentence


def test_a_random_file_with_a_picture_name_is_kept_but_not_shown() -> None:
    blob = looked_at(bytes(range(256)) * 40, "kitchen.jpg")
    assert blob.inspection == "unshown"
    assert blob.sentence == "Files of this kind are not shown here. It is kept as it is and can be downloaded."


def test_an_svg_is_drawn_and_its_script_is_not_in_the_drawing() -> None:
    blob = looked_at(pictures.SVG_WITH_SCRIPT, "logo.svg")
    assert (blob.inspection, blob.width, blob.height) == ("shown", 40, 20)
    assert preview_of(blob).size == (320, 160)
    assert {preview.media_type for preview in blob.previews.all()} == {"image/webp"}


def test_an_svg_reads_no_file_of_the_server(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(pictures.saved(pictures.scene(), "PNG"))
    address = (tmp_path / "secret.png").as_uri()
    drawing = svg(f'<image href="{address}" width="40" height="20"/>')
    assert preview_of(looked_at(drawing, "logo.svg")).convert("RGBA").getchannel("A").getextrema() == (0, 0)


def test_an_svg_that_unfolds_without_end_is_stopped() -> None:
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12))
    drawing = f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY e0 "aaaaaaaaaa">{levels}]>'.encode()
    drawing += svg("<text>&e11;</text>")
    assert looked_at(drawing, "logo.svg").inspection in {"broken", "unshown"}


@pytest.mark.parametrize(
    ("content", "inspection", "words"),
    [
        (pictures.glb()[:-4], "broken", "This 3D model ends too early."),
        (
            pictures.glb(buffers=[{"uri": "https://evil.example/a.bin"}]),
            "unshown",
            "needs “https://evil.example/a.bin”",
        ),
        (pictures.glb(images=[{"uri": "oak.png"}]), "unshown", "needs “oak.png”"),
        (pictures.glb(buffers=[{"byteLength": 5000}]), "broken", "The shapes of this 3D model are missing."),
        (b"glTF" + bytes(4) + (20).to_bytes(4, "little") + bytes(8), "broken", "no description inside"),
        (b"solid a\n facet normal 0 0 1\n vertex 0 0", "broken", "This STL file ends too early."),
        (b"v 0 0 0\nv 1 0 0\n", "broken", "no complete shape"),
        (b'{"asset": {"version": "2.0"}, "scenes": [', "broken", "is damaged"),
        (b'{"asset": {"version": "2.0"}, "scenes": ' + b"[" * 100_000, "broken", "is damaged"),
    ],
)
def test_a_model_with_parts_missing_says_which(content: bytes, inspection: str, words: str) -> None:
    blob = looked_at(content, "chair.glb")
    assert blob.inspection == inspection
    assert words in blob.sentence


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("packed", [True, False])
def test_a_photoshop_file_is_shown_in_its_colours(mode: str, packed: bool) -> None:  # noqa: FBT001 - pytest gives it
    blob = looked_at(pictures.psd(pictures.scene(300, 200, mode), packed=packed), "kitchen.psd")
    expected = pictures.scene(300, 200, mode).convert("RGB")
    assert (blob.inspection, blob.width, blob.height) == ("shown", 300, 200)
    assert is_close(colour_at(preview_of(blob), 0.25, 0.5), colour_at(expected, 0.25, 0.5), by=60)


@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_photoshop_file_is_called_broken(packed: bool) -> None:  # noqa: FBT001 - pytest gives it
    whole = pictures.psd(pictures.noisy(300, 200), packed=packed)
    assert looked_at(whole[: len(whole) * 2 // 3], "kitchen.psd").inspection == "broken"
    assert looked_at(whole[:40], "kitchen.psd").inspection == "broken"


@pytest.mark.parametrize(
    "content",
    [
        b"II*\x00\x10\x00\x00\x00CR\x02\x00" + bytes(500),
        b"\x00\x00\x00\x18ftypheic" + bytes(300),
        cameras.HEIC[:500],
        cameras.dng()[:9000],
    ],
)
def test_a_damaged_raw_or_heic_file_does_not_stop_the_worker(content: bytes) -> None:
    assert looked_at(content, "shot.cr2").inspection in {"broken", "unshown"}
    assert looked_at(pictures.jpeg()).inspection == "shown"


def test_the_next_file_is_shown_after_one_that_killed_the_process(tmp_path: Path) -> None:
    darkroom = Darkroom()
    (tmp_path / "good.jpg").write_bytes(pictures.jpeg())
    good = Job(tmp_path / "good.jpg", "image/jpeg", tmp_path)
    assert darkroom.look(good).inspection == "shown"
    assert darkroom._child is not None
    darkroom._child.kill()
    darkroom._child.wait()
    assert darkroom.look(good).inspection == "shown"
    darkroom.close()


class UnluckyDarkroom(Darkroom):
    """One whose first children, ``deaths`` of them, are ended before they can answer, as a full memory does."""

    def __init__(self, deaths: int) -> None:
        super().__init__()
        self.deaths = deaths

    def _running(self) -> "subprocess.Popen[str]":
        child = super()._running()
        if self.deaths:
            self.deaths -= 1
            child.kill()
            child.wait()
        return child


@pytest.mark.parametrize(("deaths", "inspection"), [(1, "shown"), (2, "broken")])
def test_only_a_file_that_two_processes_died_of_is_called_damaged(tmp_path: Path, deaths: int, inspection: str) -> None:
    (tmp_path / "good.jpg").write_bytes(pictures.jpeg())
    darkroom = UnluckyDarkroom(deaths)
    assert darkroom.look(Job(tmp_path / "good.jpg", "image/jpeg", tmp_path)).inspection == inspection
    darkroom.close()


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_shown(tmp_path: Path) -> None:
    (tmp_path / "good.jpg").write_bytes(pictures.jpeg())
    good = Job(tmp_path / "good.jpg", "image/jpeg", tmp_path)
    hurried = Darkroom(time_limit=0.0)
    assert hurried.look(good) == Finding(
        "unshown",
        "This file could not be opened within 20 seconds, so it is not shown. "
        "It is kept as it is and can be downloaded.",
    )
    hurried.time_limit = 60.0
    assert hurried.look(good).inspection == "shown"
    hurried.close()


def test_lost_bytes_are_said_and_not_hidden(folder: Path) -> None:
    file = keep(io.BytesIO(pictures.jpeg()), "kitchen.jpg", None, pictures.AT)
    (folder / "files" / file.blob.key).unlink()
    inspect_blob(file.blob.pk)
    assert Blob.objects.get(pk=file.blob.pk).sentence == "The stored bytes of this file are missing. Write to support."
