"""How a sentence speaks: which turns of phrase stand in it and where."""

from dataclasses import dataclass

from proofroom.catalogue.vocabulary import Topic
from proofroom.returns.suggestion.cues import CUES, Cue
from proofroom.returns.suggestion.phrases import Found
from proofroom.returns.suggestion.words import Sentence

THANKS = (Cue.PRAISE, Cue.IDEA, Cue.NOTHING)
WORK = frozenset({Cue.FAULT, Cue.DAMAGE, Cue.STILL, Cue.SHOULD, Cue.WISH, Cue.ADD, Cue.CHANGE, Cue.OWN, Cue.BEYOND})


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
    def only_thanks(self) -> bool:
        """It praises or has an idea for later, or says nothing else in a comment that does so."""
        if self.complains or self.has(Cue.WISH, Cue.OWN, Cue.BEYOND):
            return False
        return self.has(*THANKS) or (bool(self.whole & set(THANKS)) and not self.whole & WORK)


def moods(sentences: list[Sentence], topics: list[list[Found[Topic]]]) -> list[Mood]:
    """One for each sentence; a turn of phrase within a topic, as *grain* in *wood grain*, is none."""
    found = [
        tuple(each for each in CUES.find(sentence) if not any(_within(each, topic) for topic in named))
        for sentence, named in zip(sentences, topics, strict=True)
    ]
    whole = frozenset(each.meaning for cues in found for each in cues)
    return [Mood(cues, whole) for cues in found]


def _within(cue: Found[Cue], topic: Found[Topic]) -> bool:
    longer = topic.last - topic.first > cue.last - cue.first
    return longer and topic.first <= cue.first and cue.last <= topic.last
