"""Files that want to fill the memory, run for ever, or reach outside."""

import io
import struct
import zipfile
import zlib

from tests.files import pictures

MEGABYTE = 1024 * 1024


def deflated_nothing(megabytes: int) -> bytes:
    """So many megabytes of zeros, deflated to a thousandth without ever having them all (RFC 1950, RFC 1951)."""
    packer = zlib.compressobj(9)
    begin = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(bytes(MEGABYTE)) + packer.flush(zlib.Z_FULL_FLUSH)
    return begin + again * (megabytes - 1) + b"\x03\x00" + bytes(4)


def pdf(stream: bytes, filters: str = "/FlateDecode", size: str = "600 400") -> bytes:
    """A PDF of one page with this as its drawing."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Contents 4 0 R >>".encode(),
        f"<< /Length {len(stream)} /Filter [{filters}] >>\nstream\n".encode() + stream + b"\nendstream",
    ]
    body, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"xref\n0 5\n0000000000 65535 f \n{table}trailer << /Size 5 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + trailer.encode()


def endless_notes() -> bytes:
    """A JPEG whose camera notes lead back to themselves, in every directory that can be followed."""
    entry = struct.pack("<HHII", 0x8769, 4, 1, 8) + struct.pack("<HHII", 0xA005, 4, 1, 8)
    notes = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 2) + entry + struct.pack("<I", 8)
    segment = b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes
    return b"\xff\xd8" + segment + pictures.jpeg()[2:]


def many_notes() -> bytes:
    """A JPEG that begins with sixty megabytes of camera notes."""
    segment = b"\xff\xe1\xff\xff" + b"Exif\0\0II*\0".ljust(65_533, b"\0")
    return b"\xff\xd8" + segment * 960 + pictures.jpeg()[2:]


def white_png(width: int, height: int) -> bytes:
    """An honest PNG of nothing, far smaller than what it holds."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = deflated_nothing(-(-(3 * width + 1) * height // MEGABYTE))
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(pictures.chunk(name, data) for name, data in chunks)


def obj(corners: int) -> bytes:
    """A model of one face with so many corners, all at one place."""
    return b"v 0 0 0\nf " + b"1 " * corners


def climbing_zip() -> bytes:
    """A ZIP whose members want to lie somewhere else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in ("../../evil.txt", "/tmp/evil.txt", "C:\\evil.txt"):
            archive.writestr(name, "gotcha")
    return target.getvalue()
