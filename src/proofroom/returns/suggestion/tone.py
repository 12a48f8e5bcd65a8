"""What a sentence says by its tone alone, whatever it is about."""

from collections.abc import Iterator

from proofroom.returns.lifecycle import Keyword
from proofroom.returns.suggestion.cues import Cue
from proofroom.returns.suggestion.evidence import Evidence
from proofroom.returns.suggestion.mood import Mood
from proofroom.returns.suggestion.words import Sentence

TONES: dict[Cue, tuple[Keyword, float, str]] = {
    Cue.FAULT: (Keyword.CORRECTION, 1.0, "Something is found wrong."),
    Cue.DAMAGE: (Keyword.CORRECTION, 2.0, "A picture is damaged or missing."),
    Cue.STILL: (Keyword.CORRECTION, 1.5, "Something was left undone."),
    Cue.ORDERED: (Keyword.CORRECTION, 1.0, "It refers to what was ordered."),
    Cue.SHOULD: (Keyword.CORRECTION, 1.0, "It says how it should be."),
    Cue.WISH: (Keyword.AMENDMENT, 0.8, "It is a wish."),
    Cue.ADD: (Keyword.AMENDMENT, 1.2, "Something is to be added or taken away."),
    Cue.CHANGE: (Keyword.AMENDMENT, 1.0, "Something is to be different."),
    Cue.OWN: (Keyword.AMENDMENT, 2.0, "Something else than was ordered is wanted."),
    Cue.BEYOND: (Keyword.AMENDMENT, 2.0, "It goes beyond what was ordered."),
    Cue.BACK: (Keyword.AMENDMENT, 1.0, "Something ordered is to be taken back."),
    Cue.PRAISE: (Keyword.FEEDBACK, 1.2, "It is thanks or praise."),
    Cue.IDEA: (Keyword.FEEDBACK, 2.5, "It is an idea for later."),
    Cue.NOTHING: (Keyword.FEEDBACK, 3.0, "It asks for nothing."),
}


def tones(sentence: Sentence, mood: Mood, comment: str) -> Iterator[Evidence]:
    """One finding for each tone of the sentence, however often it sounds."""
    heard = set()
    for found in mood.found:
        if found.meaning not in heard:
            heard.add(found.meaning)
            kind, points, reason = TONES[found.meaning]
            yield Evidence(kind, points, found.words(sentence, comment), "", reason)
