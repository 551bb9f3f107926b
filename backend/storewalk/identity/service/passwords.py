"""Passwords: change one's own, or give somebody a temporary one."""

import secrets
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from storewalk.core.errors import WrongState
from storewalk.core.tx import Tx
from storewalk.identity import queries
from storewalk.identity.events import PasswordChanged, PasswordReset
from storewalk.identity.service.accounts import end_sessions, require_own_grants

TEMPORARY_LIFE: Final = timedelta(days=3)


def temporary_password() -> str:
    """Return 80 random bits in letters and digits that can be read out and typed."""
    return "-".join(secrets.token_hex(2) for _ in range(5))


async def change(tx: Tx, account_id: UUID, password_hash: str) -> None:
    """Set a person's own new password; every other device is logged out."""
    account = await queries.lock_account(tx, account_id)
    account.password_hash, account.password_until = password_hash, None
    await end_sessions(tx, account_id, but=tx.actor.session_id)
    tx.record(PasswordChanged(subject_id=account_id))


async def reset(tx: Tx, account_id: UUID, password_hash: str) -> datetime:
    """Give somebody a temporary password and log the person out everywhere; return until when it serves.

    Raises WrongState for oneself or a closed account, Forbidden for somebody with more rights.
    """
    if account_id == tx.actor.account_id:
        raise WrongState("identity.change_own_password")
    account = await queries.lock_account(tx, account_id)
    if account.deactivated_at is not None:
        raise WrongState("identity.already_deactivated")
    await require_own_grants(tx, account_id)
    until = tx.now + TEMPORARY_LIFE
    account.password_hash, account.password_until = password_hash, until
    await end_sessions(tx, account_id)
    tx.record(PasswordReset(subject_id=account_id, until=until))
    return until
