"""What the matcher knows of the order: its specification, the catalogue's words, prices and what happened so far."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from proofroom.catalogue.specification import Choice, Specification
from proofroom.catalogue.vocabulary import About, Topic, Vocabulary
from proofroom.core.money import Money
from proofroom.returns.suggestion.cues import SAID
from proofroom.returns.suggestion.phrases import Phrases
from proofroom.returns.suggestion.spelling import mend
from proofroom.returns.suggestion.words import WORD


@dataclass(frozen=True)
class Ordered:
    """An order as far as a comment is compared with it.

    ``prices``: what each extra costs per picture when it is added now, by its slug. ``bought``: extras that came into
    the order later, by approved quotes. ``reworked``: something was corrected before.
    """

    spec: Specification
    words: Vocabulary
    prices: dict[str, int] = field(default_factory=dict)
    pictures: int = 1
    bought: frozenset[str] = frozenset()
    reworked: bool = False

    @property
    def topics(self) -> Phrases[Topic]:
        """The catalogue's phrases, ready to be found."""
        return self._ready[0]

    def mended(self, word: str) -> str:
        """What a misspelt word was meant to be."""
        known = self._ready[1]
        return word if word in known else mend(word, known)

    @cached_property
    def _ready(self) -> tuple[Phrases[Topic], frozenset[str]]:
        return _prepared(self.words)

    def level(self, slug: str) -> Choice | None:
        """The ordered level of a variable."""
        return next((each for each in self.spec.variables if each.slug == slug), None)

    def has(self, extra: str) -> bool:
        """The extra is part of the order, from the beginning or by a quote."""
        return extra in self.bought or any(each.slug == extra for each in self.spec.extras)

    def price_of(self, extra: str) -> Money | None:
        """What the extra costs for all pictures when it is added now; None where the catalogue has no price."""
        each = self.prices.get(extra)
        return None if each is None else Money(each, self.spec.currency) * self.pictures


def line_of(ordered: Ordered, topic: Topic) -> str:
    """The line of the order that the topic is about, as the order's page words it; empty where it has none."""
    match topic.about:
        case About.STYLE:
            return f"Style: {ordered.spec.style.name}" if ordered.spec.style else ""
        case About.MORE | About.LESS | About.VARIABLE:
            chosen = ordered.level(topic.slug)
            return f"{chosen.name}: {chosen.label}" if chosen else ""
        case About.EXTRA:
            return f"Extra: {topic.name}" if ordered.has(topic.slug) else ""
        case About.INCLUDED:
            return f"Included: {topic.name}"
    return f"Not included: {topic.name}"


@lru_cache(maxsize=64)
def _prepared(words: Vocabulary) -> tuple[Phrases[Topic], frozenset[str]]:
    """A catalogue's phrases, and all single words that a misspelt one can have been meant to be."""
    return Phrases(words), frozenset(_single_words([phrase for phrase, _ in words])) | GENERAL


def _single_words(phrases: list[str]) -> Iterator[str]:
    for phrase in phrases:
        for match in WORD.finditer(phrase.lower()):
            yield from (match.group(), f"{match.group()}s")


GENERAL = frozenset(_single_words(list(SAID.values())))
