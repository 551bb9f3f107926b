"""The installation's push identity (RFC 8292): one P-256 key, read from the settings."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey, derive_private_key
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

TOKEN_LIFE: Final = timedelta(hours=12)
"""Push services refuse tokens that live more than 24 h (RFC 8292 §2)."""

NUMBER_BYTES: Final = 32


class BadPushKey(ValueError):
    """The configured VAPID private key is not a P-256 key."""


def read_private_key(text: str) -> EllipticCurvePrivateKey:
    """Read a key given as PEM or as the bare 32-byte number in base64url, the form push tools print.

    Raises:
        BadPushKey: it is neither, or of another curve.

    """
    try:
        if text.lstrip().startswith("-----"):
            key = load_pem_private_key(text.encode(), password=None)
        else:
            key = derive_private_key(_number(text), SECP256R1())
    except (ValueError, TypeError, binascii.Error) as reason:
        raise BadPushKey("STOREWALK_VAPID_PRIVATE_KEY cannot be read") from reason
    if not isinstance(key, EllipticCurvePrivateKey) or not isinstance(key.curve, SECP256R1):
        raise BadPushKey("STOREWALK_VAPID_PRIVATE_KEY is not a P-256 key")
    return key


def _number(text: str) -> int:
    data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if len(data) != NUMBER_BYTES:
        raise ValueError(f"{len(data)} bytes")
    return int.from_bytes(data)


def application_server_key(key: EllipticCurvePrivateKey) -> str:
    """Return the public key as browsers take it: the uncompressed point in base64url."""
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return _text(point)


def pem_pair(key: EllipticCurvePrivateKey) -> tuple[bytes, bytes]:
    """Return the private and the public key as PEM."""
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def authorization(key: EllipticCurvePrivateKey, origin: str, contact: str, now: datetime) -> str:
    """Return the Authorization header by which a push service knows us (RFC 8292 §3).

    The token is a JWT signed with ES256 (RFC 7515, RFC 7518 §3.4): `origin` is the push service's, `contact` a real
    mailto: or https: address, since Apple refuses made-up ones.
    """
    claims = {"aud": origin, "exp": int((now + TOKEN_LIFE).timestamp()), "sub": contact}
    signed = ".".join(_text(msgspec.json.encode(part)) for part in ({"typ": "JWT", "alg": "ES256"}, claims))
    r, s = decode_dss_signature(key.sign(signed.encode(), ECDSA(SHA256())))
    signature = _text(r.to_bytes(32) + s.to_bytes(32))
    return f"vapid t={signed}.{signature}, k={application_server_key(key)}"


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()
