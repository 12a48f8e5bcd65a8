"""Small honest files, and hostile ones, made in memory."""

import io
import json
import struct
import zlib
from datetime import UTC, datetime

import numpy as np
from PIL import Image, ImageCms

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def scene(width: int = 600, height: int = 400, mode: str = "RGB") -> Image.Image:
    """A gradient with a red left and a blue right half, so that turns and colours can be seen."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, : width // 2] = (200, 30, 30)
    pixels[:, width // 2 :] = (30, 30, 200)
    pixels[..., 1] += np.linspace(0, 120, height, dtype=np.uint8)[:, None]
    return Image.fromarray(pixels).convert(mode)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file."""
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def jpeg(width: int = 600, height: int = 400, **options: object) -> bytes:
    """A JPEG."""
    return saved(scene(width, height), "JPEG", **options)


def turned_jpeg(orientation: int, width: int = 600, height: int = 400) -> bytes:
    """A JPEG whose camera was held sideways."""
    notes = Image.Exif()
    notes[0x0112] = orientation
    return jpeg(width, height, exif=notes)


def noisy(width: int, height: int) -> Image.Image:
    """A picture that does not compress, so that its file has a middle to cut at."""
    return Image.fromarray(np.random.default_rng(7).integers(0, 255, (height, width, 3), dtype=np.uint8))


def swapped_profile() -> bytes:
    """An RGB profile whose red and blue are exchanged: whoever ignores it shows other colours."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")


def psd(picture: Image.Image, *, packed: bool) -> bytes:
    """A flat Photoshop document of 8 bits: header, three empty sections, merged picture."""
    mode = {"RGB": 3, "L": 1, "CMYK": 4}[picture.mode]
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, len(picture.getbands()), picture.height, picture.width, 8, mode)
    planes = [np.asarray(band) for band in picture.split()]
    planes = [255 - plane for plane in planes] if picture.mode == "CMYK" else planes
    rows = [row.tobytes() for plane in planes for row in plane]
    if not packed:
        return header + bytes(12) + b"\x00\x00" + b"".join(rows)
    literal = [b"".join(_literal(row[at : at + 128]) for at in range(0, len(row), 128)) for row in rows]
    lengths = b"".join(struct.pack(">H", len(row)) for row in literal)
    return header + bytes(12) + b"\x00\x01" + lengths + b"".join(literal)


def _literal(part: bytes) -> bytes:
    return bytes([len(part) - 1]) + part


def png_bomb(side: int = 60_000) -> bytes:
    """A PNG of some kilobytes that claims 3,600 megapixels."""
    row = b"\x00" * 4096
    packed = zlib.compress(row * 64, 9)
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in chunks)


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def gif_bomb() -> bytes:
    """A GIF that claims 65,535 pixels on each side and holds one."""
    screen = struct.pack("<HHBBB", 65_535, 65_535, 0x80, 0, 0) + bytes(6)
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 65_535, 65_535, 0)
    return b"GIF89a" + screen + frame + b"\x02\x02\x44\x01\x00\x3b"


def tiff_bomb() -> bytes:
    """A TIFF of one strip that claims 100,000 pixels on each side."""
    tags = [(256, 4, 100_000), (257, 4, 100_000), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 122), (277, 3, 1)]
    tags += [(278, 4, 100_000), (279, 4, 64)]
    directory = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    return b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", len(tags)) + directory + bytes(4) + bytes(64)


def glb(**description: object) -> bytes:
    """A model in one piece; ``description`` adds to its JSON."""
    text = json.dumps({"asset": {"version": "2.0"}, "scenes": [], **description}).encode()
    text += b" " * (-len(text) % 4)
    return struct.pack("<4sII", b"glTF", 2, 20 + len(text)) + struct.pack("<I4s", len(text), b"JSON") + text


def binary_stl(triangles: int = 4) -> bytes:
    """A binary STL."""
    return bytes(80) + struct.pack("<I", triangles) + bytes(50 * triangles)


SVG_WITH_SCRIPT = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script>
<rect width="40" height="20" fill="#c81e1e"/></svg>"""
WEB_PAGE = b"<!-- hello -->\n<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
