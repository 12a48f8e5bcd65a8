"""Lines of listings: as ``ls -l`` writes them, and as RFC 3659 §7 wants them."""

from datetime import datetime, timedelta

from proofroom.interfaces.tree.nodes import File, Folder, Node

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HALF_A_YEAR = timedelta(days=182)


def list_line(node: Node, now: datetime) -> bytes:
    """One line of LIST, times in UTC."""
    size = 0 if isinstance(node, Folder) else node.size
    when = node.at.strftime("%d %H:%M") if now - node.at < HALF_A_YEAR else node.at.strftime("%d  %Y")
    line = f"{_mode(node)}   1 proofroom proofroom {size:>12} {MONTHS[node.at.month - 1]} {when} {node.name}\r\n"
    return line.encode()


def mlsx_line(node: Node, facts: list[str]) -> bytes:
    """One line of MLSD or MLST."""
    told = {
        "modify": f"{node.at:%Y%m%d%H%M%S}",
        "perm": _perm(node),
        "size": "0" if isinstance(node, Folder) else str(node.size),
        "type": "dir" if isinstance(node, Folder) else "file",
    }
    return ("".join(f"{name}={told[name]};" for name in told if name in facts) + f" {node.name}\r\n").encode()


def _mode(node: Node) -> str:
    if isinstance(node, Folder):
        return "drwxrwxr-x" if node.writable else "dr-xr-xr-x"
    return "-rw-r--r--" if not isinstance(node, File) or node.removable else "-r--r--r--"


def _perm(node: Node) -> str:
    """RFC 3659 §7.5.5."""
    if isinstance(node, Folder):
        return "elcmp" if node.writable else "el"
    return "rawdf" if not isinstance(node, File) or node.removable else "r"
