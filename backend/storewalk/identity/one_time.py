"""One-time codes: RFC 6238 by pyotp (six digits, 30 s, SHA-1, as every app has them), and recovery codes."""

import hashlib
import re
import secrets
from datetime import datetime
from typing import Final

import msgspec
from pyotp import random_base32
from pyotp.totp import TOTP
from pyotp.utils import strings_equal

from storewalk.core.platform import Platform
from storewalk.core.vault import Vault, vault_of

ISSUER: Final = "Storewalk"
DRIFT: Final = (0, -1, 1)  # steps that a phone's clock may be off, the likeliest first
CODES: Final = 10
ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that reads like something else
HALF: Final = 5


def new_secret() -> str:
    """Return 160 random bits in base32, as RFC 4226 recommends."""
    return random_base32()


def matched_step(secret: str, code: str, now: datetime, after: int) -> int | None:
    """Return the time step whose code this is, one later than `after` (a code counts once); None if it is none."""
    totp = TOTP(secret)
    current = totp.timecode(now)
    digits = re.sub(r"\s", "", code)
    steps = [current + drift for drift in DRIFT if current + drift > after]
    matching = [step for step in steps if strings_equal(totp.generate_otp(step), digits)]
    return matching[0] if matching else None


def app_link(secret: str, username: str, organization: str) -> str:
    """Return the `otpauth:` link that an authenticator app opens, also from a QR code."""
    return TOTP(secret).provisioning_uri(name=f"{username} ({organization})", issuer_name=ISSUER)


def new_recovery_codes() -> list[str]:
    """Return ten codes of 49 bits each, in two halves to be read out."""
    return [f"{_letters()}-{_letters()}" for _ in range(CODES)]


def code_hash(code: str) -> bytes:
    """Return the SHA-256 under which a recovery code is kept; a hyphen, a blank or capitals make no difference."""
    return hashlib.sha256(re.sub(r"[\s-]", "", code).lower().encode()).digest()


def secret_place(account_id: object) -> str:
    """Return where a person's sealed secret belongs."""
    return f"second_factor.secret.{account_id}"


def _letters() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(HALF))


class Sealed:
    """What an answer tells once: sealed while a receipt keeps it, opened for whoever gets it."""

    PLACE: Final = "told once"

    @classmethod
    def texts(cls, vault: Vault, *texts: str) -> str:
        """Seal texts into one."""
        return vault.seal(msgspec.json.encode(texts).decode(), cls.PLACE)

    @classmethod
    def opened(cls, platform: Platform, sealed: str) -> list[str]:
        """Open what `texts` has sealed. Raises Unreadable."""
        return msgspec.json.decode(vault_of(platform.settings).open(sealed, cls.PLACE), type=list[str])
