"""Single things photographed on a table; each is a function that draws on a sheet of 1500 by 1000 units."""

from collections.abc import Callable

from proofroom.demo.pictures.products.bottle import bottle
from proofroom.demo.pictures.products.mug import mug
from proofroom.demo.pictures.products.set_up import Shot
from proofroom.demo.pictures.products.still_life import still_life
from proofroom.demo.pictures.products.watch import watch

SHOTS: dict[str, Callable[[Shot], None]] = {"watch": watch, "bottle": bottle, "mug": mug, "still-life": still_life}
