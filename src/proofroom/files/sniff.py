"""What a file is, told from its first bytes and never from its name."""

import re

HEAD = 4096  # bytes that media_type wants to see
UNKNOWN = "application/octet-stream"
GLB = "model/gltf-binary"
GLTF = "model/gltf+json"
OBJ = "model/obj"
STL = "model/stl"
SVG = "image/svg+xml"
HTML = "text/html"
SCRIPT = "text/x-script"
TEXT = "text/plain"
PROGRAM = "application/x-executable"

MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"8BPS", "image/vnd.adobe.photoshop"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"glTF", GLB),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"PK\x05\x06", "application/zip"),
    (0, b"MZ", PROGRAM),
    (0, b"\x7fELF", PROGRAM),
    (0, b"\xfe\xed\xfa\xce", PROGRAM),
    (0, b"\xfe\xed\xfa\xcf", PROGRAM),
    (0, b"\xce\xfa\xed\xfe", PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", PROGRAM),
    (0, b"FUJIFILMCCD-RAW", "image/x-raw"),
    (0, b"IIRO", "image/x-raw"),
    (0, b"IIRS", "image/x-raw"),
    (0, b"IIU\x00", "image/x-raw"),
    (0, b"\x00MRM", "image/x-raw"),
    (0, b"FOVb", "image/x-raw"),
    (4, b"ftypcrx ", "image/x-raw"),
    (8, b"CR\x02\x00", "image/x-raw"),
)
TIFF_STARTS = (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
RAW_MAKERS = re.compile(
    rb"NIKON|SONY|PENTAX|Hasselblad|Leica|Phase One|Mamiya|SAMSUNG|Canon|RICOH|EASTMAN KODAK|Adobe DNG"
)
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
HTML_START = re.compile(rb"<(!doctype\s+html|html|head|body|script|iframe|meta|title|div|img|a\s|p>)", re.IGNORECASE)
SCRIPT_START = re.compile(rb"#!|<\?php|<%|@echo\b|javascript:", re.IGNORECASE)
SVG_START = re.compile(rb"<svg[\s>]|<!doctype\s+svg", re.IGNORECASE)
OBJ_LINE = re.compile(rb"^(v|vn|vt)\s+[-+\d.eE]+\s+[-+\d.eE]+|^(f|l)\s+\d+[/\d]*\s+\d+|^mtllib\s+\S+", re.MULTILINE)
GLTF_KEY = re.compile(rb'"(asset|accessors|bufferViews|meshes|scenes)"\s*:\s*[\[{]')
TRIANGLE = 50  # bytes of one triangle in a binary STL, after its 84 of header


def media_type(head: bytes, size: int) -> str:
    """The media type of a file of ``size`` bytes that begins with ``head`` (the first ``HEAD`` bytes, or all)."""
    for offset, magic, found in MAGIC:
        if head.startswith(magic, offset):
            return found
    if head.startswith(TIFF_STARTS):
        return _tiff_family(head)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _iso_family(head)
    if _is_binary_stl(head, size):
        return STL
    return _text_family(head)


def _tiff_family(head: bytes) -> str:
    # DNG, NEF, ARW, PEF … are TIFF files with a mosaic inside; what tells them apart is the maker's note of the camera.
    dng_version = b"\x12\xc6\x01\x00\x04\x00\x00\x00" in head or b"\xc6\x12\x00\x01\x00\x00\x00\x04" in head
    sub_images = b"\x4a\x01\x04\x00" in head or b"\x01\x4a\x00\x04" in head
    if dng_version or (sub_images and RAW_MAKERS.search(head)):
        return "image/x-raw"
    return "image/tiff"


def _iso_family(head: bytes) -> str:
    length = int.from_bytes(head[:4], "big")
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, min(length, len(head)), 4))}
    if brands & {b"avif", b"avis"}:
        return "image/avif"
    return "image/heic" if brands & HEIC_BRANDS else "video/mp4"


def _is_binary_stl(head: bytes, size: int) -> bool:
    enough = len(head) >= 84  # noqa: PLR2004 - 80 bytes of free text and the count
    return enough and size == 84 + TRIANGLE * int.from_bytes(head[80:84], "little")


def _text_family(head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "ignore").encode().lstrip()
    elif b"\x00" in head:
        return UNKNOWN
    return _markup(text) or _model(text) or _plain(text)


def _markup(text: bytes) -> str | None:
    if SCRIPT_START.match(text):
        return SCRIPT
    if not text.startswith(b"<"):
        return None
    body = re.sub(rb"<!--.*?(-->|$)|<\?xml.*?\?>", b"", text, flags=re.DOTALL).lstrip()
    if SVG_START.match(body):
        return SVG
    if HTML_START.match(body) or b"http://www.w3.org/1999/xhtml" in body:
        return HTML
    return SVG if SVG_START.search(body) else TEXT


def _model(text: bytes) -> str | None:
    if text.startswith(b"{") and GLTF_KEY.search(text):
        return GLTF
    if text.startswith(b"solid") and re.search(rb"\bfacet\s+normal\b|\bendsolid\b", text):
        return STL
    return OBJ if OBJ_LINE.search(text) else None


def _plain(text: bytes) -> str:
    try:
        text[: HEAD - 8].decode()
    except UnicodeDecodeError as wrong:
        return TEXT if wrong.start > len(text) - 4 else UNKNOWN
    return TEXT
