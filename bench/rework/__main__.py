"""Prints precision and recall of the rework check: ``python -m bench.rework``.

Two questions are asked of each pair: did anything change at all, and did each of its areas change? Thresholds were
chosen on one half of the pictures; what counts is the other half, whose pictures they have not seen.
"""

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from bench.rework.pairs import Pair, pairs
from proofroom.review.rework.comparing import compare
from proofroom.review.rework.judging import is_changed, is_touched

WANTED = 0.95


@dataclass
class Score:
    """Counts of what was said against what is so."""

    right: int = 0
    false: int = 0
    missed: int = 0
    calm: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, name: str, *, said: bool, is_so: bool) -> None:
        self.right += said and is_so
        self.false += said and not is_so
        self.missed += is_so and not said
        self.calm += not said and not is_so
        if said != is_so:
            self.wrong.append(f"{name}: {'said' if said else 'missed'}")

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.false, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)


def judge(pair: Pair, whole: Score, areas: Score) -> None:
    found = compare(pair.before.astype(np.float32), pair.after.astype(np.float32))
    whole.count(f"{pair.name} ({found.share:.5f})", said=is_changed(found.share), is_so=bool(pair.touched))
    for boxes, is_so in ((pair.touched, True), (pair.calm, False)):
        for left, top, right, bottom in boxes:
            share = float(found.changed[top:bottom, left:right].mean())
            areas.count(f"{pair.name} area ({share:.4f})", said=is_touched(share), is_so=is_so)


def report(title: str, scores: Iterable[tuple[str, Score]]) -> bool:
    reached = True
    for what, score in scores:
        count = score.right + score.false + score.missed + score.calm
        print(f"{title:7} {what:6} {count:4} judged  precision {score.precision:.3f}  recall {score.recall:.3f}")
        print("".join(f"          {each}\n" for each in score.wrong), end="")
        reached = reached and min(score.precision, score.recall) >= WANTED
    return reached


def main() -> None:
    halves = {True: (Score(), Score()), False: (Score(), Score())}
    began, count = time.perf_counter(), 0
    for pair in pairs():
        judge(pair, *halves[pair.tuning])
        count += 1
    print(f"{count} pairs in {time.perf_counter() - began:.0f} s, drawing them included")
    report("tuning", zip(("pairs", "areas"), halves[True], strict=True))
    if not report("test", zip(("pairs", "areas"), halves[False], strict=True)):
        sys.exit(f"Below {WANTED}.")


if __name__ == "__main__":
    main()
