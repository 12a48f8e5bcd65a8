"""A dining chair in 3D, in two versions, and a picture of it."""

from dataclasses import replace

import numpy as np

from proofroom.demo.pictures.camera import View
from proofroom.demo.pictures.colors import Color, Floats, color, css, lit
from proofroom.demo.pictures.developing import develop
from proofroom.demo.pictures.drawing import UNITS, Drawing, Stop
from proofroom.demo.pictures.glb import Part, glb
from proofroom.demo.pictures.products.set_up import SHADE
from proofroom.demo.pictures.styles import PRODUCT_CAMERA, PRODUCT_FINISHED

OAK, WALNUT, WOOL, MOSS = color("#c79a66"), color("#7a4f33"), color("#b9b4aa"), color("#5f7a5c")
PHOTOGRAPHED = replace(PRODUCT_CAMERA, cast=(1.0, 1.0, 1.0))


def chair_glb(version: int = 1) -> bytes:
    """The chair as binary glTF 2.0: version 1 is square with slats, version 2 tapers and has a curved back.

    Raises ValueError for any other version.
    """
    return glb(f"Chair v{version}", chair_parts(version))


def chair_parts(version: int) -> list[Part]:
    """The chair's wood and cushion."""
    if version not in (1, 2):
        raise ValueError("The chair exists in versions 1 and 2.")
    taper, wood, cloth = (0.9, OAK, WOOL) if version == 1 else (0.55, WALNUT, MOSS)
    pieces = [_leg(x, z, taper) for x in (-0.2, 0.2) for z in (-0.19, 0.19)]
    pieces += [
        _tube(np.array([(x, 0.42, -0.2), (x * 1.02, 0.65, -0.225), (x, 0.92, -0.27)]), 0.02) for x in (-0.2, 0.2)
    ]
    pieces += [_rounded((0.0, 0.43, 0.0), (0.46, 0.04, 0.44), 12)]
    bow = 0.0 if version == 1 else 0.07
    for y in (0.6, 0.73, 0.86) if version == 1 else (0.78,):
        pieces.append(_slat(y, 0.075 if version == 1 else 0.24, bow))
    cushion = [_rounded((0.0, 0.475, 0.01), (0.42, 0.06, 0.4), 3.2)]
    return [_part("Wood", pieces, wood, 0.55), _part("Wool", cushion, cloth, 0.95)]


def chair_poster(version: int = 1, *, after: bool = True, width: int = 1500, height: int = 1000) -> bytes:
    """JPEG bytes of the chair, as it was photographed or finished on white, for lists and while the model loads."""
    drawing = Drawing(UNITS * height / width)
    view = View(eye=(1.15, 1.15, -1.75), yaw=-33.0, pitch=-19.0, field=44.0, height=drawing.height)
    _shadow(drawing, view)
    triangles = [(part, corners, normals) for part in chair_parts(version) for corners, normals in _triangles(part)]
    turned = np.array([1.0, 1.0, -1.0])
    triangles.sort(key=lambda item: -float(view.local(item[1] * turned)[:, 2].mean()))
    sun = np.array([0.35, 0.8, -0.5]) / np.linalg.norm([0.35, 0.8, -0.5])
    toward = -view.axes[2]
    for part, corners, normals in triangles:
        normal = normals.mean(axis=0) * turned
        if normal @ toward > -0.15:
            light = 0.42 + 0.75 * max(0.0, float(normal @ sun))
            fill = css(lit(part.color, np.full(3, light)))
            drawing.polygon(view.project(corners * turned), fill, rounding=0.8)
    return develop(drawing, PRODUCT_FINISHED if after else PHOTOGRAPHED, width, height, version)


