"""Writes triangles as a binary glTF 2.0 file (Khronos glTF 2.0, sections 3 and 4)."""

import json
import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proofroom.demo.pictures.colors import Color, Floats

JSON_CHUNK, BINARY_CHUNK = 0x4E4F534A, 0x004E4942
FLOAT, UNSIGNED_INT = 5126, 5125
ARRAY_BUFFER, ELEMENT_ARRAY_BUFFER = 34962, 34963


@dataclass(frozen=True)
class Part:
    """Triangles of one material: corners (n, 3) in meters, unit normals (n, 3), three corners to a triangle."""

    name: str
    corners: Floats
    normals: Floats
    color: Color
    roughness: float
    metallic: float = 0.0


def glb(title: str, parts: list[Part]) -> bytes:
    """The parts as one model in one GLB file."""
    chunks: list[bytes] = []
    views: list[dict[str, int]] = []
    accessors: list[dict[str, object]] = []
    primitives: list[dict[str, object]] = []
    for index, part in enumerate(parts):
        corners, normals = part.corners.astype("<f4"), part.normals.astype("<f4")
        numbers = np.arange(len(corners), dtype="<u4")
        place = _added(chunks, views, accessors, corners)
        turn = _added(chunks, views, accessors, normals)
        order = _added(chunks, views, accessors, numbers)
        primitives.append({"attributes": {"POSITION": place, "NORMAL": turn}, "indices": order, "material": index})
    binary = b"".join(chunks)
    document = {
        "asset": {"version": "2.0", "generator": "Proofroom Demo"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0, "name": title}],
        "meshes": [{"name": title, "primitives": primitives}],
        "materials": [_material(part) for part in parts],
        "accessors": accessors,
        "bufferViews": views,
        "buffers": [{"byteLength": len(binary)}],
    }
    text = json.dumps(document, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    size = 12 + 8 + len(text) + 8 + len(binary)
    head = struct.pack("<4sII", b"glTF", 2, size)
    return b"".join(
        [head, struct.pack("<II", len(text), JSON_CHUNK), text, struct.pack("<II", len(binary), BINARY_CHUNK), binary]
    )


def _added(
    chunks: list[bytes], views: list[dict[str, int]], accessors: list[dict[str, object]], values: NDArray[np.generic]
) -> int:
    vectors = values.ndim == 2
    start = sum(len(chunk) for chunk in chunks)
    data = values.tobytes()
    chunks.append(data)
    target = ARRAY_BUFFER if vectors else ELEMENT_ARRAY_BUFFER
    views.append({"buffer": 0, "byteOffset": start, "byteLength": len(data), "target": target})
    accessor: dict[str, object] = {
        "bufferView": len(views) - 1,
        "componentType": FLOAT if vectors else UNSIGNED_INT,
        "count": len(values),
        "type": "VEC3" if vectors else "SCALAR",
    }
    if vectors:
        accessor["min"] = np.min(values, axis=0).tolist()
        accessor["max"] = np.max(values, axis=0).tolist()
    accessors.append(accessor)
    return len(accessors) - 1


def _material(part: Part) -> dict[str, object]:
    linear = [round(channel**2.2, 5) for channel in part.color]
    return {
        "name": part.name,
        "pbrMetallicRoughness": {
            "baseColorFactor": [*linear, 1.0],
            "metallicFactor": part.metallic,
            "roughnessFactor": part.roughness,
        },
    }
