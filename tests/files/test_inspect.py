"""What the worker finds in honest files."""

import io
import subprocess
import sys

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image, ImageOps

from proofroom.core.tasks import run_queued
from proofroom.files import storage
from proofroom.files.commands import keep
from proofroom.files.inspect import inspect_blob
from proofroom.files.models import Blob, Preview
from tests.files import cameras, pictures
from tests.files.looking import colour_at, is_close, looked_at, preview_of

pytestmark = pytest.mark.django_db
LEFT, RIGHT = (200, 90, 30), (30, 90, 200)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF"])
def test_a_picture_is_shown_in_two_sizes_with_its_colours(kind: str) -> None:
    blob = looked_at(pictures.saved(pictures.scene(3000, 2000), kind))
    assert (blob.inspection, blob.sentence, blob.width, blob.height) == ("shown", "", 3000, 2000)
    assert preview_of(blob, 2048).size == (2048, 1365)
    assert preview_of(blob, 320).size == (320, 213)
    assert is_close(colour_at(preview_of(blob), 0.25, 0.5), LEFT)
    assert is_close(colour_at(preview_of(blob), 0.75, 0.5), RIGHT)


def test_a_preview_is_never_larger_than_the_picture() -> None:
    assert preview_of(looked_at(pictures.jpeg(100, 60)), 2048).size == (100, 60)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_however_the_camera_was_held_the_preview_is_upright(orientation: int) -> None:
    blob = looked_at(pictures.turned_jpeg(orientation))
    seen = preview_of(blob)
    wanted = ImageOps.exif_transpose(Image.open(io.BytesIO(pictures.turned_jpeg(orientation))))
    assert (blob.width, blob.height) == wanted.size
    assert seen.width > seen.height if orientation < 5 else seen.height > seen.width
    for across, down in ((0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)):
        assert is_close(colour_at(seen, across, down), colour_at(wanted, across, down))


def test_the_first_page_of_a_pdf_is_shown_and_the_pages_are_counted() -> None:
    first, second = pictures.scene(600, 400), Image.new("RGB", (300, 300))
    blob = looked_at(pictures.saved(first, "PDF", save_all=True, append_images=[second]), "plan.pdf")
    assert (blob.inspection, blob.media_type, blob.pages) == ("shown", "application/pdf", 2)
    assert blob.sentence == "2 pages, of which the first is shown."
    assert preview_of(blob, 2048).size == (blob.width, blob.height) == (2048, 1366)
    assert is_close(colour_at(preview_of(blob), 0.25, 0.5), LEFT)
    assert is_close(colour_at(preview_of(blob), 0.75, 0.5), RIGHT)


def test_the_pages_of_a_tiff_are_counted_and_the_first_is_shown() -> None:
    more = [Image.new("RGB", (300, 300)), Image.new("RGB", (300, 300))]
    blob = looked_at(pictures.saved(pictures.scene(), "TIFF", save_all=True, append_images=more), "scan.tif")
    assert (blob.inspection, blob.pages, blob.width) == ("shown", 3, 600)
    assert is_close(colour_at(preview_of(blob), 0.25, 0.5), LEFT)


def test_only_documents_have_pages() -> None:
    frames = [pictures.scene(), Image.new("RGB", (600, 400))]
    moving = pictures.saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert looked_at(moving, "turning.gif").pages is None
    assert looked_at(pictures.jpeg()).pages is None


def test_transparency_stays() -> None:
    picture = pictures.scene(mode="RGBA")
    picture.putalpha(0)
    assert preview_of(looked_at(pictures.saved(picture, "PNG"))).mode == "RGBA"


def test_a_picture_for_print_is_shown_in_screen_colours() -> None:
    blob = looked_at(pictures.saved(Image.new("CMYK", (400, 300), (0, 255, 255, 0)), "JPEG"))
    red, green, blue = colour_at(preview_of(blob), 0.5, 0.5)
    assert preview_of(blob).mode == "RGB"
    assert red > 180
    assert max(green, blue) < 90


