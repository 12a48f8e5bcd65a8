"""The form of an action, made from what the action takes: pages and API can never ask for different things."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from proofroom.catalogue.pricing import price
from proofroom.core.moments import in_words
from proofroom.interfaces.html.action_words import OPTIONS, WORDS
from proofroom.orders.lifecycle.states import Action
from proofroom.orders.models import Order
from proofroom.orders.queries import delivered_versions, quantity
from proofroom.people.models import Person
from proofroom.redistribution.models import Destination
from proofroom.returns.lifecycle import Decision
from proofroom.returns.queries import open_quote
from proofroom.workflow.inputs import input_of

LINE = 500
"""Texts of at most this many characters get one line."""
MOMENT = "%Y-%m-%dT%H:%M"
Schema = dict[str, Any]
OF_THEIR_OWN = {
    "artist": "artist",
    "stars": "stars",
    "agreed_price": "agreed_price",
    "quote": "quote",
    "currency": "currency",
    "pictures": "parts",
    "destinations": "destinations",
    "edition": "edition",
}
"""Fields that are like no other, by their names."""


class Seen(forms.HiddenInput):
    """Says what the page shows now, whatever was sent from an older showing."""

    def __init__(self, now: int) -> None:
        super().__init__()
        self.now = now

    def format_value(self, value: Any) -> str:  # noqa: ARG002 - Django's signature
        return str(self.now)


class ActionForm(forms.Form):
    """One action's form; ``given`` is what ``perform`` takes."""

    shapes: dict[str, str]

    def given(self) -> dict[str, Any]:
        """The cleaned values under the API's names; what was left empty is left out. Call after ``is_valid``."""
        values = {name: self._value(name) for name in self.fields}
        if "pictures" in values:
            values["pictures"] = self._parts()
        return {name: value for name, value in values.items() if value not in (None, "", [])}

    def note(self, wrong: dict[str, str]) -> None:
        """Puts the rules' sentences beside the fields they are about, or above the form."""
        for name, sentence in wrong.items():
            field = name.split(".")[0]
            self.add_error(field if field in self.fields else None, sentence)

    def comment_on(self, item: int) -> str:
        """What was written about one picture."""
        return str(self.data.get(f"comment-{item}", "")).strip()

    def part_of(self, item: int) -> str:
        """Which part of a split return a picture was put into."""
        return str(self.data.get(f"part-{item}", ""))

    def _parts(self) -> list[dict[str, Any]]:
        """Of a return that is not split the parts mean nothing, whatever stands in the form."""
        if self.cleaned_data.get("decision") != Decision.SPLIT:
            return []
        sent = [name.removeprefix("part-") for name in self.data if name.startswith("part-")]
        return [{"item": int(item), "decision": self.part_of(int(item))} for item in sent if item.isdecimal()]

    def _value(self, name: str) -> Any:
        value = self.cleaned_data[name]
        match self.shapes[name]:
            case "yes_or_no":
                return {"yes": True, "no": False}.get(value)
            case "artist" | "stars":
                return int(value)
            case "links":
                return [line.strip() for line in value.splitlines() if line.strip()]
            case "attachments" | "destinations":
                return [int(number) for number in value if number.isdecimal()]
            case "pictures":
                return [{"item": int(item), "comment": self.comment_on(int(item))} for item in value]
        return value


class AnyOf(forms.MultipleChoiceField):
    """Choices that the page shows by itself and the command checks."""

    def valid_value(self, value: Any) -> bool:  # noqa: ARG002 - Django's signature
        return True


def form_for(action: Action, order: Order, data: QueryDict | None = None) -> ActionForm:
    """The action's form for this order, filled with ``data`` when it was sent. Times are of Django's active zone."""
    schema = input_of(action).model_json_schema()
    needed = set(schema.get("required", []))
    shapes = {name: _shape(name, each) for name, each in schema.get("properties", {}).items()}
    fields = {
        name: _field(action, order, shapes[name], each, needed=name in needed)
        for name, each in schema.get("properties", {}).items()
    }
    made: type[ActionForm] = type("ActionForm", (ActionForm,), {**fields, "shapes": shapes})
    return made(data)


def _core(schema: Schema) -> Schema:
    """Without the possibility of nothing, which is said by not needing it."""
    return next(each for each in schema.get("anyOf", [schema]) if each.get("type") != "null")


def _shape(name: str, schema: Schema) -> str:
    core = _core(schema)
    kind, inner = core.get("type"), core.get("items", {})
    if name in OF_THEIR_OWN:
        return OF_THEIR_OWN[name]
    if "enum" in core:
        return "choice"
    if kind == "array" and inner.get("type") == "integer":
        return "attachments"
    if kind == "array":
        return "pictures" if "$ref" in inner else "links" if inner.get("format") == "uri" else "references"
    if core.get("format") == "date-time":
        return "moment"
    plain = {"boolean": "yes_or_no", "number": "amount"}
    return plain.get(str(kind)) or ("line" if core.get("maxLength", LINE + 1) <= LINE else "text")


def _field(action: Action, order: Order, shape: str, schema: Schema, *, needed: bool) -> forms.Field:
    field = FIELDS[shape](action, order, _core(schema))
    field.label, field.required = schema.get("title", ""), needed
    field.error_messages["required"] = "Choose at least one picture." if shape == "pictures" else "This is needed."
    return field


