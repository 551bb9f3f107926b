"""Fields that are secrets of somebody else, encrypted at rest: AES-256-GCM under a key made from the environment's."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storewalk.core.settings import Settings

VERSION: Final = "v1"
NONCE_BYTES: Final = 12
KEY_BYTES: Final = 32
ID_BYTES: Final = 6


class Unreadable(Exception):
    """A kept secret cannot be decrypted: its key is not configured, or it was put into another row."""


class Vault:
    """Encrypts with the newest key and decrypts with any configured one; a text names its key, so keys can rotate."""

    def __init__(self, secret_key: str, previous: tuple[str, ...] = ()) -> None:
        pairs = [_derive(secret) for secret in (secret_key, *previous)]
        self._newest = pairs[0][0]
        self._ciphers = dict(reversed(pairs))

    def seal(self, clear: str, place: str) -> str:
        """Encrypt a text for one `place` (table, column and row), from which it cannot be moved to another.

        Returns:
            `v1.<key id>.<base64url of nonce and ciphertext>`.

        """
        nonce = os.urandom(NONCE_BYTES)
        sealed = nonce + self._ciphers[self._newest].encrypt(nonce, clear.encode(), place.encode())
        return f"{VERSION}.{self._newest}.{urlsafe_b64encode(sealed).decode()}"

    def open(self, sealed: str, place: str) -> str:
        """Decrypt what `seal` made for `place`. Raises Unreadable."""
        version, _, rest = sealed.partition(".")
        key_id, _, text = rest.partition(".")
        if version != VERSION or key_id not in self._ciphers:
            raise Unreadable(f"key {key_id} is not configured")
        data = urlsafe_b64decode(text)
        try:
            return self._ciphers[key_id].decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], place.encode()).decode()
        except InvalidTag as reason:
            raise Unreadable("not made for this place") from reason


def vault_of(settings: Settings) -> Vault:
    """Return the vault of an installation."""
    return Vault(settings.secret_key, settings.previous_keys)


def _derive(secret: str) -> tuple[str, AESGCM]:
    """Derive a key and its id from a secret of the environment (HKDF, RFC 5869); the id tells nothing of the key."""
    made = HKDF(SHA256(), KEY_BYTES + ID_BYTES, salt=None, info=b"storewalk field encryption").derive(secret.encode())
    return made[KEY_BYTES:].hex(), AESGCM(made[:KEY_BYTES])
