"""Names that messages about orders need."""

from typing import Final
from uuid import UUID

from storewalk.core.tx import Tx

ACCOUNT: Final = "SELECT name FROM account WHERE org_id = $1 AND id = $2"
SOURCE: Final = "SELECT name FROM order_source WHERE org_id = $1 AND id = $2"


async def account_name(tx: Tx, account_id: UUID) -> str:
    """Return a person's name."""
    return await tx.raw.fetchval(ACCOUNT, tx.org_id, account_id) or ""


async def source_name(tx: Tx, source_id: UUID) -> str:
    """Return a source's name."""
    return await tx.raw.fetchval(SOURCE, tx.org_id, source_id) or ""
