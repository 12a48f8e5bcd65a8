"""What looking at a file found, as it travels from the process that looked."""

from dataclasses import dataclass
from pathlib import Path

SHOWN, UNSHOWN, BROKEN = "shown", "unshown", "broken"
LONGEST = (2048, 320)  # pixels of the longer side, largest first: the smaller is made from the larger
TILE_SIZE = 512  # pixels of a tile for deep zoom; a screen full is a dozen requests
OVERLAP = 1  # pixels that neighbouring tiles share, so that no seam shows between them
KEPT = "It is kept as it is and can be downloaded."


@dataclass(frozen=True)
class Rendering:
    """One preview file that has been written; ``longest`` is its bound, ``width`` and ``height`` its pixels."""

    longest: int
    media_type: str
    width: int
    height: int
    path: str


@dataclass(frozen=True)
class Tiling:
    """A deep-zoom archive that has been written, see ``pyramid.cut``.

    ``width`` and ``height`` are pixels of its deepest level; ``spans`` has offset and length in the archive of each
    tile, level by level from the smallest, each in rows.
    """

    path: str
    media_type: str
    width: int
    height: int
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Finding:
    """The outcome for one file; ``width`` and ``height`` are those of the whole upright picture.

    ``pages`` counts those of a document; ``mesh`` is the path of a model that has become GLB.
    """

    inspection: str
    sentence: str = ""
    width: int | None = None
    height: int | None = None
    renderings: tuple[Rendering, ...] = ()
    pages: int | None = None
    tiling: Tiling | None = None
    mesh: str | None = None


@dataclass(frozen=True)
class Job:
    """A file to look at, and the folder that takes the previews; or the tiles instead, when ``deep``."""

    path: Path
    media_type: str
    out: Path
    deep: bool = False


class Damaged(Exception):  # noqa: N818 - an answer about a file, not a fault of ours
    """The bytes are cut short, contradict themselves, or want to fill the memory. The text is for people."""


class NotShowable(Exception):  # noqa: N818 - see Damaged
    """Nothing is wrong with the file, but there is no picture of it. The text is for people."""
