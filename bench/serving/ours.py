"""Starts the product's own server on the trial's application."""

import sys

from proofroom.config.server import serve

if __name__ == "__main__":
    serve("127.0.0.1", int(sys.argv[1]), workers=int(sys.argv[2]), application="bench.serving.applications:dispatcher")
