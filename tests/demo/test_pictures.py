"""The demo's pictures: photographs and a model made by code."""

import json
import struct
from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from proofroom.demo.pictures import PRODUCTS, SCENES, STYLES, chair_glb, chair_poster, example, render
from proofroom.demo.pictures.scenes.home_office import PLAN
from proofroom.demo.pictures.studio import set_stage

WIDTH, HEIGHT = 600, 400


def pixels_of(data: bytes) -> NDArray[np.float64]:
    return np.asarray(Image.open(BytesIO(data)).convert("RGB"), float)


def pane_of(scene: str, *, after: bool) -> NDArray[np.float64]:
    """The mean color of a patch of sky in the home office's window, right of its middle bar."""
    stage = set_stage(scene, after=after, seed=0, ratio=2 / 3)
    depth = PLAN.size[2]
    corners = np.array([(2.85, 1.7, depth + 0.16), (3.35, 2.1, depth + 0.16)])
    (left, bottom), (right, top) = stage.view.project(corners) * WIDTH / 1500
    picture = pixels_of(render(scene, after=after, width=WIDTH, height=HEIGHT))
    patch = picture[int(top) : int(bottom), int(left) : int(right)]
    mean: NDArray[np.float64] = patch.reshape(-1, 3).mean(axis=0)
    return mean


@pytest.mark.parametrize("scene", [*SCENES, *PRODUCTS])
def test_every_scene_has_a_picture_before_and_another_after(scene: str) -> None:
    before, after = (pixels_of(render(scene, after=after, width=WIDTH, height=HEIGHT)) for after in (False, True))
    assert before.shape == after.shape == (400, 600, 3)
    assert after.mean() > before.mean() + 15


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_home() -> None:
    first = render("bedroom", after=False, seed=4, width=WIDTH, height=HEIGHT)
    assert first == render("bedroom", after=False, seed=4, width=WIDTH, height=HEIGHT)
    other = pixels_of(render("bedroom", after=False, seed=5, width=WIDTH, height=HEIGHT))
    assert np.abs(pixels_of(first) - other).mean() > 5


def test_the_window_is_white_before_and_shows_blue_sky_after() -> None:
    assert pane_of("home-office", after=False).min() > 245
    red, _, blue = pane_of("home-office", after=True)
    assert blue > red + 25


def test_a_camera_size_picture_is_24_megapixels_with_exif_and_an_srgb_profile() -> None:
    data = render("hallway", after=False)
    assert 5_000_000 < len(data) < 12_000_000
    picture = Image.open(BytesIO(data))
    assert picture.size == (6000, 4000)
    exif = picture.getexif()
    assert exif[271] == "Proofroom Demo"
    assert exif[274] == 1
    assert exif[306].startswith("2026:05:")
    profile = ImageCms.ImageCmsProfile(BytesIO(picture.info["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(profile)


@pytest.mark.parametrize("style", list(STYLES))
def test_a_style_changes_the_finished_picture(style: str) -> None:
    plain, styled = (pixels_of(example("kitchen", style=name, width=WIDTH, height=HEIGHT)) for name in (None, style))
    assert np.abs(plain - styled).mean() > 0.5


def test_levels_move_brightness_and_color() -> None:
    dark, bright = (pixels_of(example("mug", brightness=level, width=WIDTH, height=HEIGHT)) for level in (-2, 2))
    assert bright.mean() > dark.mean() + 2
    grey, vivid = (pixels_of(example("still-life", color=level, width=WIDTH, height=HEIGHT)) for level in (-2, 2))
    assert np.ptp(vivid, axis=2).mean() > np.ptp(grey, axis=2).mean() * 1.5


def test_unknown_names_are_refused_with_the_names_there_are() -> None:
    with pytest.raises(ValueError, match="living-room"):
        render("cellar", after=True, width=WIDTH, height=HEIGHT)
    with pytest.raises(ValueError, match="Natural"):
        render("kitchen", after=True, style="Gloomy", width=WIDTH, height=HEIGHT)
    with pytest.raises(ValueError, match="versions 1 and 2"):
        chair_glb(3)


@pytest.mark.parametrize("version", [1, 2])
def test_the_chair_is_a_valid_binary_gltf(version: int) -> None:
    data = chair_glb(version)
    magic, number, length = struct.unpack_from("<4sII", data)
    assert (magic, number, length) == (b"glTF", 2, len(data))
    text_size, text_kind = struct.unpack_from("<I4s", data, 12)
    assert text_kind == b"JSON"
    document = json.loads(data[20 : 20 + text_size])
    binary_size, binary_kind = struct.unpack_from("<I4s", data, 20 + text_size)
    assert binary_kind == b"BIN\0"
    assert text_size % 4 == binary_size % 4 == 0
    assert 28 + text_size + binary_size == len(data)
    binary = data[28 + text_size :]
    assert document["buffers"] == [{"byteLength": binary_size}]
    for primitive in document["meshes"][0]["primitives"]:
        corners = read_accessor(document, binary, primitive["attributes"]["POSITION"])
        normals = read_accessor(document, binary, primitive["attributes"]["NORMAL"])
        order = read_accessor(document, binary, primitive["indices"])
        assert len(corners) == len(normals)
        assert order.max() < len(corners)
        assert len(order) % 3 == 0
        assert np.allclose(np.linalg.norm(normals, axis=1), 1.0, atol=1e-4)
        assert "pbrMetallicRoughness" in document["materials"][primitive["material"]]


def read_accessor(document: dict[str, list[dict[str, int]]], binary: bytes, index: int) -> NDArray[np.float64]:
    accessor = document["accessors"][index]
    view = document["bufferViews"][accessor["bufferView"]]
    assert view["byteOffset"] % 4 == 0
    assert view["byteOffset"] + view["byteLength"] <= len(binary)
    kind = {5126: "<f4", 5125: "<u4"}[accessor["componentType"]]
    wide = 3 if str(accessor["type"]) == "VEC3" else 1
    values = np.frombuffer(binary, kind, accessor["count"] * wide, view["byteOffset"]).reshape(-1, wide)
    if "min" in accessor:
        assert np.allclose(values.min(axis=0), accessor["min"])
        assert np.allclose(values.max(axis=0), accessor["max"])
    return values.astype(float)


def test_the_chairs_surfaces_face_outwards() -> None:
    data = chair_glb(1)
    (text_size,) = struct.unpack_from("<I", data, 12)
    document, binary = json.loads(data[20 : 20 + text_size]), data[28 + text_size :]
    wool = document["meshes"][0]["primitives"][1]["attributes"]
    corners, normals = (read_accessor(document, binary, wool[name]) for name in ("POSITION", "NORMAL"))
    outwards = np.einsum("nk,nk->n", corners - corners.mean(axis=0), normals)
    assert (outwards > 0).mean() > 0.95


def test_the_two_chairs_and_their_posters_differ() -> None:
    assert chair_glb(1) != chair_glb(2)
    one, two = (pixels_of(chair_poster(version, width=WIDTH, height=HEIGHT)) for version in (1, 2))
    assert np.abs(one - two).mean() > 1
