"""From a comment to a suggestion: sentences, topics, rules, sum."""

from collections import defaultdict
from collections.abc import Iterator
from math import exp

from proofroom.catalogue.vocabulary import About, Topic
from proofroom.core.money import Money
from proofroom.returns.lifecycle import Keyword
from proofroom.returns.suggestion.cues import Cue
from proofroom.returns.suggestion.evidence import Evidence, Suggestion
from proofroom.returns.suggestion.mood import Mood, moods
from proofroom.returns.suggestion.order import Ordered
from proofroom.returns.suggestion.phrases import Found, longest
from proofroom.returns.suggestion.rules import FAIR, Mention, judge
from proofroom.returns.suggestion.spelling import is_english
from proofroom.returns.suggestion.tone import tones
from proofroom.returns.suggestion.wanting import want_of
from proofroom.returns.suggestion.words import LONGEST, Sentence, sentences

KEYWORD_POINTS = 1.0
"""What the customer calls it counts little: the order decides what it is."""
STEEPNESS = 0.6
"""How fast confidence grows with the points that one kind is ahead."""
REWORKED = "It was corrected before, and is said not to be right yet."
KEYWORDS = {each.value: each for each in Keyword}
OF_A_VARIABLE = (About.MORE, About.LESS, About.VARIABLE)


def suggest(comment: str, ordered: Ordered, keyword: Keyword | None = None) -> Suggestion:
    """What ``comment`` probably is for this order; ``keyword`` is the one picked by button, if any."""
    read = sentences(comment, ordered.mended)
    written = _keyword(read)
    topics = [longest(ordered.topics.find(sentence)) for sentence in read]
    heard = zip(read, moods(read, topics), topics, strict=True)
    found = [each for one in heard for each in _evidence(*one, comment, ordered)]
    if named := keyword or written:
        found.append(Evidence(named, KEYWORD_POINTS, named.label, "", "It is called so."))
    points = _points(found)
    kind = max(points, key=lambda each: points[each]) if found else None
    evidence = _telling(found, kind)
    extras = tuple(dict.fromkeys(each.extra for each in evidence if each.extra))
    return Suggestion(
        kind=kind,
        confidence=round(_share(points, kind), 3) if kind else 0.0,
        evidence=evidence,
        keyword=written,
        extras=extras,
        price=_price(ordered, extras) if kind is Keyword.AMENDMENT else None,
        english=is_english(comment[:LONGEST]),
    )


def _evidence(
    sentence: Sentence, mood: Mood, topics: list[Found[Topic]], comment: str, ordered: Ordered
) -> Iterator[Evidence]:
    yield from tones(sentence, mood, comment)
    if ordered.reworked and mood.has(Cue.STILL):
        yield Evidence(Keyword.CORRECTION, FAIR, comment[sentence[0].start : sentence[-1].end], "", REWORKED)
    told = set()
    for found in _without_names(topics):
        topic = found.meaning
        level = ordered.level(topic.slug) if topic.about in OF_A_VARIABLE else None
        want = want_of(found, sentence, mood, level.level or 0) if level else None
        evidence = judge(Mention(topic, found.words(sentence, comment), mood, ordered, want))
        if evidence is not None and (evidence.kind, topic.about, topic.slug) not in told:
            told.add((evidence.kind, topic.about, topic.slug))
            yield evidence


def _without_names(topics: list[Found[Topic]]) -> list[Found[Topic]]:
    """Where a sentence says which way (*muted*), the variable's bare name (*colors*) says nothing more."""
    ways = {each.meaning.slug for each in topics if each.meaning.about in (About.MORE, About.LESS)}
    return [each for each in topics if each.meaning.about is not About.VARIABLE or each.meaning.slug not in ways]


def _keyword(read: list[Sentence]) -> Keyword | None:
    """The first keyword in the text, misspelt ones included."""
    return next((KEYWORDS[word.text] for sentence in read for word in sentence if word.text in KEYWORDS), None)


def _points(found: list[Evidence]) -> dict[Keyword, float]:
    points: dict[Keyword, float] = defaultdict(float, dict.fromkeys(Keyword, 0.0))
    for each in found:
        points[each.kind] += each.points
    return points


def _share(points: dict[Keyword, float], kind: Keyword) -> float:
    return exp(STEEPNESS * points[kind]) / sum(exp(STEEPNESS * each) for each in points.values())


def _telling(found: list[Evidence], kind: Keyword | None) -> tuple[Evidence, ...]:
    """What speaks for the kind first, then what speaks against it; the heaviest first."""
    return tuple(sorted(found, key=lambda each: (each.kind is not kind, -each.points)))


def _price(ordered: Ordered, extras: tuple[str, ...]) -> Money | None:
    prices = [price for extra in extras if (price := ordered.price_of(extra)) is not None]
    return sum(prices[1:], prices[0]) if prices else None
