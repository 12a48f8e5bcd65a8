"""The forms of the settings page."""

from itertools import groupby
from typing import Any
from zoneinfo import available_timezones

from django import forms

from proofroom.people.commands import Profile
from proofroom.people.models import Person

Choices = list[tuple[str, list[tuple[str, str]]]]


class ProfileForm(forms.Form):
    """Who one is, and in which zone one reads times."""

    name = forms.CharField(max_length=120, label="Name", help_text="As others in your orders read it.")
    time_zone = forms.ChoiceField(label="Time zone", help_text="Times in sentences and mails are in this zone.")

    def __init__(self, data: Any = None, *, person: Person) -> None:
        super().__init__(data, initial={"name": person.name, "time_zone": person.time_zone})
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["time_zone"] = forms.ChoiceField(
            label=self.fields["time_zone"].label, help_text=self.fields["time_zone"].help_text, choices=zones()
        )

    def profile(self) -> Profile:
        """What was written; the form is valid."""
        return Profile(self.cleaned_data["name"], self.cleaned_data["time_zone"])


class SecretForm(forms.Form):
    """A new API token or app password."""

    name = forms.CharField(
        max_length=80, label="What is it for?", help_text="A name by which you know it later, such as the program's."
    )


def zones() -> Choices:
    """The zones this machine knows, by part of the world; UTC first."""
    places = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    return [
        ("Universal", [("UTC", "UTC")]),
        *((area, [(name, _place(name)) for name in names]) for area, names in groupby(places, _area)),
    ]


def _area(name: str) -> str:
    return name.partition("/")[0]


def _place(name: str) -> str:
    return name.partition("/")[2].replace("_", " ").replace("/", ", ")