def test_a_foreign_profile_is_converted_to_srgb() -> None:
    with_profile = looked_at(pictures.jpeg(icc_profile=pictures.swapped_profile()))
    without = looked_at(pictures.jpeg())
    assert not is_close(colour_at(preview_of(with_profile), 0.25, 0.5), colour_at(preview_of(without), 0.25, 0.5))
    assert "icc_profile" not in preview_of(with_profile).info


def test_sixteen_bits_and_grey_are_shown() -> None:
    deep = looked_at(pictures.saved(Image.new("I;16", (50, 40), 40_000), "TIFF"))
    assert deep.inspection == "shown"
    assert is_close(colour_at(preview_of(deep), 0.5, 0.5), (156, 156, 156), by=20)


def test_a_telephones_picture_is_shown() -> None:
    blob = looked_at(cameras.HEIC, "IMG_0001.HEIC")
    assert (blob.inspection, blob.media_type, blob.width, blob.height) == ("shown", "image/heic", 64, 48)
    assert is_close(colour_at(preview_of(blob), 0.25, 0.5), LEFT, by=30)
    assert is_close(colour_at(preview_of(blob), 0.75, 0.5), RIGHT, by=30)


def test_a_raw_file_is_developed() -> None:
    blob = looked_at(cameras.dng(), "shot.dng")
    assert (blob.inspection, blob.media_type, blob.width, blob.height) == ("shown", "image/x-raw", 600, 400)
    assert sum(colour_at(preview_of(blob), 0.25, 0.5)) > sum(colour_at(preview_of(blob), 0.75, 0.5))


def test_the_place_where_a_picture_was_taken_is_not_in_its_preview() -> None:
    notes = Image.Exif()
    notes[0x010F] = "Camera of Mr Secret"
    assert not preview_of(looked_at(pictures.jpeg(exif=notes))).getexif()


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"Please brighten it."])
def test_what_cannot_be_shown_is_kept_and_says_so(content: bytes) -> None:
    blob = looked_at(content, "notes.txt")
    assert blob.inspection == "unshown"
    assert blob.sentence.endswith("It is kept as it is and can be downloaded.")


def test_keeping_a_file_puts_its_inspection_aside_for_the_worker() -> None:
    file = keep(io.BytesIO(pictures.jpeg()), "kitchen.jpg", None, pictures.AT)
    assert file.blob.inspection == Blob.Inspection.PENDING
    run_queued()
    assert Blob.objects.get(pk=file.blob.pk).inspection == Blob.Inspection.SHOWN


def test_a_second_inspection_changes_nothing() -> None:
    blob = looked_at(pictures.jpeg())
    with CaptureQueriesContext(connection) as queries:
        inspect_blob(blob.pk)
    assert len(queries) == 1
    assert Preview.objects.count() == 2


def test_a_damaged_file_that_is_uploaded_again_is_looked_at_again() -> None:
    blob = looked_at(pictures.jpeg())
    Preview.objects.filter(blob=blob).delete()
    Blob.objects.filter(pk=blob.pk).update(inspection=Blob.Inspection.BROKEN, sentence="It fell.")
    with storage.open_stored(blob.key) as again:
        keep(io.BytesIO(again.read()), "kitchen.jpg", None, pictures.AT)
    run_queued()
    blob.refresh_from_db()
    assert (blob.inspection, blob.sentence) == ("shown", "")


def test_the_process_that_opens_files_lives_until_its_input_ends_whatever_the_service_is_told() -> None:
    command = [sys.executable, "-c", "import proofroom.files.previews.__main__ as m; print('up', flush=True); m.main()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdout.readline()
        child.stdin.write('{"path": "/nowhere", "media_type": "image/jpeg", "out": "/nowhere"}\n')
        child.stdin.flush()
        child.stdout.readline()
        child.terminate()
        child.stdin.write('{"path": "/nowhere", "media_type": "image/jpeg", "out": "/nowhere"}\n')
        child.stdin.flush()
        assert '"inspection"' in child.stdout.readline()
