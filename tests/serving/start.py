"""Run by the tests: the product's server on the stand-in. Takes a port and a number of processes."""

import sys

from proofroom.config.server import serve

if __name__ == "__main__":
    serve("127.0.0.1", int(sys.argv[1]), workers=int(sys.argv[2]), application="tests.serving.standin_asgi:application")
