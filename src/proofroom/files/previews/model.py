"""3D models: checked for being whole and self-contained; the viewer in the browser draws them."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from proofroom.files.previews import glb
from proofroom.files.previews.finding import KEPT, SHOWN, Damaged, Finding, Job, NotShowable
from proofroom.files.previews.packing import Packed

LARGEST_DESCRIPTION = 64_000_000  # bytes of JSON
LARGEST_MODEL = 500_000_000  # bytes that a browser can be asked to draw
JSON_CHUNK = b"JSON"


def look_at_glb(job: Job) -> Finding:
    """The container of glTF 2.0 §4.4. Raises Damaged when it is cut short, NotShowable for parts kept elsewhere."""
    _check_size(job)
    with job.path.open("rb") as source:
        source.seek(8)
        if _number(source) != job.path.stat().st_size:
            raise Damaged("This 3D model ends too early. Upload it again.")
        length, kind = _number(source), source.read(4)
        if kind != JSON_CHUNK or length > LARGEST_DESCRIPTION:
            raise Damaged("This 3D model has no description inside. Export it again and upload it.")
        description = _parsed(source.read(length))
        binary = _number(source)
    _check_contained(description)
    _check_buffer(description, binary)
    return Finding(SHOWN)


def look_at_gltf(job: Job) -> Finding:
    """A glTF description in plain JSON, packed as GLB without changing what it describes. Raises as ``look_at_glb``."""
    if job.path.stat().st_size > LARGEST_DESCRIPTION:
        raise NotShowable(f"This 3D model is too large to show as text. Export it as GLB. {KEPT}")
    description = _parsed(job.path.read_bytes())
    _check_contained(description)
    path = job.out / "model.glb"
    try:
        packed = Packed(description)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as wrong:
        raise Damaged("The shapes of this 3D model are missing. Export it again and upload it.") from wrong
    glb.write(path, packed.description, packed.blocks)
    return Finding(SHOWN, mesh=str(path))


def _check_size(job: Job) -> None:
    if job.path.stat().st_size > LARGEST_MODEL:
        raise NotShowable(
            f"This 3D model is larger than {LARGEST_MODEL // 1_000_000} MB, too large to show in a page. {KEPT}"
        )


def _parsed(text: bytes) -> dict[str, Any]:
    try:
        description = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise Damaged("The description inside this 3D model is damaged. Export it again and upload it.") from wrong
    if not isinstance(description, dict) or not isinstance(description.get("asset"), dict):
        raise Damaged("This 3D model has no description inside. Export it again and upload it.")
    return description


def _check_contained(description: dict[str, Any]) -> None:
    for part in _parts(description, "buffers", "images"):
        address = str(part.get("uri", "data:"))
        if not address.startswith("data:"):
            raise NotShowable(
                f"This 3D model needs “{address[:60]}”, which is not inside it. Export it as one GLB. {KEPT}"
            )


def _check_buffer(description: dict[str, Any], binary: int) -> None:
    for buffer in _parts(description, "buffers"):
        if "uri" not in buffer and not 0 <= int(buffer.get("byteLength", 0)) <= binary:
            raise Damaged("The shapes of this 3D model are missing. Export it again and upload it.")


def _parts(description: dict[str, Any], *names: str) -> Iterator[dict[str, Any]]:
    for name in names:
        listed = description.get(name, [])
        yield from (part for part in (listed if isinstance(listed, list) else []) if isinstance(part, dict))


def _number(source: BinaryIO) -> int:
    return int.from_bytes(source.read(4), "little")
