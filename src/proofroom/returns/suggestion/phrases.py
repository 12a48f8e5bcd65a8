"""Finding phrases in sentences by their stems."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from proofroom.returns.suggestion.words import Sentence, stems

Meaning = TypeVar("Meaning")
PASSED_OVER = frozenset(stems("the a an all any my our your some these those this that both of on"))
BETWEEN = 3
"""Words that may stand where a phrase has ``~``."""
GAP = "~"


@dataclass(frozen=True)
class Found(Generic[Meaning]):
    """A phrase in a sentence: from word ``first`` to word ``last``."""

    meaning: Meaning
    first: int
    last: int
    compared: bool = False

    def words(self, sentence: Sentence, comment: str) -> str:
        """As the customer wrote it."""
        return comment[sentence[self.first].start : sentence[self.last].end]


class Phrases(Generic[Meaning]):
    """Many phrases, each with what it means; found in one pass over a sentence."""

    def __init__(self, meanings: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = defaultdict(list)
        for phrase, meaning in meanings:
            parts = tuple(part for each in phrase.split() for part in ((GAP,) if each == GAP else stems(each)))
            if parts:
                self._by_first[parts[0]].append((parts, meaning))

    def find(self, sentence: Sentence) -> list[Found[Meaning]]:
        """Everything found; where two overlap with the same kind of meaning, both are there."""
        found = []
        for at, word in enumerate(sentence):
            for start in dict.fromkeys((word.stem, word.compared)):
                for parts, meaning in self._by_first.get(start, ()):
                    last = _follow(parts[1:], sentence, at)
                    if last is not None:
                        found.append(Found(meaning, at, last, compared=start == word.compared))
        return found


def longest(found: Sequence[Found[Meaning]]) -> list[Found[Meaning]]:
    """Without what lies within a longer one: *clipping path* is not also *path*."""
    kept: list[Found[Meaning]] = []
    for each in sorted(found, key=lambda one: (one.first - one.last, one.first)):
        if not any(other.first <= each.first and each.last <= other.last for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda one: one.first)


def _follow(parts: tuple[str, ...], sentence: Sentence, at: int) -> int | None:
    """Where the rest of a phrase ends, when it follows word ``at``; little words may stand between."""
    for number, part in enumerate(parts):
        if part == GAP:
            ends = (_follow(parts[number + 1 :], sentence, at + skip) for skip in range(BETWEEN + 1))
            return next((end for end in ends if end is not None), None)
        at += 1
        while at < len(sentence) and sentence[at].stem in PASSED_OVER and sentence[at].stem != part:
            at += 1
        if at >= len(sentence) or part not in {sentence[at].stem, sentence[at].compared}:
            return None
    return at
