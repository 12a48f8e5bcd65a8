"""How large a picture may be before nobody tries to open it."""

from proofroom.files.previews.finding import KEPT, Damaged, NotShowable

MOST_PIXELS = 250_000_000
MOST_HELD = 250_000_000  # bytes of decoded picture that a worker may hold at once, so that it stays below 400 MB
BOMB_RATIO = 1_000  # pixels for each byte of the file; a plain white PNG has about 1,000


def check_pixels(width: int, height: int, file_size: int) -> None:
    """Raises Damaged for a decompression bomb, NotShowable for an honest picture that is too large to show."""
    pixels = width * height
    if pixels <= MOST_PIXELS:
        return
    claim = f"This picture claims to be {width:,} by {height:,} pixels"
    if pixels > BOMB_RATIO * file_size:
        raise Damaged(f"{claim}, far more than the file can hold. It was not opened. Export it again.")
    raise NotShowable(f"{claim}, more than the {MOST_PIXELS // 1_000_000} megapixels that can be shown. {KEPT}")


def check_held(width: int, height: int, bytes_per_pixel: float) -> None:
    """Raises NotShowable when a format that is decoded as a whole would need more than ``MOST_HELD`` bytes."""
    if width * height * bytes_per_pixel > MOST_HELD:
        raise NotShowable(
            f"This picture of {width:,} by {height:,} pixels is stored in a way that cannot be shown so large. {KEPT}"
        )
