"""What a customer calls a comment in its own words (Row B6).

It counts like the button and decides whether the order reopens. The suggestion weighs any keyword, anywhere and
misspelt, but decides nothing.
"""

import re

from proofroom.returns.states import Keyword

# Only where it heads the comment: "the correction of yesterday was fine" calls nothing a correction.
WORDS = "|".join(Keyword)
HEADING = re.compile(rf"\s*[\[(*#]?\s*({WORDS})\s*(?:[\])*:;.!,\u2013\u2014-]|\n|$)", re.IGNORECASE)


def keyword_in(comment: str) -> Keyword | None:
    """The keyword that the comment begins with, as in ``Feedback: a lovely light``; None where it begins otherwise."""
    found = HEADING.match(comment)
    return Keyword(found[1].lower()) if found else None
