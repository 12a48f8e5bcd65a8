"""An S3 bucket as the store."""

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from shutil import copyfileobj
from typing import Any, BinaryIO, ParamSpec, TypeVar, cast

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

from proofroom.files.storage.objects import ObjectReader
from proofroom.files.storage.store import BLOCK, Attachment, StoreError

P = ParamSpec("P")
T = TypeVar("T")
PART = 16 * 1024 * 1024
"""Bytes of a part of a large object (S3 multipart upload); four are on their way at once."""
LIFE = 300
"""Seconds in which a direct address may be opened; what has begun goes on."""
ASKED_AT_ONCE = 16
BUFFER = 512 * 1024
NOT_THERE = {"404", "NoSuchKey", "NotFound"}


class Bucket:
    """A bucket, or what lies below a prefix of it. Credentials come from the environment as boto3 looks for them."""

    def __init__(self, name: str, prefix: str, options: dict[str, Any]) -> None:
        self._options = {"bucket_name": name, "location": prefix, "signature_version": "s3v4", **options}
        self._public = self._options.pop("downloads_from", "")
        self._prefix = f"{prefix}/" if prefix else ""

    def put(self, key: str, source: Path) -> None:
        """Sends ``source``, in parts when it is large; an object appears only when all parts are there."""
        config = TransferConfig(multipart_threshold=PART, multipart_chunksize=PART, max_concurrency=4)
        _reach(self._bucket.upload_file, str(source), self._prefix + key, Config=config)

    def open_stored(self, key: str) -> BinaryIO:
        """Nothing is fetched before it is read. Raises FileNotFoundError."""
        found = self._bucket.Object(self._prefix + key)
        size = _reach(lambda: int(found.content_length))
        return cast("BinaryIO", io.BufferedReader(ObjectReader(found, size), BUFFER))

    def is_stored(self, key: str) -> bool:
        """True when the object is there."""
        try:
            _reach(self._bucket.Object(self._prefix + key).load)
        except FileNotFoundError:
            return False
        return True

    def missing(self, keys: Iterable[str]) -> set[str]:
        """Those that are not there; asked side by side, because each costs a round trip."""
        asked = list(keys)
        with ThreadPoolExecutor(ASKED_AT_ONCE) as pool:
            return {key for key, there in zip(asked, pool.map(self.is_stored, asked), strict=True) if not there}

    @contextmanager
    def local_copy(self, key: str) -> Iterator[Path]:
        """A copy that goes when the block ends. Raises FileNotFoundError."""
        with tempfile.NamedTemporaryFile() as copy, self.open_stored(key) as source:
            copyfileobj(source, copy, BLOCK)
            copy.flush()
            yield Path(copy.name)

    def remove(self, key: str) -> None:
        """Deletes the object."""
        _reach(self._bucket.Object(self._prefix + key).delete)

    def stored_keys(self) -> Iterator[str]:
        """Every key below the prefix, a thousand for each request."""
        for found in self._bucket.objects.filter(Prefix=self._prefix):
            yield str(found.key).removeprefix(self._prefix)

    def direct_address(self, key: str, told: Attachment) -> str | None:
        """A presigned address, only where the setting says that people's browsers reach the bucket."""
        if not self._public:
            return None
        as_told = {"ResponseContentDisposition": told.disposition, "ResponseContentType": told.media_type}
        return str(self._outside.url(key, parameters=as_told, expire=LIFE))

    @cached_property
    def _outside(self) -> S3Storage:
        return S3Storage(**{**self._options, "endpoint_url": self._public})

    @cached_property
    def _inside(self) -> S3Storage:
        return S3Storage(**self._options)

    @property
    def _bucket(self) -> Any:
        return self._inside.bucket  # a connection for each thread


def _reach(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Raises FileNotFoundError, or StoreError with what the store said."""
    try:
        return call(*args, **kwargs)
    except ClientError as wrong:
        if wrong.response.get("Error", {}).get("Code") in NOT_THERE:
            raise FileNotFoundError(str(wrong)) from wrong
        raise StoreError(str(wrong)) from wrong
    except (BotoCoreError, Boto3Error) as wrong:
        raise StoreError(str(wrong)) from wrong
