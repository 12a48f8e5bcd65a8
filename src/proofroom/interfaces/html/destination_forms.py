"""The form of a new destination, made from what its kind has to be told: pages and API ask for the same things."""

from typing import Any

from django import forms

from proofroom.redistribution.destinations import LONGEST_NAME
from proofroom.redistribution.kinds import KINDS

MADE_BY_US = ("signing_secret",)
Schema = dict[str, Any]


class DestinationForm(forms.Form):
    """One kind's form; ``given`` is what ``add_destination`` takes."""

    shapes: dict[str, str]

    def given(self) -> dict[str, Any]:
        """The cleaned values under the API's names, the name left out. Call after ``is_valid``."""
        return {name: _value(self.cleaned_data[name], shape) for name, shape in self.shapes.items()}

    def note(self, wrong: dict[str, str]) -> None:
        """Puts each sentence beside the field it is about."""
        for name, sentence in wrong.items():
            self.add_error(name if name in self.fields else None, sentence)


def destination_form(kind: str, data: Any = None) -> DestinationForm:
    """The form of this kind, filled with what was sent; passwords are never filled in again."""
    schema = KINDS[kind].model_json_schema()
    told = {name: each for name, each in schema["properties"].items() if name not in MADE_BY_US}
    fields: dict[str, forms.Field] = {"name": _called()}
    fields |= {name: _field(each, needed=name in schema.get("required", [])) for name, each in told.items()}
    shapes = {name: str(each.get("type", "string")) for name, each in told.items()}
    made: type[DestinationForm] = type("DestinationForm", (DestinationForm,), {**fields, "shapes": shapes})
    return made(data)


def _called() -> forms.Field:
    said = "As you and your colleagues read it, such as the client's name."
    return forms.CharField(max_length=LONGEST_NAME, label="Name", help_text=said)


def _field(schema: Schema, *, needed: bool) -> forms.Field:
    field = _plain(schema)
    field.label, field.required = schema.get("title", ""), needed
    field.help_text, field.initial = schema.get("description", ""), schema.get("default")
    field.error_messages["required"] = "This is needed."
    return field


def _plain(schema: Schema) -> forms.Field:
    if schema.get("format") == "password":
        hidden = forms.PasswordInput(attrs={"autocomplete": "new-password"})
        return forms.CharField(max_length=schema.get("maxLength"), strip=False, widget=hidden)
    match schema.get("type"):
        case "integer":
            narrow = forms.NumberInput(attrs={"class": "input-short"})
            return forms.IntegerField(min_value=schema["minimum"], max_value=schema["maximum"], widget=narrow)
        case "boolean":
            return forms.TypedChoiceField(
                choices=[("True", "Yes"), ("False", "No")], coerce=lambda each: each == "True"
            )
        case "array":
            return forms.CharField(widget=forms.Textarea(attrs={"rows": 4}))
    return forms.CharField(max_length=schema.get("maxLength"))


def _value(value: Any, shape: str) -> Any:
    return value.splitlines() if shape == "array" else value
