"""Colour profiles written by hand (ICC.1:2001-04), and colours as they read in them."""

import struct

import numpy as np
import numpy.typing as npt

Matrix = tuple[tuple[float, float, float], ...]
SRGB: Matrix = ((0.4360747, 0.3850649, 0.1430804), (0.2225045, 0.7168786, 0.0606169), (0.0139322, 0.0971045, 0.7141733))
# Primaries adapted to D50, and the exponent of the tone curve.
WIDE: dict[str, tuple[Matrix, float]] = {
    "Display P3": (
        ((0.5151187, 0.2919778, 0.1571035), (0.2411892, 0.6922441, 0.0665668), (-0.0010505, 0.0418791, 0.7840713)),
        2.2,
    ),
    "Adobe RGB": (
        ((0.6097559, 0.2052401, 0.1492240), (0.3111242, 0.6256560, 0.0632197), (0.0194811, 0.0608902, 0.7448387)),
        2.19921875,
    ),
    "ProPhoto RGB": (
        ((0.7976749, 0.1351917, 0.0313534), (0.2880402, 0.7118741, 0.0000857), (0.0, 0.0, 0.8252100)),
        1.8,
    ),
}


def profile(name: str) -> bytes:
    """The ICC profile of a wide colour space, of matrix and curve."""
    matrix, gamma = WIDE[name]
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    columns = zip(*matrix, strict=True)
    tags = {
        b"desc": _description(name),
        b"cprt": b"text" + bytes(4) + b"None\0\0\0\0",
        b"wtpt": _place((0.9642, 1.0, 0.8249)),
    }
    tags |= {f"{band}XYZ".encode(): _place(column) for band, column in zip("rgb", columns, strict=True)}
    tags |= {f"{band}TRC".encode(): curve for band in "rgb"}
    return _assembled(tags)


def as_read_in(name: str, colour: tuple[int, int, int]) -> tuple[int, ...]:
    """The numbers that mean the sRGB ``colour`` in a wide colour space."""
    matrix, gamma = WIDE[name]
    light = np.linalg.solve(np.array(matrix), np.array(SRGB) @ _light(np.array(colour) / 255))
    return tuple(round(float(value)) for value in 255 * np.clip(light, 0, 1) ** (1 / gamma))


def _light(value: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def _place(values: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _description(name: str) -> bytes:
    text = name.encode() + b"\0"
    block = b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(78)
    return block + bytes(-len(block) % 4)


def _assembled(tags: dict[bytes, bytes]) -> bytes:
    start = 128 + 4 + 12 * len(tags)
    directory, body = struct.pack(">I", len(tags)), b""
    for tag, content in tags.items():
        directory += struct.pack(">4sII", tag, start + len(body), len(content))
        body += content
    head = struct.pack(">I4xI4s4s4s12x4s", start + len(body), 0x02100000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    head += bytes(28) + _place((0.9642, 1.0, 0.8249))[8:]
    return head.ljust(128, b"\0") + directory + body
