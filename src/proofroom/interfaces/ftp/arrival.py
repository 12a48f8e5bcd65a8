"""A file being received, in the shape of the file objects that pyftpdlib writes to."""

from django.db import connections

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.interfaces.tree import writing
from proofroom.interfaces.tree.paths import Path
from proofroom.interfaces.tree.tree import Tree


class Arrival:
    """Written to its partial file; kept when ``finish`` is called, and left for another attempt when it is not."""

    def __init__(self, tree: Tree, path: Path, *, anew: bool, at_end: bool) -> None:
        self.name = "/" + "/".join(path)
        self.closed = False
        self._tree, self._path = tree, path
        self._partial = writing.begin(tree, path, clock.now(), anew=anew)
        self._offset = self._partial.size if at_end else 0

    def seek(self, offset: int) -> None:
        """What stood behind ``offset`` is sent again (RFC 3659 §5)."""
        self._partial.cut(offset)
        self._offset = offset

    def write(self, block: bytes) -> None:
        """Raises OSError or Refused; both end the transfer."""
        self._partial.write(self._offset, block)
        self._offset += len(block)

    def finish(self) -> str:
        """All has arrived: the sentence of a refusal, or nothing. What is refused is dropped."""
        try:
            writing.finish(self._tree, self._path, self._partial, clock.now())
        except NotVisible:
            return "The order takes no files from you any more."
        except Refused as refusal:
            return refusal.message
        finally:
            connections.close_all()
        return ""

    def close(self) -> None:
        """Lets go of the partial file with everything that arrived."""
        self.closed = True
        self._partial.close()
