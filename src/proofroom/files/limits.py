"""What is not taken in, and the sentence that says so."""

from django.conf import settings

from proofroom.core.errors import Refused
from proofroom.files.kinds import DOCUMENTS, MODELS, PICTURES, endings
from proofroom.files.names import split_name
from proofroom.files.sniff import HTML, PROGRAM, SCRIPT, TEXT

GB = 1_000_000_000
MB = 1_000_000
PAGES = {HTML: "a web page", SCRIPT: "a program", PROGRAM: "a program"}


class TooLarge(Refused):
    """A file above the largest that is taken."""

    def __init__(self, name: str) -> None:
        most = size_words(largest_file())
        super().__init__("too_large", f"{name} is larger than {most}. Split it, or ask us how to send it.")


def largest_file() -> int:
    """Bytes (``PROOFROOM_LARGEST_FILE``)."""
    return int(settings.LARGEST_FILE)


def wanted_endings() -> frozenset[str]:
    """The ends of names that are taken, in lower case; empty when all are (``PROOFROOM_FILE_KINDS``)."""
    return endings(settings.FILE_KINDS)


def size_words(size: int) -> str:
    """Bytes as a limit reads: ``20 GB``, ``1.5 GB``, ``300 MB``."""
    amount, unit = (size / GB, "GB") if size >= GB else (size / MB, "MB")
    return f"{amount:.1f}".removesuffix(".0") + f" {unit}"


def check_size(name: str, size: int) -> None:
    """Raises Refused ``empty_file`` or TooLarge; ``size`` in bytes."""
    if size == 0:
        raise Refused("empty_file", f"{name} is empty. Check the file and upload it again.")
    if size > largest_file():
        raise TooLarge(name)


def check_name(name: str) -> None:
    """Raises Refused ``unwanted_kind`` for a kind of file that the studio does not take."""
    wanted = wanted_endings()
    if wanted and split_name(name)[1].lower() not in wanted:
        raise Refused("unwanted_kind", f"{name} is of a kind that is not taken here. Taken are {kinds_words()}.")


def kinds_words() -> str:
    """The kinds that are taken: ``pictures, 3D models and .zip``; empty when all are."""
    *most, last = settings.FILE_KINDS or ("",)
    return f"{', '.join(most)} and {last}" if most else last


def check_kind(name: str, media_type: str) -> None:
    """Raises Refused ``disguised`` when a page or a program carries the name of a picture or a model."""
    claimed = split_name(name)[1].lower()
    if media_type not in PAGES or claimed not in PICTURES | MODELS:
        return
    wanted = "a 3D model" if claimed in MODELS else "a picture"
    raise Refused("disguised", f"{name} is {PAGES[media_type]}, not {wanted}. It was not kept.")


def why_no_original(name: str, media_type: str) -> str:
    """Why nobody can work on a file that is kept, a sentence; empty for whatever can be an original.

    What cannot be shown can still be one: a RAW file of an unknown camera, a scene of a 3D program, a ZIP.
    """
    claimed = split_name(name)[1].lower()
    if media_type in PAGES:
        return f"This is {PAGES[media_type]}, not an original to work on. It is not counted."
    if media_type == TEXT and claimed in PICTURES | MODELS:
        return "This is damaged or not what its name says: it holds only text. It is not counted."
    if media_type == TEXT and claimed in DOCUMENTS:
        return "This is a text, not an original to work on. Write it into the instructions. It is not counted."
    return ""
