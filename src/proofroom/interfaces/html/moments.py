"""The reader's own time zone; times of their own are written by ``pieces/moment.html``, those in sentences here."""

from proofroom.core.moments import in_words, span_in_words
from proofroom.people.zones import zone_of

__all__ = ["in_words", "span_in_words", "zone_of"]
