"""Marking what is wrong with one picture."""

from typing import Any

from django import forms

from proofroom.review.commands.drawing import Drawn
from proofroom.review.kinds import Kind

SIDES = ("x", "y", "width", "height")
WHOLE = 100


def _percent(label: str) -> forms.FloatField:
    widget = forms.NumberInput(attrs={"step": "0.1", "min": "0", "max": "100"})
    return forms.FloatField(min_value=0, max_value=WHOLE, required=False, label=label, widget=widget)


class RejectForm(forms.Form):
    """What is wrong with a picture, and where: an area in percent of the picture, measured from its upper left."""

    comment = forms.CharField(
        label="What is wrong",
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="A comment, a marked area, or both. In English, if you can: the studio's artists share it.",
    )
    x = _percent("From the left, %")
    y = _percent("From the top, %")
    width = _percent("Width, %")
    height = _percent("Height, %")

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError when neither a comment nor a whole area is there, or the area leaves the picture."""
        told = super().clean() or {}
        sides = [told.get(name) for name in SIDES]
        drawn = [side for side in sides if side is not None]
        if drawn and (len(drawn) < len(SIDES) or not (told["width"] and told["height"])):
            raise forms.ValidationError("The marked area needs all four numbers, its width and height above 0.")
        if drawn and (told["x"] + told["width"] > WHOLE or told["y"] + told["height"] > WHOLE):
            raise forms.ValidationError("The marked area reaches beyond the picture.")
        if not drawn and not told.get("comment"):
            raise forms.ValidationError("Say or mark what is wrong.")
        return told

    def area(self) -> Drawn | None:
        """The marked area with its words; None where only words were given. Call after ``is_valid``."""
        told = self.cleaned_data
        sides = {name: told[name] for name in SIDES}
        return Drawn(Kind.RECTANGLE, sides, told["comment"]) if told["width"] else None
