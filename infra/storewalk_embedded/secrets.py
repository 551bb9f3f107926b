"""Passwords and keys, generated at the first start and kept (mode 0600)."""

import base64
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from storewalk_embedded.errors import EmbeddedError
from storewalk_embedded.files import read_json, write_json


@dataclass(frozen=True)
class Secrets:
    """One installation's secrets, all as text."""

    postgres_superuser: str
    postgres_owner: str
    postgres_app: str
    s3_access_key: str
    s3_secret_key: str
    s3_internal_key: str
    session_secret: str
    data_key: str
    """32 bytes, base64: personal data at rest."""
    vapid_private_key: str
    """The P-256 scalar, base64url without padding, as web push tools write it."""

    @property
    def vapid_private_pem(self) -> str:
        """The web push key as PKCS #8."""
        pem = self._vapid().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return pem.decode()

    @property
    def vapid_public_key(self) -> str:
        """The uncompressed point, base64url: what a browser takes as applicationServerKey."""
        return _base64url(self._vapid().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))

    def _vapid(self) -> ec.EllipticCurvePrivateKey:
        padded = self.vapid_private_key + "=" * (-len(self.vapid_private_key) % 4)
        scalar = int.from_bytes(base64.urlsafe_b64decode(padded))
        return ec.derive_private_key(scalar, ec.SECP256R1())


def load_secrets(path: Path) -> Secrets:
    """The stored secrets; what is missing is generated and stored first."""
    stored = read_json(path)
    values = {field.name: stored.get(field.name) or _GENERATE[field.name]() for field in fields(Secrets)}
    if any(not isinstance(value, str) for value in values.values()):
        message = f"{path} is damaged: restore it from a backup (without it, stored personal data cannot be read)"
        raise EmbeddedError(message)
    result = Secrets(**{name: str(value) for name, value in values.items()})
    if asdict(result) != stored:
        write_json(path, asdict(result), mode=0o600)
    path.chmod(0o600)
    return result


def _password() -> str:
    return secrets.token_hex(24)


def _vapid_key() -> str:
    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return _base64url(number.to_bytes(32))


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


_GENERATE: dict[str, Callable[[], str]] = {
    "postgres_superuser": _password,
    "postgres_owner": _password,
    "postgres_app": _password,
    "s3_access_key": lambda: secrets.token_hex(10),
    "s3_secret_key": lambda: secrets.token_hex(20),
    "s3_internal_key": _password,
    "session_secret": lambda: secrets.token_urlsafe(48),
    "data_key": lambda: base64.b64encode(secrets.token_bytes(32)).decode(),
    "vapid_private_key": _vapid_key,
}
