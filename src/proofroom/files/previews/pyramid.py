"""Deep zoom: a picture's own pixels as tiles of every scale, in one archive.

The archive is an SZI, a ZIP of stored (not packed) members around a Deep Zoom Image, so that one object in the store
holds thousands of tiles and each is a range of its bytes.
"""

import re
import struct
import zipfile
from pathlib import Path

import pyvips

from proofroom.files.previews.finding import OVERLAP, TILE_SIZE, Damaged, Job, Tiling
from proofroom.files.previews.rendering import in_srgb

QUALITY = 85
NAME = re.compile(r"_files/(\d+)/(\d+)_(\d+)\.")
LOCAL_HEADER = struct.Struct("<26xHH")  # APPNOTE.TXT 6.3.10 §4.3.7: the lengths of name and extra field at its end


def cut(picture: pyvips.Image, job: Job) -> Tiling:
    """Writes the archive of an upright ``picture``, which may be one that is read once from top to bottom.

    Raises Damaged when the file ends before the picture does.
    """
    picture = in_srgb(picture)
    kind, suffix = ("image/webp", ".webp") if picture.hasalpha() else ("image/jpeg", ".jpg")
    archive = job.out / "tiles.szi"
    layout = {"tile_size": TILE_SIZE, "overlap": OVERLAP, "suffix": f"{suffix}[Q={QUALITY}]", "container": "szi"}
    try:
        picture.dzsave(str(archive), depth="onepixel", keep="none", **layout)
    except pyvips.Error as wrong:
        raise Damaged("This file ends too early or is damaged. Upload it again.") from wrong
    return Tiling(str(archive), kind, picture.width, picture.height, _spans(archive))


def _spans(archive: Path) -> tuple[tuple[int, int], ...]:
    found = {}
    with zipfile.ZipFile(archive) as members, archive.open("rb") as source:
        for member in members.infolist():
            if named := NAME.search(member.filename):
                level, column, row = map(int, named.groups())
                source.seek(member.header_offset)
                skipped = LOCAL_HEADER.size + sum(LOCAL_HEADER.unpack(source.read(LOCAL_HEADER.size)))
                found[level, row, column] = (member.header_offset + skipped, member.file_size)
    return tuple(found[place] for place in sorted(found))
