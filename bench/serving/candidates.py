"""What is compared, and how each is started. The peers are installed into a folder of their own, once."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

PEERS = Path(tempfile.gettempdir()) / "proofroom-serving-peers"
MODULE = "bench.serving.applications"
ROOT = Path(__file__).resolve().parents[2]


class Candidate(NamedTuple):
    """`command` is what follows `python`; PORT and WORKERS are put in."""

    name: str
    command: str
    views: str = "async"


CANDIDATES = (
    Candidate(
        "gunicorn gthread, WSGI",
        f"-m gunicorn {MODULE}:wsgi -b 127.0.0.1:PORT -k gthread -w WORKERS --threads 10 --graceful-timeout 3"
        " --log-level critical",
        views="sync",
    ),
    Candidate(
        "uvicorn, Django ASGI",
        f"-m uvicorn {MODULE}:asgi --port PORT --workers WORKERS --no-access-log --lifespan off --log-level critical"
        " --timeout-graceful-shutdown 3",
    ),
    Candidate("uvicorn, dispatcher", "-m bench.serving.ours PORT WORKERS"),
    Candidate(
        "granian, dispatcher",
        f"-m granian {MODULE}:dispatcher --interface asginl --port PORT --workers WORKERS --no-ws --no-log"
        " --workers-kill-timeout 3",
    ),
)


def install_peers() -> None:
    """Put the servers that only the trial needs into PEERS, with neither Django nor anything of ours."""
    if not PEERS.exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(PEERS), "gunicorn", "granian"]
        subprocess.run(command, check=True)


def environment(candidate: Candidate, data: Path) -> dict[str, str]:
    """The variables its process starts with."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "bench.serving.settings",
        "SERVING_DATA": str(data),
        "SERVING_VIEWS": candidate.views,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src"), str(PEERS)]),
    }


def start(candidate: Candidate, data: Path, port: int, workers: int) -> subprocess.Popen[bytes]:
    """Start it in a group of its own, so that nothing of it outlives the trial."""
    words = candidate.command.replace("PORT", str(port)).replace("WORKERS", str(workers)).split()
    return subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        env=environment(candidate, data),
        stdout=subprocess.DEVNULL,
        stderr=(data / "errors.txt").open("ab"),
        start_new_session=True,
    )
