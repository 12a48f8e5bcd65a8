"""The pictures that pairs are made of: free photographs that come with scikit-image, and the demo's drawn rooms."""

import io
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PIL import Image
from skimage import data

from proofroom.demo.pictures import PRODUCTS, SCENES, render

Pixels = npt.NDArray[np.uint8]
PHOTOGRAPHS = ("astronaut", "coffee", "chelsea", "rocket", "immunohistochemistry", "retina", "hubble_deep_field")
SIZE = (720, 480)


def pictures() -> Iterator[tuple[str, Pixels]]:
    """Name and pixels, red, green and blue; the photographs are enlarged or reduced to about the size of the others."""
    for name in PHOTOGRAPHS:
        picture = Image.fromarray(getattr(data, name)()[:, :, :3])
        picture.thumbnail((SIZE[0], SIZE[0]))
        yield name, np.asarray(picture)
    for seed, scene in enumerate((*SCENES[:6], *PRODUCTS[:3])):
        drawn = render(scene, after=True, width=SIZE[0], height=SIZE[1], seed=40 + seed)
        yield scene, np.asarray(Image.open(io.BytesIO(drawn)).convert("RGB"))
