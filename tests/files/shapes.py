"""Small 3D models in every form, and the reading of a GLB."""

import base64
import io
import json
import struct
from typing import Any

import numpy as np
import numpy.typing as npt

from tests.files import pictures

TRIANGLES = np.array(
    [[[0, 0, 0], [1, 0, 0], [0, 1, 0]], [[0, 0, 0], [0, 1, 0], [0, 0, 1]]], np.float32
)  # two sides of a corner
OBJ = b"""# a square of four corners, its second half counted backwards
mtllib oak.mtl
v 0 0 0
v\t1 0 0 0.5 0.5 0.5
v 1 1 0
v 0 1 0
vt 0 0
vn 0 0 1
f 1/1/1 2/1/1 3//1
f -4 -2 -1
"""


def binary_stl(triangles: npt.NDArray[np.float32] = TRIANGLES) -> bytes:
    """A binary STL."""
    rows = [struct.pack("<3f", 0, 0, 1) + each.tobytes() + bytes(2) for each in triangles]
    return b"made by hand".ljust(80) + struct.pack("<I", len(rows)) + b"".join(rows)


def text_stl(triangles: npt.NDArray[np.float32] = TRIANGLES) -> bytes:
    """The same as text."""
    sides = []
    for triangle in triangles:
        corners = "\n".join(f"   vertex {x:e} {y:e} {z:e}" for x, y, z in triangle)
        sides.append(f" facet normal 0 0 1\n  outer loop\n{corners}\n  endloop\n endfacet\n")
    return f"solid corner\n{''.join(sides)}endsolid corner\n".encode()


def gltf(**changes: Any) -> bytes:
    """A triangle with a picture on it, its data written into addresses."""
    corners, marks = TRIANGLES[0].tobytes(), np.array([[0, 0], [1, 0], [0, 1]], np.float32).tobytes()
    described = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0, "TEXCOORD_0": 1}, "material": 0}]}],
        "materials": [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
        "textures": [{"source": 0}],
        "images": [{"uri": _address("image/png", pictures.saved(pictures.scene(8, 8), "PNG")), "name": "oak"}],
        "buffers": [
            {"byteLength": 36, "uri": _address("application/octet-stream", corners)},
            {"byteLength": 24, "uri": _address("application/gltf-buffer", marks)},
        ],
        "bufferViews": [{"buffer": 0, "byteLength": 36}, {"buffer": 1, "byteLength": 24}],
        "accessors": [
            {"bufferView": 0, "componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 0]},
            {"bufferView": 1, "componentType": 5126, "count": 3, "type": "VEC2"},
        ],
    }
    return json.dumps({**described, **changes}).encode()


def _address(kind: str, content: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"


class ReadGlb:
    """What a viewer reads: the description, and the numbers that it points at."""

    def __init__(self, content: bytes) -> None:
        source = io.BytesIO(content)
        magic, version, length = struct.unpack("<4sII", source.read(12))
        assert (magic, version, length) == (b"glTF", 2, len(content))
        self.description: dict[str, Any] = json.loads(self._chunk(source, b"JSON"))
        self.binary = self._chunk(source, b"BIN\0")

    def _chunk(self, source: io.BytesIO, kind: bytes) -> bytes:
        length, found = struct.unpack("<I4s", source.read(8))
        assert (found, length % 4) == (kind, 0)
        return source.read(length)

    def view(self, number: int) -> bytes:
        """The bytes of a buffer view."""
        view = self.description["bufferViews"][number]
        start = view.get("byteOffset", 0)
        return self.binary[start : start + view["byteLength"]]

    def numbers(self, accessor: int) -> npt.NDArray[Any]:
        """What an accessor names, in rows."""
        named = self.description["accessors"][accessor]
        kind = {5126: np.float32, 5125: np.uint32}[named["componentType"]]
        found = np.frombuffer(self.view(named["bufferView"]), kind)
        return found.reshape(named["count"], -1)
