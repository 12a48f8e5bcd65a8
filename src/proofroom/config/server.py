"""Starts the process, or the processes, that answer the port."""

import faulthandler
import socket
import time
from types import FrameType

import uvicorn
from django.conf import settings
from uvicorn.supervisors import Multiprocess

from proofroom.config.wire import Wire

APPLICATION = "proofroom.config.asgi:application"
GRACE = 3
"""Seconds that open answers may go on after the signal to end."""
LIMIT = 4.5
"""Seconds after which a process that is still there is ended, threads and all."""


class Server(uvicorn.Server):
    """A server that returns after its signal instead of raising it again, and is gone within LIMIT seconds."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 (uvicorn names them)
        """The second signal ends at once. A page stuck in its thread is named on standard error and cut."""
        if self.should_exit:
            self.force_exit = True
            return
        self.should_exit = True
        faulthandler.dump_traceback_later(LIMIT, exit=True)


class Workers(Multiprocess):
    """Several servers on one socket, under a parent that starts dead ones again."""

    def join_all(self) -> None:
        """Wait for the servers' own grace, then kill what is left."""
        deadline = time.monotonic() + GRACE + 0.5
        for process in self.processes:
            process.process.join(max(0, deadline - time.monotonic()))
            if process.process.is_alive():
                process.process.kill()
                process.join()


def serve(host: str, port: int, *, workers: int = 1, application: str = APPLICATION) -> None:
    """Answer HTTP on `host` and `port` until SIGTERM or SIGINT; then gone within five seconds, streams or not.

    `workers` is the number of processes. The last thing its process does: LIMIT seconds after the signal the process
    ends even if a page hangs in its thread. Raises SystemExit with a sentence if the port cannot be had.
    """
    config = uvicorn.Config(
        application,
        workers=workers,
        http=Wire,
        lifespan="off",
        ws="none",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
        proxy_headers=bool(settings.TRUSTED_PROXIES),
        forwarded_allow_ips=settings.TRUSTED_PROXIES,
    )
    listener = listen(host, port)
    if workers == 1:
        Server(config).run(sockets=[listener])
    else:
        Workers(config, sockets=[listener]).run()


def listen(host: str, port: int) -> socket.socket:
    """A listening socket that child processes inherit. Raises SystemExit with a sentence if the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise SystemExit(f"Port {port} of {host} cannot be used: {error.strerror}. Choose another one.") from None
    listener.set_inheritable(True)
    return listener
