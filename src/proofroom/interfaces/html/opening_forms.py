"""The forms of the studio's opening hours."""

from datetime import date, time
from typing import Any

from django import forms

from proofroom.catalogue.opening import countries
from proofroom.interfaces.html.settings_forms import zones

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Week = dict[int, tuple[time, time]]


class WeekForm(forms.Form):
    """From when to when the studio works on each day; a day whose two fields are empty is closed."""

    zone = forms.ChoiceField(label="Time zone of the studio")

    def __init__(self, data: Any = None, *, zone: str, week: Week) -> None:
        super().__init__(data, initial={"zone": zone}, auto_id="week-%s")
        self.fields["zone"] = forms.ChoiceField(label="Time zone of the studio", choices=zones())
        for number, name in enumerate(WEEKDAYS):
            opens, closes = week.get(number, (None, None))
            self.fields[f"opens_{number}"] = _hour(f"{name}, from", opens)
            self.fields[f"closes_{number}"] = _hour(f"{name}, to", closes)

    def days(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """Each day's name with its two fields."""
        return [(name, self[f"opens_{number}"], self[f"closes_{number}"]) for number, name in enumerate(WEEKDAYS)]

    def clean(self) -> dict[str, Any]:
        for number, name in enumerate(WEEKDAYS):
            opens, closes = self.cleaned_data.get(f"opens_{number}"), self.cleaned_data.get(f"closes_{number}")
            if (opens is None) != (closes is None):
                self.add_error(f"closes_{number}", f"{name} needs both times, or none when the studio is closed.")
            elif opens is not None and closes <= opens:
                self.add_error(f"closes_{number}", f"{name} has to close later than it opens.")
        return self.cleaned_data

    def week(self) -> Week:
        """The days on which the studio works; the form is valid."""
        given = self.cleaned_data
        days = range(len(WEEKDAYS))
        return {day: (given[f"opens_{day}"], given[f"closes_{day}"]) for day in days if given[f"opens_{day}"]}


class ClosedDayForm(forms.Form):
    """One day without work."""

    date = forms.DateField(label="Day", widget=forms.DateInput(attrs={"type": "date"}))
    name = forms.CharField(max_length=80, label="Why", help_text="Such as: company outing.")


class HolidaysForm(forms.Form):
    """All public holidays of a country in a year."""

    country = forms.ChoiceField(label="Country")
    year = forms.IntegerField(label="Year")

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"year": today.year})
        self.fields["country"] = forms.ChoiceField(label="Country", choices=[("", "Choose a country"), *countries()])
        self.fields["year"] = forms.IntegerField(label="Year", min_value=today.year, max_value=today.year + 5)


def _hour(label: str, given: time | None) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time", "aria-label": label})
    return forms.TimeField(required=False, label=label, initial=given, widget=widget)
