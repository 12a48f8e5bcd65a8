"""The process that opens files from strangers: a line of JSON in, a line of JSON out, until the input ends.

It holds no password and no database connection, and its memory is bounded by the kernel. Whatever a file does to it,
the worker that asked lives on.
"""

import json
import logging
import os
import resource
import signal
import sys
from dataclasses import asdict
from pathlib import Path

LONGEST_JOB = 115  # seconds; the worker gives up earlier, this ends the process when the worker itself has died
MOST_MEMORY = 500_000_000  # bytes; honest pictures need up to two thirds of it, a hostile one would take all there is


def main() -> None:
    """Answers until standard input ends. Standard output carries answers only."""
    # Ctrl-C, and the SIGTERM that systemd sends to every process of a service, are for whoever started us: our input
    # ends with them. Ended in the middle, we would leave a good file called damaged.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    os.environ.setdefault("VIPS_CONCURRENCY", "1")  # as many workers as cores already; more threads only cost memory
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    for line in sys.stdin:
        signal.alarm(LONGEST_JOB)
        print(_answer(line), file=answers, flush=True)
        signal.alarm(0)


def _answer(line: str) -> str:
    import pyvips

    from proofroom.files.previews.families import look
    from proofroom.files.previews.finding import BROKEN, Finding, Job

    pyvips.cache_set_max(0)
    asked = json.loads(line)
    try:
        finding = look(Job(Path(asked["path"]), asked["media_type"], Path(asked["out"]), deep=asked["deep"]))
    except Exception:
        logging.exception("a file of type %s was not understood", asked["media_type"])
        finding = Finding(BROKEN, "This file is damaged in a way that cannot be read. Export it again and upload it.")
    return json.dumps(asdict(finding))


if __name__ == "__main__":
    main()
