"""3D models: every form becomes the one that the viewer takes; the file itself stays as it was given."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from proofroom.files import storage
from proofroom.files.models import Blob, Mesh
from proofroom.files.previews.finding import Finding, Job, NotShowable
from proofroom.files.previews.shapes import look_at_obj, look_at_stl
from tests.files import pictures, shapes
from tests.files.looking import looked_at

pytestmark = pytest.mark.django_db


def as_viewed(blob: Blob) -> shapes.ReadGlb:
    with storage.open_stored(Mesh.objects.get(blob=blob).key) as stored:
        return shapes.ReadGlb(stored.read())


@pytest.mark.parametrize("content", [shapes.binary_stl(), shapes.text_stl()])
def test_an_stl_becomes_the_triangles_it_holds(content: bytes) -> None:
    blob = looked_at(content, "chair.stl")
    assert (blob.media_type, blob.inspection, blob.sentence) == ("model/stl", "shown", "")
    seen = as_viewed(blob)
    assert np.array_equal(seen.numbers(0), shapes.TRIANGLES.reshape(-1, 3))
    assert (seen.description["accessors"][0]["min"], seen.description["accessors"][0]["max"]) == ([0, 0, 0], [1, 1, 1])
    assert seen.description["nodes"][0]["rotation"][0] < 0  # upright: STL has z up, glTF has y


def test_an_obj_becomes_its_faces_in_triangles() -> None:
    blob = looked_at(shapes.OBJ, "chair.obj")
    assert (blob.media_type, blob.inspection) == ("model/obj", "shown")
    seen = as_viewed(blob)
    assert seen.numbers(0).tolist() == [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]]
    assert seen.numbers(1).ravel().tolist() == [0, 1, 2, 0, 2, 3]


def test_a_gltf_becomes_a_glb_with_its_shapes_and_pictures() -> None:
    blob = looked_at(shapes.gltf(), "chair.gltf")
    assert (blob.media_type, blob.inspection) == ("model/gltf+json", "shown")
    seen = as_viewed(blob)
    assert np.array_equal(seen.numbers(0), shapes.TRIANGLES[0])
    assert seen.numbers(1).tolist() == [[0, 0], [1, 0], [0, 1]]
    picture = seen.description["images"][0]
    assert (picture["mimeType"], picture["name"], "uri" in picture) == ("image/png", "oak", False)
    assert seen.view(picture["bufferView"]) == pictures.saved(pictures.scene(8, 8), "PNG")


def test_a_glb_is_shown_as_it_is() -> None:
    blob = looked_at(pictures.glb(), "chair.glb")
    assert blob.inspection == "shown"
    assert not Mesh.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (shapes.text_stl()[:-20], "This STL file ends too early."),
        (shapes.text_stl().replace(b"vertex 0.0", b"corner 0.0", 1), "This STL file ends too early."),
        (shapes.text_stl().replace(b"1.000000e+00", b"nan", 1), "The shapes of this 3D model are missing."),
        (shapes.OBJ.replace(b"f -4 -2 -1", b"f 1 2 9"), "names corners that it does not have"),
        (shapes.OBJ.replace(b"f -4 -2 -1", b"f -9 -2 -1"), "names corners that it does not have"),
        (shapes.OBJ.replace(b"v 1 1 0", b"v 1 1"), "holds no complete shape"),
        (shapes.OBJ.replace(b"f -4 -2 -1", b"f a b c"), "holds no complete shape"),
        (shapes.gltf(bufferViews=[{"buffer": 7, "byteLength": 36}]), "The shapes of this 3D model are missing."),
        (shapes.gltf(buffers=[{"byteLength": 36, "uri": "data:,x"}, 3]), "The shapes of this 3D model are missing."),
        (shapes.gltf(images=7), "The shapes of this 3D model are missing."),
    ],
)
def test_a_model_that_is_not_whole_is_called_damaged(content: bytes, words: str) -> None:
    blob = looked_at(content, "chair.obj")
    assert blob.inspection == "broken"
    assert words in blob.sentence
    assert not Mesh.objects.exists()


@pytest.mark.parametrize(("content", "look"), [(shapes.binary_stl(), look_at_stl), (shapes.OBJ, look_at_obj)])
def test_too_many_triangles_for_a_page_are_said_and_not_shown(
    content: bytes, look: Callable[[Job], Finding], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proofroom.files.previews.shapes.MOST_TRIANGLES", 1)
    (tmp_path / "chair").write_bytes(content)
    with pytest.raises(NotShowable, match="more than 1 triangles, too many for a page"):
        look(Job(tmp_path / "chair", "model/any", tmp_path))


def test_a_gltf_with_an_outside_address_is_not_packed() -> None:
    blob = looked_at(shapes.gltf(images=[{"uri": "https://evil.example/oak.png"}]), "chair.gltf")
    assert (blob.inspection, "https://evil.example/oak.png" in blob.sentence) == ("unshown", True)
    assert not Mesh.objects.exists()
