"""Secrets of webhooks, as Standard Webhooks writes them."""

import binascii
from base64 import b64decode
from typing import Final

PREFIX: Final = "whsec_"
MIN_KEY_BYTES: Final = 16


def signing_key(secret: str) -> bytes:
    """Return the bytes of a secret: base64, usually after `whsec_`. Raises ValueError for another or a short one."""
    try:
        key = b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as reason:
        raise ValueError("not base64") from reason
    if len(key) < MIN_KEY_BYTES:
        raise ValueError(f"{len(key)} bytes")
    return key
