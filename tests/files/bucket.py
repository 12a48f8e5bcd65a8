"""A server that speaks S3, in this process, and the address of an empty bucket on it."""

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager

import boto3
from moto.server import ThreadedMotoServer

KEYS = {"AWS_ACCESS_KEY_ID": "tests", "AWS_SECRET_ACCESS_KEY": "tests", "AWS_DEFAULT_REGION": "eu-central-1"}
NUMBERS = itertools.count(1)


@contextmanager
def s3_server() -> Iterator[str]:
    """Its address while the block runs; what boto3 reads as credentials is set."""
    os.environ.update(KEYS)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()
        for name in KEYS:
            del os.environ[name]


def new_bucket(server: str) -> str:
    """The value of PROOFROOM_STORAGE_URL for a fresh bucket, below a prefix of it."""
    name = f"studio-{next(NUMBERS)}"
    where = {"LocationConstraint": KEYS["AWS_DEFAULT_REGION"]}
    boto3.client("s3", endpoint_url=server).create_bucket(Bucket=name, CreateBucketConfiguration=where)
    return f"s3://{name}/kept?endpoint_url={server}&downloads_from={server}"
