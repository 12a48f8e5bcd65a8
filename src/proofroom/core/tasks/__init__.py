"""Work done after the transaction, by other processes. Nothing outside this package knows the engine (ADR 0002).

A task is run at least once, also when its process or its machine dies. So every function given to ``later`` must be
safe to run twice: it makes its change and the mark that it is made in one transaction (a conditional UPDATE), and
returns at once when the mark is already there.
"""

from proofroom.core.tasks.pool import run_worker
from proofroom.core.tasks.queue import WAITS, later, later_at, run_queued

__all__ = ["WAITS", "later", "later_at", "run_queued", "run_worker"]
