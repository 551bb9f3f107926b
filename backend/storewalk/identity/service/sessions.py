"""Log a device in, log it out."""

import secrets
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.errors import NotFound
from storewalk.core.ids import new_id
from storewalk.core.tx import Tx
from storewalk.identity.authentication import token_hash
from storewalk.identity.events import LoggedIn, SessionRevoked
from storewalk.identity.models import LoginSession

SESSION_LIFE: Final = timedelta(days=30)


async def open_session(tx: Tx, device_name: str, client: str) -> str:
    """Log the actor in on a device and return the token that its cookie carries; only the hash is kept."""
    token = secrets.token_urlsafe(32)
    session = LoginSession(
        org_id=tx.org_id,
        id=new_id(),
        account_id=tx.actor.account_id,
        token_hash=token_hash(token),
        device_name=device_name,
        client=client,
        expires_at=tx.now + SESSION_LIFE,
        seen_at=tx.now,
    )
    tx.session.add(session)
    tx.record(LoggedIn(subject_id=tx.actor.account_id, device_name=device_name))
    return token


async def revoke_session(tx: Tx, session_id: UUID) -> None:
    """End one of the actor's sessions. Raises NotFound for anybody else's."""
    statement = (
        select(LoginSession)
        .where(
            LoginSession.org_id == tx.org_id,
            LoginSession.id == session_id,
            LoginSession.account_id == tx.actor.account_id,
        )
        .with_for_update()
    )
    session = (await tx.session.execute(statement)).scalar_one_or_none()
    if session is None:
        raise NotFound("core.not_found")
    if session.revoked_at is None:
        session.revoked_at = tx.now
        tx.record(SessionRevoked(subject_id=session_id))
