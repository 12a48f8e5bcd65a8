"""Which module looks at which media type."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from proofroom.files.previews.finding import BROKEN, KEPT, SHOWN, UNSHOWN, Damaged, Finding, Job, NotShowable

if TYPE_CHECKING:
    import pyvips

Look = Callable[[Job], Finding]

# Named, not imported: the decoders for RAW and PSD take a second to load, and most days bring only JPEG.
FAMILIES = {
    **dict.fromkeys(("image/jpeg", "image/png", "image/gif", "image/webp", "image/tiff"), ("raster", "look")),
    "image/avif": ("avif", "look"),
    "image/heic": ("heif", "look"),
    "image/vnd.adobe.photoshop": ("psd", "look"),
    "image/x-raw": ("raw", "look"),
    "image/svg+xml": ("vector", "look"),
    "application/pdf": ("pdf", "look"),
    "model/gltf-binary": ("model", "look_at_glb"),
    "model/gltf+json": ("model", "look_at_gltf"),
    "model/obj": ("shapes", "look_at_obj"),
    "model/stl": ("shapes", "look_at_stl"),
}
NAMED = {"application/zip": "ZIP archives", "video/mp4": "Films", "text/html": "Web pages"}


def look(job: Job) -> Finding:
    """What there is to see of a file. Raises nothing that the family knows how to say."""
    if job.media_type not in FAMILIES:
        what = NAMED.get(job.media_type, "Files of this kind")
        return Finding(UNSHOWN, f"{what} are not shown here. {KEPT}")
    try:
        return _cut(job) if job.deep else _family(job.media_type)(job)
    except Damaged as wrong:
        return Finding(BROKEN, str(wrong))
    except NotShowable as reason:
        return Finding(UNSHOWN, str(reason))


def _family(media_type: str) -> Look:
    module, function = FAMILIES[media_type]
    return cast("Look", getattr(import_module(f"{__package__}.{module}"), function))


def _cut(job: Job) -> Finding:
    from proofroom.files.previews.pyramid import cut

    module, _ = FAMILIES[job.media_type]
    whole = cast("Callable[[Job], pyvips.Image]", import_module(f"{__package__}.{module}").whole)
    return Finding(SHOWN, tiling=cut(whole(job), job))
