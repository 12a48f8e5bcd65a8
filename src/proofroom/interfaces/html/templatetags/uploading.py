"""What the upload piece says of limits before anything is sent."""

from dataclasses import dataclass

from django import template

from proofroom.files import limits
from proofroom.files.room import room_left

register = template.Library()


@dataclass(frozen=True)
class Limits:
    """``largest`` and ``room`` in bytes, ``room`` None without a limit; ``endings`` with spaces between."""

    largest: int
    endings: str
    kinds: str
    room: int | None

    @property
    def sentence(self) -> str:
        """All of them in words."""
        told = [f"Each file up to {limits.size_words(self.largest)}."]
        if self.kinds:
            told.append(f"Taken are {self.kinds}.")
        if self.room is not None:
            told.append(f"Your account has room for {limits.size_words(self.room)} more.")
        return " ".join(told)


@register.simple_tag(takes_context=True)
def upload_limits(context: template.RequestContext) -> Limits:
    """The limits of the person who looks at the page."""
    person = context["request"].user
    room = room_left(person) if person.is_authenticated else None
    return Limits(limits.largest_file(), " ".join(sorted(limits.wanted_endings())), limits.kinds_words(), room)
