"""What the operator of an FTP server decides."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """What the operator decides. ``plain``: sign-in without TLS is taken; ``address`` is told to passive clients."""

    certificate: Path
    key: Path
    plain: bool = False
    address: str | None = None
    passive_ports: range | None = None
