"""Who at and above a store has to do with its tasks."""

from collections.abc import Iterable
from uuid import UUID

from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import administrators, holders, rungs
from storewalk.tasks.permissions import ASSIGN, GOVERN, OVERSEE, RESPOND, VERIFY


async def answerers(tx: AnyTx, store_id: UUID) -> list[UUID]:
    """Return who may answer tasks of a store: who may also hand them over (its manager) first."""
    able = await holders(tx, RESPOND, store_id)
    leading = set(await holders(tx, ASSIGN, store_id))
    return sorted(able, key=lambda account_id: account_id not in leading)


async def ladder(tx: Tx, store_id: UUID) -> list[list[UUID]]:
    """Return who hears of a store's late tasks, level by level, each person on the lowest of their levels only.

    First the overseers nearest to the store (its region's manager), then those of the places above; a place without
    any is passed over. Last come those who govern by name; where nobody does, the administrators.
    """
    last = await holders(tx, GOVERN, store_id) or await administrators(tx)
    levels: list[list[UUID]] = []
    for people in (*await rungs(tx, OVERSEE, store_id), last):
        fresh = _without(people, (known for level in levels for known in level))
        if fresh:
            levels.append(fresh)
    return levels


async def overseers(tx: Tx, store_id: UUID) -> list[UUID]:
    """Return the lowest level above a store: who is told that a task has nobody, or cannot be done."""
    return next(iter(await ladder(tx, store_id)), [])


async def verifiers(tx: Tx, store_id: UUID, *, found_by: UUID | None, answered_by: UUID) -> list[UUID]:
    """Return who is asked to confirm an answer: who found the fault if they may, else all who may, never its author."""
    able = [account_id for account_id in await holders(tx, VERIFY, store_id) if account_id != answered_by]
    return [found_by] if found_by in able and found_by is not None else able


def _without(people: Iterable[UUID], known: Iterable[UUID]) -> list[UUID]:
    left_out = set(known)
    return [account_id for account_id in people if account_id not in left_out]
