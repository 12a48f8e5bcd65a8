"""Trying a destination before anything is sent there."""

from contextlib import nullcontext
from dataclasses import dataclass

from proofroom.core.outward import only_public
from proofroom.redistribution.carriers import Trouble, carrier_to
from proofroom.redistribution.models import Destination
from proofroom.redistribution.troubles import EXPECTED, trouble_of

PATIENCE = 10.0
"""Seconds: somebody waits for the page."""


@dataclass(frozen=True)
class Tried:
    """What came of it, in a sentence."""

    works: bool
    sentence: str


def try_destination(destination: Destination) -> Tried:
    """Connects, signs in and looks whether files could be put there; sends none of an order."""
    guard = nullcontext() if destination.kind == Destination.Kind.EMAIL else only_public()
    try:
        with guard, carrier_to(destination, patience=PATIENCE) as carrier:
            return Tried(works=True, sentence=carrier.check())
    except (Trouble, *EXPECTED) as wrong:
        return Tried(works=False, sentence=trouble_of(wrong).sentence)
