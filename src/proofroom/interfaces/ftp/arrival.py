"""A file being received, in the shape of the file objects that pyftpdlib writes to."""

from proofroom.core import clock
from proofroom.core.errors import NotVisible, Refused
from proofroom.interfaces.ftp.database import give_back
from proofroom.interfaces.tree import writing
from proofroom.interfaces.tree.paths import Path
from proofroom.interfaces.tree.tree import Tree

REPLIES = {"no_room": 452, "too_large": 552}
"""What RFC 959 §4.2 has for it: 452 says that it can be tried again."""


def refusal_reply(refusal: Refused) -> str:
    """The sentence with its code."""
    return f"{REPLIES.get(refusal.code, 550)} {refusal.message}"


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
        """All has arrived: the reply of a refusal, or nothing. What is refused is dropped."""
        try:
            writing.finish(self._tree, self._path, self._partial, clock.now())
        except NotVisible:
            return "550 The order takes no files from you any more."
        except Refused as refusal:
            return refusal_reply(refusal)
        finally:
            give_back()
        return ""

    def close(self) -> None:
        """Lets go of the partial file with everything that arrived."""
        self.closed = True
        self._partial.close()
