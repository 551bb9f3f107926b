"""Keeps sheets of suggestions: many stores in one statement, a later plan in place of an earlier one."""

from collections.abc import AsyncGenerator
from datetime import date
from typing import Final

from storewalk.core.tx import Tx
from storewalk.ordering.sheet_models import OrderSheet

PART: Final = 256 * 1024
KEY: Final = ("org_id", "store_id", "day")
COLUMNS: Final = tuple(column.name for column in OrderSheet.__table__.columns)
PLANNED: Final = "CREATE TEMP TABLE planned (LIKE order_sheet INCLUDING STORAGE) ON COMMIT DROP"
KEEP: Final = f"""
INSERT INTO order_sheet AS s ({", ".join(COLUMNS)}) SELECT {", ".join(COLUMNS)} FROM planned
ON CONFLICT ({", ".join(KEY)}) DO UPDATE SET {", ".join(f"{c} = excluded.{c}" for c in COLUMNS if c not in KEY)}
WHERE s.planned_at < excluded.planned_at"""
FORGET: Final = "DELETE FROM order_sheet WHERE org_id = $1 AND day < $2"


async def keep_sheets(tx: Tx, copied: bytes) -> None:
    """Keep sheets as a planner gives them; of two plans for the same store and day the later one stays."""
    await tx.raw.execute(PLANNED)  # under row-level security nothing is copied into a table directly
    await tx.raw.copy_to_table("planned", source=_parts(copied), columns=list(COLUMNS), format="binary")
    await tx.raw.execute(KEEP)


async def forget_sheets(tx: Tx, before: date) -> None:
    """Let go of sheets of days before one; what was ordered keeps its own arithmetic."""
    await tx.raw.execute(FORGET, tx.org_id, before)


async def _parts(data: bytes) -> AsyncGenerator[bytes]:
    for start in range(0, len(data), PART):
        yield data[start : start + PART]
