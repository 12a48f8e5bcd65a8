"""What can be drawn, and in which colours."""

from django.db import models


class Kind(models.TextChoices):
    """A shape on a picture, or a pin on the surface of a 3D model."""

    PENCIL = "pencil", "Line"
    RECTANGLE = "rectangle", "Rectangle"
    ELLIPSE = "ellipse", "Ellipse"
    ARROW = "arrow", "Arrow"
    PIN = "pin", "Pin"
    SURFACE = "surface", "Pin on the surface"


COLORS = ("#d55e00", "#56b4e9", "#f0e442", "#009e73", "#cc79a7", "#e69f00", "#0072b2", "#ffffff")
"""A marking's colour is a place in this list: eight that people with any colour vision tell apart (Okabe and Ito,
Color Universal Design, 2008, with white in place of black, which a dark picture would hide)."""
