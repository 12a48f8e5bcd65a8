"""The rules: what a topic of the order means in a sentence that speaks of it like this.

Each gives evidence for one kind. The larger its points, the less other findings can outweigh it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from proofroom.catalogue.vocabulary import About, Topic
from proofroom.returns.lifecycle import Keyword
from proofroom.returns.suggestion.cues import Cue
from proofroom.returns.suggestion.evidence import Evidence
from proofroom.returns.suggestion.mood import Mood
from proofroom.returns.suggestion.order import Ordered, line_of
from proofroom.returns.suggestion.wanting import Want

CORRECTION, AMENDMENT, FEEDBACK = Keyword.CORRECTION, Keyword.AMENDMENT, Keyword.FEEDBACK
CERTAIN, STRONG, FAIR, WEAK = 4.0, 3.0, 2.0, 1.0


@dataclass(frozen=True)
class Mention:
    """A topic in a sentence: the customer's words, how the sentence speaks, and what it wants of a variable."""

    topic: Topic
    words: str
    mood: Mood
    ordered: Ordered
    want: Want | None = None

    def says(self, kind: Keyword, points: float, reason: str, *, buy: bool = False) -> Evidence:
        """Evidence with this topic's line of the order."""
        slug, want = self.topic.slug, self.want
        return Evidence(
            kind=kind,
            points=points,
            words=self.words,
            line=line_of(self.ordered, self.topic),
            reason=reason,
            extra=slug if buy else "",
            variable=slug if want else "",
            way=want.way if want else 0,
        )

    @property
    def only_thanks(self) -> bool:
        """The comment praises or has an idea, and this sentence finds no fault and wishes nothing."""
        return self.mood.only_thanks


def about_extra(mention: Mention) -> Evidence:
    """Ordered and not right: a correction. Not ordered: an amendment with the catalogue's price (Row B16)."""
    name, mood = mention.topic.name, mention.mood
    if not mention.ordered.has(mention.topic.slug):
        return mention.says(AMENDMENT, CERTAIN, f"{name} is not part of the order.", buy=True)
    if mood.has(Cue.BACK, Cue.OWN) or (mood.has(Cue.CHANGE) and not mood.complains):
        return mention.says(AMENDMENT, STRONG, f"{name} was ordered, and something else is wanted now.")
    return mention.says(CORRECTION, CERTAIN, f"{name} is part of the order.")


def about_variable(mention: Mention) -> Evidence | None:
    """Compared with the ordered level: towards it is a correction, away from it or beyond it an amendment."""
    want, level = mention.want, mention.ordered.level(mention.topic.slug)
    if want is None or level is None:
        return None
    ordered = level.level or 0
    if want.way and ordered * want.way < 0:
        return mention.says(AMENDMENT, STRONG, f"{level.label} was ordered, and the opposite is wanted now.")
    if mention.mood.changes_the_order:
        return mention.says(AMENDMENT, CERTAIN, "It is wanted otherwise than it was ordered.")
    if ordered and want.way:
        return mention.says(CORRECTION, STRONG, f"{level.label} was ordered.")
    if want.plain:
        return mention.says(AMENDMENT, FAIR, f"{level.label} was ordered, and a change is wished for.")
    style = mention.ordered.spec.style
    return mention.says(CORRECTION, FAIR, f"The style {style.name} does not ask for this." if style else "Not ordered.")


def about_style(mention: Mention) -> Evidence:
    """The ordered style missed is a correction; another style wished for is an amendment."""
    style, mood = mention.ordered.spec.style, mention.mood
    same = style is not None and style.slug == mention.topic.slug
    if same and not mood.changes_the_order:
        return mention.says(CORRECTION, FAIR, f"The style {mention.topic.name} was ordered.")
    if mood.complains and not mood.changes_the_order:
        return mention.says(CORRECTION, FAIR, "It does not look like the style that was ordered.")
    return mention.says(AMENDMENT, STRONG, "Another style was ordered.")


def about_included(mention: Mention) -> Evidence:
    """What the product includes is owed, unless something other than it is wished for."""
    mood = mention.mood
    if (mood.has(Cue.CHANGE, Cue.ADD) or mood.changes_the_order) and not mood.complains:
        return mention.says(AMENDMENT, FAIR, "Something else than what the product includes is wished for.")
    return mention.says(CORRECTION, STRONG, "The product includes this.")


def about_not_included(mention: Mention) -> Evidence:
    """What the product leaves out is a new request."""
    if mention.mood.complains and not mention.mood.wishes:
        return mention.says(CORRECTION, WEAK, "It is complained about, though the product does not include it.")
    return mention.says(AMENDMENT, STRONG, "The product does not include this.")


RULES: dict[About, Callable[[Mention], Evidence | None]] = {
    About.EXTRA: about_extra,
    About.MORE: about_variable,
    About.LESS: about_variable,
    About.VARIABLE: about_variable,
    About.STYLE: about_style,
    About.INCLUDED: about_included,
    About.NOT_INCLUDED: about_not_included,
}


def judge(mention: Mention) -> Evidence | None:
    """What the mention speaks for; praise of anything is feedback (Row B11)."""
    if mention.only_thanks:
        return mention.says(FEEDBACK, FAIR, "It is praised, or an idea for later.")
    return RULES[mention.topic.about](mention)
