"""Whose suggestions are meant: the store that is named, or the only one the reader has."""

from typing import Final
from uuid import UUID

from storewalk.core.access import Permission
from storewalk.core.errors import Invalid
from storewalk.core.tx import AnyTx
from storewalk.identity.api import lies_below, require_within

OWN: Final = f"""
SELECT s.id FROM store s WHERE s.org_id = $1 AND s.kind = 'store' AND s.status = 'open'
  AND {lies_below("s", "s.id", "$2")} LIMIT 2"""


async def store_meant(tx: AnyTx, permission: Permission, store_id: UUID | None) -> UUID:
    """Return the store. Raises NotFound for one outside the scope, Invalid for none where the reader has several."""
    if store_id is not None:
        await require_within(tx, permission, store_id)
        return store_id
    rows = await tx.fetch(OWN, tx.org_id, list(tx.actor.paths(permission)))
    if len(rows) != 1:
        raise Invalid("ordering.which_store", field="store")
    return rows[0]["id"]
