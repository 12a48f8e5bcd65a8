"""A comment cut into sentences of words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from proofroom.returns.suggestion.spelling import stem

LONGEST = 4_000
"""Characters that are read; what a comment asks for stands at its beginning."""
SENTENCE_ENDS = re.compile(
    r"(?<!\d)[.!?]+(?=\s|$)|[;\n]+|\s-\s|\bbut\b|,\s+and\b|\band\s+(?=(?:could|can|please|would|we would|I would)\b)",
    re.IGNORECASE,
)
WORD = re.compile(r"[+\-\u2212]\d+|\d+|[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
SPELT_SHORT = {
    "colour": "color",
    "grey": "gray",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "pic": "picture",
    "thn": "than",
    "u": "you",
}


@dataclass(frozen=True)
class Word:
    """One word: where it stands in the comment, its stem, and what it compares (``brighter``: ``bright``)."""

    start: int
    end: int
    text: str
    stem: str
    compared: str = ""


Sentence = tuple[Word, ...]


def sentences(comment: str, mended: Callable[[str], str]) -> list[Sentence]:
    """The sentences of the comment's beginning; ``mended`` says what a misspelt word was meant to be."""
    read, begin, found = comment[:LONGEST], 0, []
    for end in (*(match.span() for match in SENTENCE_ENDS.finditer(read)), (len(read), len(read))):
        words = tuple(_word(match, mended) for match in WORD.finditer(read, begin, end[0]))
        begin = end[1]
        if words:
            found.append(words)
    return found


def stems(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase of the studio or of our own lists."""
    return tuple(stem(_plain(match.group())) for match in WORD.finditer(phrase))


def _word(match: re.Match[str], mended: Callable[[str], str]) -> Word:
    text = mended(_plain(match.group()))
    return Word(match.start(), match.end(), text, stem(text), _compared(text))


def _plain(word: str) -> str:
    small = word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "").replace("'", "").replace("\N{MINUS SIGN}", "-")
    for british, american in (("colour", "color"), ("grey", "gray")):
        small = small.replace(british, american)
    return SPELT_SHORT.get(small, small)


def _compared(text: str) -> str:
    """The stem of what a comparative compares: brighter, darker, larger, crispier."""
    if not text.endswith(("er", "est")) or len(text) < len("paler"):
        return ""
    root = text.removesuffix("est").removesuffix("er")
    if root.endswith("i"):
        root = root[:-1] + "y"
    elif root[-1:] == root[-2:-1] and root[-1:] in "bdgmnt":
        root = root[:-1]
    return stem(root)
