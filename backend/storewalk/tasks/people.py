"""Who at and above a store has to do with its tasks."""

from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.identity.api import holders
from storewalk.tasks.permissions import ASSIGN, OVERSEE, RESPOND, VERIFY


async def answerers(tx: Tx, store_id: UUID) -> list[UUID]:
    """Return who may answer tasks of a store: who may also hand them over (its manager) first."""
    able = await holders(tx, RESPOND, store_id)
    leading = set(await holders(tx, ASSIGN, store_id))
    return sorted(able, key=lambda account_id: account_id not in leading)


async def overseers(tx: Tx, store_id: UUID) -> list[UUID]:
    """Return who is told when a store's task is overdue or has nobody."""
    return await holders(tx, OVERSEE, store_id)


async def verifiers(tx: Tx, store_id: UUID, *, found_by: UUID | None, answered_by: UUID) -> list[UUID]:
    """Return who is asked to confirm an answer: who found the fault if they may, else all who may, never its author."""
    able = [account_id for account_id in await holders(tx, VERIFY, store_id) if account_id != answered_by]
    return [found_by] if found_by in able and found_by is not None else able