def _shadow(drawing: Drawing, view: View) -> None:
    drawing.polygon(np.array([(0, 0), (UNITS, 0), (UNITS, drawing.height), (0, drawing.height)]), "#ffffff")
    (x, y), (right, _), (_, low) = view.project(np.array([(0.05, 0.0, 0.0), (0.62, 0.0, 0.0), (0.05, 0.0, -0.5)]))
    across, down = abs(float(right - x)), abs(float(low - y))
    stops: list[Stop] = [(0, SHADE, 0.5), (0.45, SHADE, 0.26), (0.75, SHADE, 0.08), (1, SHADE, 0.0)]
    drawing.ellipse(x, y, (across, down), drawing.radial(x, y, across, stops, down / across))


def _triangles(part: Part) -> list[tuple[Floats, Floats]]:
    return [(part.corners[i : i + 3], part.normals[i : i + 3]) for i in range(0, len(part.corners), 3)]


def _part(name: str, pieces: list[Floats], paint: Color, roughness: float) -> Part:
    corners = np.concatenate(pieces)
    first, second, third = corners[0::3], corners[1::3], corners[2::3]
    normals = np.cross(second - first, third - first)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    keep = length[:, 0] > 1e-10
    unit = normals[keep] / length[keep]
    return Part(name, corners.reshape(-1, 3, 3)[keep].reshape(-1, 3), np.repeat(unit, 3, axis=0), paint, roughness)


def _leg(x: float, z: float, taper: float) -> Floats:
    spine = np.array([(x * 1.12, 0.0, z * 1.12), (x * 1.05, 0.2, z * 1.05), (x, 0.42, z)])
    return _tube(spine, 0.021, taper)


def _tube(spine: Floats, radius: float, taper: float = 1.0, sides: int = 16) -> Floats:
    turn = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    sizes = np.linspace(radius * taper, radius, len(spine))[:, None]
    rings = np.stack(
        [
            spine[:, :1] + sizes * np.cos(turn),
            np.repeat(spine[:, 1:2], sides, axis=1),
            spine[:, 2:] + sizes * np.sin(turn),
        ],
        axis=2,
    )
    return _skinned(rings)


def _rounded(center: tuple[float, float, float], size: tuple[float, float, float], squareness: float) -> Floats:
    around = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    rise = np.linspace(-np.pi / 2, np.pi / 2, 13)
    corner, edge = 2 / 6, 2 / squareness
    ring = np.stack([_power(np.cos(around), corner), _power(np.sin(around), corner)], axis=1)
    wide, high = _power(np.cos(rise), edge), _power(np.sin(rise), edge)
    half = np.array(size) / 2
    rings = np.stack(
        [
            wide[:, None] * ring[:, 0] * half[0] + center[0],
            np.repeat((high * half[1] + center[1])[:, None], 40, axis=1),
            wide[:, None] * ring[:, 1] * half[2] + center[2],
        ],
        axis=2,
    )
    return _skinned(rings)


def _slat(y: float, tall: float, bow: float) -> Floats:
    across = np.linspace(-0.19, 0.19, 17)
    away = -0.2 - (y - 0.42) * 0.14 - bow * (1 - (across / 0.19) ** 2)
    rings = [
        np.array([(x, y + up * tall / 2, z + out * 0.009) for up, out in ((-1, -1), (1, -1), (1, 1), (-1, 1))][::-1])
        for x, z in zip(across, away, strict=True)
    ]
    return _skinned(np.array(rings))


def _power(values: Floats, exponent: float) -> Floats:
    raised: Floats = np.sign(values) * np.abs(values) ** exponent
    return raised


def _skinned(rings: Floats) -> Floats:
    following = np.roll(rings, -1, axis=1)
    a, b, c, d = rings[:-1], following[:-1], following[1:], rings[1:]
    sides = np.stack([a, d, c, a, c, b], axis=2).reshape(-1, 3)
    caps = []
    for ring, flip in ((rings[0], False), (rings[-1], True)):
        middle = np.repeat(ring.mean(axis=0)[None], len(ring), axis=0)
        after = np.roll(ring, -1, axis=0)
        fan = [middle, after, ring] if flip else [middle, ring, after]
        caps.append(np.stack(fan, axis=1).reshape(-1, 3))
    skin: Floats = np.concatenate([sides, *caps])
    return skin
