"""How values read on pages: sizes, money, states, people's own time."""

from datetime import datetime

from django import template
from django.forms import BoundField
from django.middleware.csrf import get_token
from django.utils.html import format_html
from django.utils.timesince import timeuntil

from proofroom.core import clock
from proofroom.core.money import Money
from proofroom.interfaces.html.pages import ONCE_FIELD, new_key
from proofroom.orders.lifecycle.states import State

register = template.Library()
STEP = 1000


@register.filter
def filesize(size: int) -> str:
    """Bytes in the decimal units people see in their file manager: ``8.4 MB``."""
    amount, units = float(size), ["bytes", "kB", "MB", "GB", "TB"]
    while amount >= STEP and len(units) > 1:
        amount, units = amount / STEP, units[1:]
    return f"{amount:.0f} {units[0]}" if units[0] == "bytes" else f"{amount:.1f} {units[0]}"


@register.filter
def money(minor: int, currency: str) -> str:
    """Minor units as people write them: ``€1,234.50``."""
    return str(Money(minor, currency))


@register.filter
def state_title(state: str) -> str:
    """The word the customer reads for a state."""
    return State(state).label


@register.filter
def plural(count: int, word: str) -> str:
    """``1 picture``, ``24 pictures``."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


@register.filter
def initials(name: str) -> str:
    """Of the first and the last word, for the disc that stands for a person: ``MM``."""
    words = name.split()
    return "".join(word[0].upper() for word in dict.fromkeys((*words[:1], *words[-1:])))


@register.filter
def until(moment: datetime) -> str:
    """``2 days, 4 hours``; nothing when it is over."""
    return timeuntil(moment, clock.now())


@register.filter
def labelled(field: BoundField) -> str:
    """The field without the placeholder that allauth gives it: its label says the same."""
    return field.as_widget(attrs={"placeholder": False})


@register.simple_tag(takes_context=True)
def once(context: template.RequestContext) -> str:
    """The two hidden fields every form carries: the CSRF token, and the key that makes a second sending harmless."""
    token = get_token(context["request"])
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="{}" value="{}">',
        token,
        ONCE_FIELD,
        new_key(),
    )
