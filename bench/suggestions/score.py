"""Precision, recall and F1 of each kind, and the confusion table."""

from collections import Counter
from dataclasses import dataclass, field

from proofroom.returns.lifecycle import Keyword


@dataclass
class Score:
    """Counts of what is so against what was suggested."""

    counted: Counter[tuple[Keyword, Keyword | None]] = field(default_factory=Counter)

    def count(self, so: Keyword, said: Keyword | None) -> None:
        self.counted[so, said] += 1

    def f1(self, kind: Keyword) -> float:
        right = self.counted[kind, kind]
        so = sum(self.counted[kind, said] for said in Keyword)
        said = sum(self.counted[so, kind] for so in Keyword)
        return 2 * right / max(so + said, 1)

    @property
    def macro(self) -> float:
        """The mean of the kinds' F1."""
        return sum(self.f1(kind) for kind in Keyword) / len(Keyword)

    def table(self) -> str:
        """A row for what is so, a column for what was suggested."""
        head = f"{'is so':>12} | " + " ".join(f"{kind.value:>10}" for kind in Keyword) + f" {'F1':>6}"
        rows = [
            f"{so.value:>12} | "
            + " ".join(f"{self.counted[so, said]:>10}" for said in Keyword)
            + f" {self.f1(so):6.3f}"
            for so in Keyword
        ]
        return "\n".join([head, *rows, f"macro-F1 {self.macro:.3f}"])
