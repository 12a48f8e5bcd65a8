"""Ports for servers of the tests."""

import random
import socket

# Below the range from which Linux gives ports to outgoing connections (32768 and up): a port found there is often taken
# again by somebody's connection before the server that it was found for listens on it.
FIRST, LAST = 20_000, 32_000


def free_port() -> int:
    """A port nobody listens on, picked by chance so that test processes beside each other seldom meet."""
    while True:
        port = random.randint(FIRST, LAST)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
