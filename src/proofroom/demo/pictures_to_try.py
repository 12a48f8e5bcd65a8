"""24 originals and their results as files, for trying the whole story by hand."""

from pathlib import Path

from proofroom.core.tasks import later
from proofroom.demo.pictures import SCENES, render

MANY = 24
FIRST_SEED = 20


def order_pictures_to_try(data: Path) -> None:
    """They are drawn by the worker after the start, so that nobody waits for them."""
    later(draw_from, str(data / "pictures-to-try"), 0)


def draw_from(folder: str, number: int) -> None:
    """Draws one pair, then asks for the next: one at a time, so that the second worker stays free for people."""
    scene, seed = SCENES[number % len(SCENES)], FIRST_SEED + number
    for after, kind in ((False, "originals"), (True, "results")):
        target = Path(folder) / kind / f"IMG_{2001 + number}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(render(scene, after=after, seed=seed, style="Bright" if after else None))
    if number + 1 < MANY:
        later(draw_from, folder, number + 1)
