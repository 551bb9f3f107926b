"""A person's phone number: sealed where it is kept, and shown in part to those who need not ring it."""

import re
import unicodedata
from typing import Final
from uuid import UUID

from storewalk.core.vault import Vault

ASIDE: Final = re.compile(r"[\s()-]")
NUMBER: Final = re.compile(r"1[3-9]\d{9}|0\d{9,11}|\+\d{7,15}")
MASKED: Final = re.compile(r"\+?\d*\*+\d+")
CHINA: Final = re.compile(r"(?:\+|00)?86(?=1[3-9]\d{9}$)")
HEAD, TAIL, STARS = 3, 4, "****"


def read_phone(text: str) -> str:
    """Read a number of China, or one with its country's; a masked one stays masked. Raises ValueError for others."""
    number = CHINA.sub("", ASIDE.sub("", unicodedata.normalize("NFKC", text)))
    if not NUMBER.fullmatch(number) and not MASKED.fullmatch(number):
        raise ValueError("no phone number")
    return number


def masked(phone: str) -> str:
    """Return a number with its middle hidden."""
    return f"{phone[:HEAD]}{STARS}{phone[-TAIL:]}"


def sealed(vault: Vault, account_id: UUID, phone: str | None) -> str | None:
    """Seal a person's number."""
    return None if phone is None else vault.seal(phone, _place(account_id))


def opened(vault: Vault, account_id: UUID, kept: str | None) -> str | None:
    """Open a person's number. Raises Unreadable."""
    return None if kept is None else vault.open(kept, _place(account_id))


def _place(account_id: UUID) -> str:
    return f"account.phone.{account_id}"
