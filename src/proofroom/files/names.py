"""File names as people give them, made safe to store, to list and to send."""

import unicodedata

LONGEST_NAME = 255  # bytes, what ext4, APFS and NTFS all take
UNNAMED = "unnamed"
ILLEGAL = frozenset('<>:"|?*')  # Windows cannot unpack these
MAX_EXTENSION = 20


def safe_name(given: str) -> str:
    """The base name of ``given``: NFC, no control or direction characters, at most 255 bytes of UTF-8.

    Folders in front are dropped, both kinds of slash; the extension survives the shortening; emoji stay.
    A name of which nothing is left becomes "unnamed".
    """
    base = given.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(_kept(letter) for letter in unicodedata.normalize("NFC", base))
    return shortened(plain.strip().rstrip(". ") or UNNAMED)


def shortened(name: str, suffix: str = "") -> str:
    """``name`` with ``suffix`` before its extension, cut so that the whole fits 255 bytes."""
    stem, extension = split_name(name)
    room = LONGEST_NAME - len(suffix.encode()) - len(extension.encode())
    return _cut(stem, room) + suffix + extension


def split_name(name: str) -> tuple[str, str]:
    """Stem and extension with its dot; what is longer than twenty characters is no extension."""
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > MAX_EXTENSION:
        return name, ""
    return stem, dot + extension


def _kept(letter: str) -> str:
    if letter in ILLEGAL:
        return "_"
    kind = unicodedata.category(letter)
    if kind in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} or unicodedata.bidirectional(letter) in DIRECTIONS:
        return ""
    return letter


# A right-to-left override makes "gpj.exe" read as "exe.jpg"; the joiner inside emoji (U+200D) is another matter.
DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def _cut(text: str, room: int) -> str:
    return text.encode()[: max(room, 0)].decode(errors="ignore")
