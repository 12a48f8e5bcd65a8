"""Reading an object of a bucket from any byte on, without fetching the rest."""

import io
from contextlib import closing
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class ObjectReader(io.RawIOBase):
    """One GET from where reading begins to the end, read as far as it is wanted (RFC 9110 §14).

    Reading on costs no further request; seeking elsewhere drops the answer and asks anew at the next read.
    """

    def __init__(self, found: Any, size: int) -> None:
        self._object = found
        self._size = size
        self._position = 0
        self._body: Any = None

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Moves without a request."""
        wanted = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if wanted != self._position:
            self._drop()
            self._position = wanted
        return self._position

    def tell(self) -> int:
        """Bytes from the start."""
        return self._position

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fills as much of ``buffer`` as the answer has ready."""
        if self._position >= self._size:
            return 0
        if self._body is None:
            self._body = self._object.get(Range=f"bytes={self._position}-")["Body"]
        view = memoryview(buffer).cast("B")
        block = self._body.read(len(view))
        view[: len(block)] = block
        self._position += len(block)
        return len(block)

    def close(self) -> None:
        """Ends the answer that is still open."""
        self._drop()
        super().close()

    def _drop(self) -> None:
        if self._body is not None:
            with closing(self._body):
                self._body = None
