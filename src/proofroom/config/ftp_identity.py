"""By what clients know this server again: a certificate and an SSH host key, made once and kept in the data folder."""

import os
import socket
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from proofroom.config.environment import site_url
from proofroom.core import clock

VALID = timedelta(days=3650)


def certificate(folder: Path) -> tuple[Path, Path]:
    """Files with a certificate for the site's name, signed by itself, and with its key."""
    chain, key = folder / "ftp" / "certificate.pem", folder / "ftp" / "certificate-key.pem"
    if not (chain.exists() and key.exists()):
        made = ec.generate_private_key(ec.SECP256R1())
        _keep(key, made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        _keep(chain, _signed_by_itself(made))
    return chain, key


def host_key(folder: Path) -> Path:
    """The file with the SSH host key, Ed25519 (RFC 8709)."""
    path = folder / "ftp" / "ssh-host-key"
    if not path.exists():
        made = ed25519.Ed25519PrivateKey.generate()
        _keep(path, made.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    return path


def _signed_by_itself(key: ec.EllipticCurvePrivateKey) -> bytes:
    host = urlsplit(site_url()).hostname or socket.gethostname()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host[:64])])
    now = clock.now()
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + VALID)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
    )
    return built.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM)


def _keep(path: Path, text: bytes) -> None:
    """Whole or not at all, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(temporary, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(text)
    temporary.replace(path)
