"""Which way a variable is to be turned: *too bright* wants less, *not bright enough* and *brighter* want more."""

from dataclasses import dataclass

from proofroom.catalogue.vocabulary import About, Topic
from proofroom.returns.suggestion.cues import Cue
from proofroom.returns.suggestion.mood import Mood
from proofroom.returns.suggestion.phrases import Found
from proofroom.returns.suggestion.words import Sentence, stems

TOO = frozenset(stems("too so over overly way to excessively"))
NOT = frozenset(stems("not isnt arent wasnt no never hardly nowhere lost lack missing"))
LESS = frozenset(stems("less reduce lower decrease down weaker minus -1 -2 tone"))
MORE = frozenset(stems("more increase raise up boost boosted higher stronger plus +1 +2 add extra"))
STATED = frozenset({"is", "are", "its", "theyre", "was", "were", "look", "looks", "came", "still"})
"""Not by their stems: *it's darker* states, *make it darker* does not."""
TURNING = frozenset(stems("make be get turn bit little prefer want like more step give lift change"))
ORDERING = frozenset(stems("ordered asked chose choose picked selected paid for had"))
FAR, NEAR, NEXT = 5, 3, 2
"""How many words before it may turn the meaning of a word."""


@dataclass(frozen=True)
class Want:
    """``way``: 1 more, -1 less, 0 not said. ``plain``: it is a wish that finds no fault."""

    way: int
    plain: bool


def want_of(found: Found[Topic], sentence: Sentence, mood: Mood, level: int) -> Want | None:
    """What the sentence wants of the variable; None where it only repeats what was ordered.

    ``level`` is the ordered one: *back to normal* turns against it.
    """
    before = [word.stem for word in sentence[max(0, found.first - FAR) : found.first]]
    if found.meaning.about is About.VARIABLE:
        return _of_name(found, sentence, mood, level)
    way = 1 if found.meaning.about is About.MORE else -1
    if _repeats_order(before, mood):
        return None
    if TOO & set(before[-NEXT:]):
        return Want(-way, plain=False)
    if NOT & set(before[-NEAR:]):
        return Want(way, plain=False)
    if LESS & set(before[-NEXT:]):
        return Want(-way, plain=not mood.complains)
    stated = any(word.text in STATED for word in sentence[max(0, found.first - NEXT) : found.first])
    return _of_adjective(found, before, mood, way, stated=stated)


def _of_adjective(found: Found[Topic], before: list[str], mood: Mood, way: int, *, stated: bool) -> Want:
    if not stated and (found.compared or mood.has(Cue.SHOULD) or TURNING & set(before)):
        return Want(way, plain=mood.wishes and not mood.complains)
    if mood.wishes and not mood.complains and not stated:
        return Want(way, plain=True)
    return Want(-way, plain=False)


def _of_name(found: Found[Topic], sentence: Sentence, mood: Mood, level: int) -> Want | None:
    around = {word.stem for word in sentence[max(0, found.first - NEAR) : found.last + FAR]}
    if mood.has(Cue.BACK):
        return Want(-1 if level > 0 else 1, plain=True)
    for turned, way in ((LESS, -1), (MORE, 1)):
        if turned & around:
            return Want(way, plain=not mood.complains)
    return Want(0, plain=mood.wishes and not mood.complains)


def _repeats_order(before: list[str], mood: Mood) -> bool:
    """*I know I asked for brighter* says what was ordered, not what is wanted."""
    ordering = bool(ORDERING & set(before[-NEAR:]))
    return ordering and mood.has(Cue.ORDERED, Cue.OWN) and not TOO & set(before[-NEXT:])
