"""What is not taken in, and the sentence that says so."""

from proofroom.core.errors import Refused
from proofroom.files.names import split_name
from proofroom.files.sniff import HTML, SCRIPT

GIB = 1024**3
LARGEST_FILE = 20 * GIB
RAW = frozenset({".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2", ".pef", ".srw", ".3fr", ".iiq"})
PICTURES = RAW | {
    ".jpg",
    ".jpeg",
    ".jpe",
    ".png",
    ".gif",
    ".webp",
    ".avif",
    ".heic",
    ".heif",
    ".tif",
    ".tiff",
    ".psd",
    ".psb",
    ".bmp",
    ".svg",
}
MODELS = frozenset({".glb", ".gltf", ".obj", ".stl"})
PAGES = {HTML: "a web page", SCRIPT: "a program"}


class TooLarge(Refused):
    """A file above ``LARGEST_FILE``."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "too_large", f"{name} is larger than {LARGEST_FILE // GIB} GB. Split it, or ask us how to send it."
        )


def check_size(name: str, size: int) -> None:
    """Raises Refused ``empty_file`` or TooLarge; ``size`` in bytes."""
    if size == 0:
        raise Refused("empty_file", f"{name} is empty. Check the file and upload it again.")
    if size > LARGEST_FILE:
        raise TooLarge(name)


def check_kind(name: str, media_type: str) -> None:
    """Raises Refused ``disguised`` when a page or a program carries the name of a picture or a model."""
    claimed = split_name(name)[1].lower()
    if media_type not in PAGES or claimed not in PICTURES | MODELS:
        return
    wanted = "a 3D model" if claimed in MODELS else "a picture"
    raise Refused("disguised", f"{name} is {PAGES[media_type]}, not {wanted}. It was not kept.")
