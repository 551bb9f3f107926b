"""A store's check-in code (门店签到码): what its poster says, and what is made of one that somebody scanned."""

import re
from datetime import datetime
from enum import StrEnum
from hmac import compare_digest
from typing import Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import text

SPOKEN: Final = re.compile(r"SW1:([0-9A-F]{32}):([0-9A-F]{32})")
NEW_CODE: Final = text("upper(replace(gen_random_uuid()::text, '-', ''))")
"""How the table makes a code, of 122 random bits; a migration and a file of stores get theirs the same way."""


class CodeVerdict(StrEnum):
    """What a scanned code is: the store's, the one that it had before, or none of the store's."""

    VALID = "valid"
    FORMER = "former"
    WRONG = "wrong"


class KeptCode(Struct, frozen=True):
    """A store's codes as its row keeps them."""

    check_in_code: str
    former_check_in_code: str | None
    check_in_code_at: datetime | None


def spoken(store_id: UUID, code: str) -> str:
    """Return what the QR code says; in capitals and digits only, which make the smallest picture."""
    return f"SW1:{store_id.hex.upper()}:{code}"


def judge(said: str, store_id: UUID, kept: KeptCode, at: datetime) -> CodeVerdict:
    """Judge what a phone scanned at an instant; one that was renewed only afterwards was good then."""
    match = SPOKEN.fullmatch(said.strip().upper())
    if match is None or match[1] != store_id.hex.upper():
        return CodeVerdict.WRONG
    if compare_digest(match[2], kept.check_in_code):
        return CodeVerdict.VALID
    if kept.former_check_in_code is None or not compare_digest(match[2], kept.former_check_in_code):
        return CodeVerdict.WRONG
    renewed = kept.check_in_code_at
    return CodeVerdict.VALID if renewed is not None and at < renewed else CodeVerdict.FORMER
