"""What clients are told about a file or a folder."""

import stat

from asyncssh import FILEXFER_TYPE_DIRECTORY, FILEXFER_TYPE_REGULAR, SFTPAttrs, SFTPName

from proofroom.interfaces.tree.nodes import File, Folder, Node


def attributes(node: Node) -> SFTPAttrs:
    """Size in bytes, times in seconds since the epoch, and rights that say what may be done."""
    is_folder = isinstance(node, Folder)
    at = int(node.at.timestamp())
    return SFTPAttrs(
        type=FILEXFER_TYPE_DIRECTORY if is_folder else FILEXFER_TYPE_REGULAR,
        size=0 if isinstance(node, Folder) else node.size,
        uid=0,
        gid=0,
        permissions=_mode(node),
        atime=at,
        mtime=at,
        nlink=1,
    )


def named(node: Node, name: str | None = None) -> SFTPName:
    """A line of a listing."""
    return SFTPName((node.name if name is None else name).encode(), attrs=attributes(node))


def _mode(node: Node) -> int:
    if isinstance(node, Folder):
        return stat.S_IFDIR | (0o775 if node.writable else 0o555)
    return stat.S_IFREG | (0o444 if isinstance(node, File) and not node.removable else 0o644)
