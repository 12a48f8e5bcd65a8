"""What the operator of an FTP server decides."""

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """What the operator decides. ``plain``: sign-in without TLS is taken; ``address`` is told to passive clients."""

    certificate: Path
    key: Path
    plain: bool = False
    address: str | None = None
    passive_ports: range | None = None

    def share(self, number: int, of: int) -> "Options":
        """For one of so many processes: passive ports of its own, so that no two reach for the same one."""
        ports = self.passive_ports
        return replace(self, passive_ports=ports[number::of]) if ports and len(ports) >= of else self
