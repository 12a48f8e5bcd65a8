"""Writes GLB, the container of glTF 2.0 §4.4, with all its bytes in one buffer."""

import json
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from proofroom.files.previews.finding import Damaged

FLOAT, UNSIGNED = 5126, 5125  # glTF 2.0 §5.1.3
UPRIGHT = [-0.7071068, 0.0, 0.0, 0.7071068]  # the quarter turn from "z is up" to glTF's "y is up"
GREY = {"pbrMetallicRoughness": {"baseColorFactor": [0.3, 0.3, 0.3, 1.0], "metallicFactor": 0.0}, "doubleSided": True}
Block = bytes | memoryview


def write(path: Path, description: dict[str, Any], blocks: Sequence[Block]) -> None:
    """``description`` with its one buffer made of ``blocks``, each of which is a multiple of four bytes long."""
    length = sum(len(block) for block in blocks)
    text = json.dumps({**description, "buffers": [{"byteLength": length}]}).encode()
    text += b" " * (-len(text) % 4)
    with path.open("wb") as target:
        target.write(struct.pack("<4sII", b"glTF", 2, 28 + len(text) + length))
        target.write(struct.pack("<I4s", len(text), b"JSON") + text)
        target.write(struct.pack("<I4s", length, b"BIN\0"))
        target.writelines(blocks)


def write_shape(
    path: Path, corners: npt.NDArray[np.float32], triangles: npt.NDArray[np.uint32] | None, *, z_is_up: bool
) -> None:
    """One grey shape of ``corners`` (n rows of x, y, z), joined by ``triangles`` or three by three as they come.

    Raises Damaged for corners that lie nowhere and triangles of corners that do not exist.
    """
    if not len(corners) or not np.isfinite(corners).all():
        raise Damaged("The shapes of this 3D model are missing. Export it again and upload it.")
    blocks = [np.ascontiguousarray(corners).data.cast("B")]
    accessors = [_accessor(FLOAT, "VEC3", len(corners), min=_listed(corners.min(0)), max=_listed(corners.max(0)))]
    primitive: dict[str, Any] = {"attributes": {"POSITION": 0}, "material": 0}
    if triangles is not None:
        if not len(triangles) or triangles.max() >= len(corners):
            raise Damaged("This 3D model names corners that it does not have. Export it again and upload it.")
        blocks.append(np.ascontiguousarray(triangles).data.cast("B"))
        accessors.append({**_accessor(UNSIGNED, "SCALAR", triangles.size), "bufferView": 1})
        primitive["indices"] = 1
    node = {"mesh": 0, "rotation": UPRIGHT} if z_is_up else {"mesh": 0}
    write(path, _scene(node, primitive, accessors, blocks), blocks)


def _scene(
    node: dict[str, Any], primitive: dict[str, Any], accessors: list[dict[str, Any]], blocks: Sequence[Block]
) -> dict[str, Any]:
    starts = [sum(len(block) for block in blocks[:number]) for number in range(len(blocks))]
    views = [
        {"buffer": 0, "byteOffset": start, "byteLength": len(block)}
        for start, block in zip(starts, blocks, strict=True)
    ]
    return {
        "asset": {"version": "2.0", "generator": "Proofroom"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [node],
        "meshes": [{"primitives": [primitive]}],
        "materials": [GREY],
        "accessors": accessors,
        "bufferViews": views,
    }


def _accessor(component: int, kind: str, count: int, **bounds: list[float]) -> dict[str, Any]:
    return {"bufferView": 0, "componentType": component, "type": kind, "count": count, **bounds}


def _listed(values: npt.NDArray[np.float32]) -> list[float]:
    return [float(value) for value in values]
