"""From one decoded picture to both previews: sRGB, eight bits, nothing of the camera's notes left inside."""

import pyvips

from proofroom.files.previews.finding import LONGEST, SHOWN, Finding, Job, Rendering

QUALITY = 82
PROFILE = "icc-profile-data"


def rendered(picture: pyvips.Image, upright: tuple[int, int], job: Job, pages: int | None = None) -> Finding:
    """Writes the previews of ``picture``, which is upright and at most 2,048 pixels long already.

    ``upright`` is the size of the whole; ``pages`` how many there are, of which this is the first: people are told.
    """
    picture = in_srgb(picture).copy_memory()
    renderings = tuple(_written(picture, longest, job) for longest in LONGEST)
    sentence = f"{pages} pages, of which the first is shown." if pages and pages > 1 else ""
    return Finding(SHOWN, sentence, upright[0], upright[1], renderings, pages)


def reduced(picture: pyvips.Image) -> pyvips.Image:
    """A decoded picture brought to the larger preview's size; never enlarged."""
    return picture.thumbnail_image(LONGEST[0], size="down", no_rotate=True)


def in_srgb(picture: pyvips.Image) -> pyvips.Image:
    """Colours as the embedded profile means them; on the large picture it would cost three times the decoding."""
    if picture.interpretation == "cmyk" and not picture.get_typeof(PROFILE):
        return picture.icc_transform("srgb", input_profile="cmyk")
    if picture.get_typeof(PROFILE) and not _is_srgb(picture.get(PROFILE)):
        picture = picture.icc_transform("srgb", embedded=True, intent="relative", black_point_compensation=True)
    return picture if picture.interpretation in {"srgb", "b-w"} else picture.colourspace("srgb")


def with_profile(picture: pyvips.Image, profile: bytes | None) -> pyvips.Image:
    """The picture with its ICC profile where the decoder handed the two over apart."""
    picture = picture.copy()
    if profile:
        picture.set_type(pyvips.GValue.blob_type, PROFILE, profile)
    return picture


def _is_srgb(profile: bytes) -> bool:
    return b"sRGB IEC61966-2" in profile or "sRGB IEC61966-2".encode("utf-16-be") in profile


def _written(picture: pyvips.Image, longest: int, job: Job) -> Rendering:
    small = picture.thumbnail_image(longest, size="down", no_rotate=True)
    kind, ending, save = (
        ("image/webp", "webp", small.webpsave) if small.hasalpha() else ("image/jpeg", "jpg", small.jpegsave)
    )
    path = job.out / f"{longest}.{ending}"
    save(str(path), Q=QUALITY, keep="none")
    return Rendering(longest, kind, small.width, small.height, str(path))
