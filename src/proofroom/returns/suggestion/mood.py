"""How a sentence speaks: which turns of phrase stand in it and where."""

from dataclasses import dataclass

from proofroom.returns.suggestion.cues import CUES, Cue
from proofroom.returns.suggestion.phrases import Found
from proofroom.returns.suggestion.words import Sentence


@dataclass(frozen=True)
class Mood:
    """The turns of phrase of one sentence; ``whole`` are those of the whole comment."""

    found: tuple[Found[Cue], ...]
    whole: frozenset[Cue]

    def has(self, *cues: Cue) -> bool:
        """Any of them stands in the sentence."""
        return any(each.meaning in cues for each in self.found)

    @property
    def complains(self) -> bool:
        return self.has(Cue.FAULT, Cue.DAMAGE, Cue.STILL, Cue.SHOULD)

    @property
    def wishes(self) -> bool:
        return self.has(Cue.WISH, Cue.ADD, Cue.CHANGE)

    @property
    def changes_the_order(self) -> bool:
        """Says that it is the customer who wants something else than was ordered."""
        return self.has(Cue.OWN, Cue.BEYOND, Cue.BACK)

    @property
    def thanks(self) -> bool:
        return self.has(Cue.PRAISE, Cue.IDEA, Cue.NOTHING)


def moods(sentences: list[Sentence]) -> list[Mood]:
    """One for each sentence."""
    found = [tuple(CUES.find(sentence)) for sentence in sentences]
    whole = frozenset(each.meaning for cues in found for each in cues)
    return [Mood(cues, whole) for cues in found]
