"""HTTPS for one's own network, so that a real phone may use camera, scanner and push: a CA of this folder's own."""

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import AddressValueError, IPv4Address
from pathlib import Path

import segno
import trustme

from storewalk_embedded.errors import EmbeddedError

LEAF_LIFE = timedelta(days=390)
"""iOS refuses certificates that are longer valid than 825 days, also of a CA that its user trusts."""


@dataclass(frozen=True)
class Lan:
    """This machine's address in the network, and the files that make it HTTPS."""

    address: str
    ca: Path
    certificate: Path
    key: Path

    def origin(self, port: int) -> str:
        """The one address that phones and browsers use."""
        return f"https://{self.address}:{port}"

    def settings(self, port: int) -> dict[str, str]:
        """What changes in the settings of Storewalk's processes."""
        return {
            "STOREWALK_LAN": "1",
            "STOREWALK_HOST": "0.0.0.0",  # noqa: S104 - that is what it is for
            "STOREWALK_PUBLIC_ORIGIN": self.origin(port),
            "STOREWALK_TLS_CERTIFICATE": str(self.certificate),
            "STOREWALK_TLS_KEY": str(self.key),
        }


def wanted_lan(folder: Path, environment: Mapping[str, str]) -> Lan | None:
    """What LAN= asks for: nothing, `1` for the address that this machine is found to have, or an address.

    Raises EmbeddedError for an address that is none, or when this machine has none.
    """
    asked = environment.get("LAN", "")
    if asked in {"", "0"}:
        return None
    try:
        address = str(IPv4Address(own_address() if asked == "1" else asked))
    except (AddressValueError, OSError) as error:
        message = f"LAN={asked}: no address in the local network; give this machine's own, as in LAN=192.168.1.20"
        raise EmbeddedError(message) from error
    return certified(folder, address)


def own_address() -> str:
    """The address from which this machine would send to others; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("198.51.100.1", 9))
        return probe.getsockname()[0]


def certified(folder: Path, address: str) -> Lan:
    """Make the CA at the first call, keep it, and issue a certificate for the address, this machine and its name."""
    folder.mkdir(mode=0o700, exist_ok=True)
    lan = Lan(address, folder / "ca.pem", folder / "server.pem", folder / "server.key")
    ca, begins = _authority(lan.ca, folder / "ca.key"), datetime.now(UTC) - timedelta(days=1)
    leaf = ca.issue_cert(
        address, "127.0.0.1", "localhost", f"{socket.gethostname()}.local",
        common_name=address, organization_name="Storewalk", not_before=begins, not_after=begins + LEAF_LIFE,
    )  # fmt: skip
    lan.certificate.write_bytes(b"".join(blob.bytes() for blob in leaf.cert_chain_pems))
    _write_key(lan.key, leaf.private_key_pem.bytes())
    return lan


def qr_code(text: str) -> str:
    """A QR code for a terminal, half a line high for each row, dark on light whatever the terminal's colours."""
    rows = [list(row) for row in segno.make(text, error="l").matrix_iter(border=2)]
    rows += [[0] * len(rows[0])] * (len(rows) % 2)
    blocks = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}  # what is drawn is the light part
    pairs = zip(rows[::2], rows[1::2], strict=True)
    lines = ("".join(blocks[bool(a), bool(b)] for a, b in zip(up, down, strict=True)) for up, down in pairs)
    return "\n".join(f"\x1b[97;40m{line}\x1b[0m" for line in lines)


def _authority(certificate: Path, key: Path) -> trustme.CA:
    if certificate.is_file() and key.is_file():
        return trustme.CA.from_pem(certificate.read_bytes(), key.read_bytes())
    ca = trustme.CA(organization_name="Storewalk", organization_unit_name=f"LAN {socket.gethostname()}")
    _write_key(key, ca.private_key_pem.bytes())
    certificate.write_bytes(ca.cert_pem.bytes())
    return ca


def _write_key(path: Path, pem: bytes) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
