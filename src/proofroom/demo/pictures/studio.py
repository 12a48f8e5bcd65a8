"""Takes the pictures: chooses a home and a camera by seed, sets the room or the table, develops the photograph."""

from dataclasses import replace
from random import Random

from proofroom.demo.pictures.camera import View
from proofroom.demo.pictures.developing import develop
from proofroom.demo.pictures.drawing import UNITS, Drawing
from proofroom.demo.pictures.light import Lighting
from proofroom.demo.pictures.palettes import PALETTES
from proofroom.demo.pictures.products import SHOTS
from proofroom.demo.pictures.products.set_up import Shot
from proofroom.demo.pictures.scenes import ROOMS
from proofroom.demo.pictures.shell import drawn
from proofroom.demo.pictures.stage import Stage
from proofroom.demo.pictures.styles import leveled, look_of

SCENES: tuple[str, ...] = tuple(ROOMS)
PRODUCTS: tuple[str, ...] = tuple(SHOTS)


def render(
    scene: str, *, after: bool, width: int = 6000, height: int = 4000, seed: int = 0, style: str | None = None
) -> bytes:
    """JPEG bytes of a room or product, as taken or finished; the same inputs give the same bytes.

    Another seed is another home, another place to stand. Raises ValueError for an unknown scene or style.
    """
    return example(scene, after=after, width=width, height=height, seed=seed, style=style)


def example(
    scene: str,
    *,
    after: bool = True,
    width: int = 1500,
    height: int = 1000,
    seed: int = 0,
    style: str | None = None,
    brightness: int = 0,
    color: int = 0,
    sharpness: int = 0,
) -> bytes:
    """A picture for the catalogue: a style of `STYLES` and levels of its variables, each from -2 to +2."""
    look = look_of(after=after, product=scene in SHOTS, style=style)
    look = leveled(look, brightness=brightness, color=color, sharpness=sharpness)
    drawing = _drawing(scene, after=after, seed=seed, width=width, height=height)
    return develop(drawing, look, width, height, seed)


def _drawing(scene: str, *, after: bool, seed: int, width: int, height: int) -> Drawing:
    if scene in ROOMS:
        stage = set_stage(scene, after=after, seed=seed, ratio=height / width)
        return drawn(stage, columns=max(60, min(width // 4, 480)))
    if scene not in SHOTS:
        raise ValueError(f"There is no scene called {scene}. There are: {', '.join((*SCENES, *PRODUCTS))}.")
    drawing = Drawing(UNITS * height / width)
    tones = PALETTES[seed % len(PALETTES)]
    SHOTS[scene](Shot(drawing, after, Random(f"table {scene} {seed}"), tones.second))
    return drawing


def set_stage(scene: str, *, after: bool, seed: int, ratio: float) -> Stage:
    """The furnished room before it is drawn; `ratio` is height over width."""
    rng = Random(f"{scene} {seed}")
    plan = ROOMS[scene]
    palette = PALETTES[(seed + SCENES.index(scene)) % len(PALETTES)]
    x, y, z = plan.eye
    eye = (x + rng.uniform(-0.25, 0.25), y + rng.uniform(-0.08, 0.1), z)
    yaw = plan.yaw + rng.uniform(-3, 3)
    view = View(eye=eye, yaw=yaw, field=plan.field, height=UNITS * ratio, shift=-0.07)
    if not after:
        roll = rng.uniform(2.0, 3.4) * rng.choice((-1, 1))
        view = replace(view, roll=roll, pitch=-3.0, shift=-0.03)
    tint = (1.0, 1.0, 1.0) if after else (0.95, 1.0, 1.08)
    lighting = Lighting(plan.size, fill=0.6 if after else 0.3, daylight=1.7, tint=tint)
    stage = Stage(view, plan.size, palette, lighting, after, Random(f"room {scene} {seed}"))
    plan.furnish(stage)
    return stage
