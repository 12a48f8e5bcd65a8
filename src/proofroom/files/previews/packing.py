"""A glTF in plain JSON with its data inside, taken apart into what a GLB is made of."""

import base64
from typing import Any


class Packed:
    """A glTF whose data addresses (RFC 2397) have become ``blocks`` of one buffer.

    Raises KeyError, TypeError, ValueError and the like for a description that contradicts itself.
    """

    def __init__(self, description: dict[str, Any]) -> None:
        self.blocks: list[bytes] = []
        starts = [self._added(_decoded(buffer["uri"])) for buffer in description.get("buffers", [])]
        views = [
            {**view, "buffer": 0, "byteOffset": starts[view["buffer"]] + view.get("byteOffset", 0)}
            for view in description.get("bufferViews", [])
        ]
        images = [self._viewed(image, views) for image in description.get("images", [])]
        named = {"bufferViews": views, "images": images}
        self.description = {**description, **{name: listed for name, listed in named.items() if listed}}

    def _added(self, content: bytes) -> int:
        start = sum(len(block) for block in self.blocks)
        self.blocks.append(content + bytes(-len(content) % 4))
        return start

    def _viewed(self, image: dict[str, Any], views: list[dict[str, Any]]) -> dict[str, Any]:
        if "uri" not in image:
            return image
        content = _decoded(image["uri"])
        views.append({"buffer": 0, "byteOffset": self._added(content), "byteLength": len(content)})
        kind = image["uri"].removeprefix("data:").partition(";")[0]
        kept = {name: value for name, value in image.items() if name != "uri"}
        return {**kept, "mimeType": kind, "bufferView": len(views) - 1}


def _decoded(address: str) -> bytes:
    return base64.b64decode(address.partition(";base64,")[2], validate=True)