def _choice(_action: Action, _order: Order, core: Schema) -> forms.Field:
    return forms.ChoiceField(choices=[(word, OPTIONS[word]) for word in core["enum"]], widget=forms.RadioSelect)


def _yes_or_no(action: Action, _order: Order, _core: Schema) -> forms.Field:
    answers = zip(("yes", "no"), WORDS[action].answers, strict=True)
    return forms.ChoiceField(choices=list(answers), widget=forms.RadioSelect)


def _moment(action: Action, order: Order, _core: Schema) -> forms.Field:
    widget = forms.DateTimeInput(format=MOMENT, attrs={"type": "datetime-local", "class": "input-short"})
    hint = f"In your time zone, {timezone.get_current_timezone_name()}."
    if action is Action.REQUEST_EXTENSION and order.due_at is not None:
        hint += f" Until now it is due {in_words(order.due_at, timezone.get_current_timezone())}."
    return forms.DateTimeField(widget=widget, input_formats=[MOMENT, "%Y-%m-%dT%H:%M:%S"], help_text=hint)


def _amount(_action: Action, order: Order, _core: Schema) -> forms.Field:
    widget = forms.NumberInput(attrs={"step": "0.01", "min": "0", "class": "input-short"})
    return forms.DecimalField(max_digits=12, decimal_places=2, widget=widget, help_text=f"In {order.price.currency}.")


def _line(_action: Action, _order: Order, core: Schema) -> forms.Field:
    return _words(core, forms.TextInput())


def _text(_action: Action, _order: Order, core: Schema) -> forms.Field:
    return _words(core, forms.Textarea(attrs={"rows": 5}))


def _words(core: Schema, widget: forms.Widget) -> forms.Field:
    most = core.get("maxLength")
    too_long = f"This is too long: write at most {most:,} characters." if most else ""
    return forms.CharField(max_length=most, widget=widget, error_messages={"max_length": too_long})


def _links(_action: Action, _order: Order, _core: Schema) -> forms.Field:
    widget = forms.Textarea(attrs={"rows": 2, "placeholder": "https://"})
    return forms.CharField(widget=widget, help_text="One address a line.")


def _references(_action: Action, _order: Order, _core: Schema) -> forms.Field:
    return AnyOf(widget=forms.MultipleHiddenInput)


def _attachments(_action: Action, _order: Order, _core: Schema) -> forms.Field:
    return AnyOf(widget=forms.MultipleHiddenInput)


def _artist(_action: Action, order: Order, _core: Schema) -> forms.Field:
    artists = Person.objects.filter(role=Person.Role.ARTIST, is_active=True)
    artists = artists.exclude(pk=order.artist_id) if order.artist_id else artists
    return forms.ChoiceField(choices=[("", "Choose an artist"), *artists.order_by("name").values_list("pk", "name")])


def _stars(_action: Action, _order: Order, _core: Schema) -> forms.Field:
    words = ("1, poor", "2, weak", "3, fair", "4, good", "5, excellent")
    choices = [(str(number), said) for number, said in enumerate(words, start=1)]
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect)


def _agreed_price(_action: Action, order: Order, _core: Schema) -> forms.Field:
    computed = price(order.spec, quantity(order)).total.minor
    return forms.IntegerField(widget=Seen(computed))


def _destinations(_action: Action, order: Order, _core: Schema) -> forms.Field:
    there = Destination.objects.filter(account=order.account_id, removed_at=None)
    return forms.MultipleChoiceField(choices=list(there.values_list("pk", "name")), widget=forms.CheckboxSelectMultiple)


def _edition(_action: Action, _order: Order, _core: Schema) -> forms.Field:
    return forms.CharField(widget=forms.HiddenInput)


def _quote(_action: Action, order: Order, _core: Schema) -> forms.Field:
    quote = open_quote(order)
    return forms.IntegerField(initial=quote.pk if quote else None, widget=forms.HiddenInput)


def _currency(_action: Action, order: Order, _core: Schema) -> forms.Field:
    return forms.CharField(initial=order.price.currency, widget=forms.HiddenInput)


def _parts(_action: Action, _order: Order, _core: Schema) -> forms.Field:
    """Each picture has a choice of its own on the page, read by ``ActionForm._parts``."""
    return forms.Field(widget=forms.HiddenInput)


def _pictures(_action: Action, order: Order, _core: Schema) -> forms.Field:
    delivered = delivered_versions(order).values_list("item_id", "item__name")
    return forms.MultipleChoiceField(choices=list(delivered), widget=forms.CheckboxSelectMultiple)


FIELDS: dict[str, Callable[[Action, Order, Schema], forms.Field]] = {
    "choice": _choice,
    "yes_or_no": _yes_or_no,
    "moment": _moment,
    "amount": _amount,
    "line": _line,
    "text": _text,
    "links": _links,
    "references": _references,
    "attachments": _attachments,
    "artist": _artist,
    "stars": _stars,
    "agreed_price": _agreed_price,
    "destinations": _destinations,
    "edition": _edition,
    "quote": _quote,
    "currency": _currency,
    "parts": _parts,
    "pictures": _pictures,
}
