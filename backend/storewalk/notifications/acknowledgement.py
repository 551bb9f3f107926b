"""The word by which a browser says that it has shown a message: unguessable, and good for nothing else."""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Final
from uuid import UUID

import msgspec

MAC_BYTES: Final = 16
ID_BYTES: Final = 16
WORD_BYTES: Final = 2 * ID_BYTES + MAC_BYTES


class Shown(msgspec.Struct, frozen=True):
    """Which delivery of which organization was shown."""

    org_id: UUID
    delivery_id: UUID


def word_for(secret: str, org_id: UUID, delivery_id: UUID) -> str:
    """Return the word for a delivery: both ids and their HMAC-SHA-256, in base64url."""
    named = org_id.bytes + delivery_id.bytes
    return urlsafe_b64encode(named + _mac(secret, named)).decode()


def read_word(secret: str, word: str) -> Shown | None:
    """Return what a word is for; None for one that we did not give."""
    try:
        data = urlsafe_b64decode(word)
    except ValueError:
        return None
    named, mac = data[: 2 * ID_BYTES], data[2 * ID_BYTES :]
    if len(data) != WORD_BYTES or not hmac.compare_digest(mac, _mac(secret, named)):
        return None
    return Shown(UUID(bytes=named[:ID_BYTES]), UUID(bytes=named[ID_BYTES:]))


def _mac(secret: str, named: bytes) -> bytes:
    return hmac.digest(secret.encode(), b"shown:" + named, "sha256")[:MAC_BYTES]
