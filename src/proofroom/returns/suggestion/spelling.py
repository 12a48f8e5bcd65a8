"""Words as they were meant: stems, misspelt words mended, and whether a text is English."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from snowballstemmer import stemmer
from spellchecker import SpellChecker

LETTERS = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
FEW = 3
"""A text of fewer words is not judged."""
ENGLISH_SHARE = 0.6
"""Of the words of an English comment, typing errors included, at least this share stands in the dictionary.

Measured by ``python -m bench.suggestions``: it tells all 50 sentences in 25 other languages.
"""
SHORT, LONG = 4, 7
"""Letters: shorter words are not mended, longer ones may have two errors."""


@lru_cache(maxsize=1)
def dictionary() -> frozenset[str]:
    """160,000 English words, from the library's own file; read at the first comment, in about a second."""
    return frozenset(SpellChecker(language="en").word_frequency.keys())


@lru_cache(maxsize=8_192)
def stem(word: str) -> str:
    """The English stem of a word in small letters; *brightness* is a name and stays apart from *bright*."""
    return word if word.endswith("ness") else str(stemmer("english").stemWord(word))


def is_english(text: str) -> bool:
    """False for a text of three words and more that are mostly not English; a hint, never a wall (Row B6).

    Of shorter texts only those in other letters are told: scripts without spaces have few words.
    """
    words = [word.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for word in LETTERS.findall(text)]
    if any(not word.isascii() and len(word) > FEW for word in words) and len(words) < FEW:
        return False
    known = sum(word in dictionary() or word.removesuffix("'s") in dictionary() for word in words)
    return len(words) < FEW or known >= ENGLISH_SHARE * len(words)


def mend(word: str, meant: Iterable[str]) -> str:
    """The one of ``meant`` that ``word`` misspells, or ``word`` itself.

    Words of the dictionary stay as they are. One error is mended in words of four letters and more, two from seven on:
    a letter too many, too few, wrong, or two exchanged.
    """
    if len(word) < SHORT or word in dictionary():
        return word
    found = process.extractOne(word, meant, scorer=OSA.distance, score_cutoff=2 if len(word) >= LONG else 1)
    return found[0] if found else word
