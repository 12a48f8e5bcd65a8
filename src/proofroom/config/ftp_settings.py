"""What the operator decides about FTP, read from the environment; docs/operators/settings.md lists it."""

import os
import socket
from pathlib import Path

from proofroom.config.environment import WrongSetting
from proofroom.config.ftp_identity import certificate
from proofroom.interfaces.ftp.options import Options

LAST_PORT = 65_535


def read_options(folder: Path) -> Options:
    """Raises WrongSetting for what cannot be used. Without a certificate one is made in ``folder``, once."""
    chain, key = _certificate(folder)
    return Options(chain, key, plain=_plain(), address=_address(), passive_ports=_passive_ports())


def _certificate(folder: Path) -> tuple[Path, Path]:
    named = os.environ.get("PROOFROOM_FTP_CERTIFICATE")
    if not named:
        return certificate(folder)
    key = os.environ.get("PROOFROOM_FTP_KEY") or named
    for variable, file in (("PROOFROOM_FTP_CERTIFICATE", named), ("PROOFROOM_FTP_KEY", key)):
        if not os.access(file, os.R_OK):
            raise WrongSetting(variable, "a PEM file that can be read")
    return Path(named), Path(key)


def _plain() -> bool:
    given = os.environ.get("PROOFROOM_FTP_PLAIN", "0")
    if given not in {"0", "1"}:
        raise WrongSetting("PROOFROOM_FTP_PLAIN", "1 to let people sign in without TLS, or 0")
    return given == "1"


def _address() -> str | None:
    named = os.environ.get("PROOFROOM_FTP_ADDRESS")
    if not named:
        return None
    try:
        return socket.gethostbyname(named)  # PASV can tell numbers only (RFC 959 §4.1.2)
    except OSError:
        raise WrongSetting("PROOFROOM_FTP_ADDRESS", "the IPv4 address or name that clients reach") from None


def _passive_ports() -> range | None:
    given = os.environ.get("PROOFROOM_FTP_PASSIVE_PORTS")
    if not given:
        return None
    first, _, last = given.partition("-")
    if not (first.isdecimal() and last.isdecimal() and 0 < int(first) <= int(last) <= LAST_PORT):
        raise WrongSetting("PROOFROOM_FTP_PASSIVE_PORTS", "a range such as 50000-50999")
    return range(int(first), int(last) + 1)
