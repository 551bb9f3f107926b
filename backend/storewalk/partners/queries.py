"""What is read of suppliers."""

from datetime import datetime
from typing import Final
from uuid import UUID

import asyncpg
from sqlalchemy import select

from storewalk.core.errors import NotFound
from storewalk.core.schemas import Cursor, Page, page
from storewalk.core.tx import AnyTx, Tx
from storewalk.partners.models import Supplier, SupplierStatus
from storewalk.partners.schemas import SupplierOut

SUPPLIERS: Final = """
SELECT p.id, p.code, p.name, p.pinyin, p.credit_code, p.email, p.status, p.version, p.recorded_at
FROM supplier p WHERE p.org_id = $1"""
ONE: Final = f"{SUPPLIERS} AND p.id = $2"
# A chain has hundreds of suppliers, not millions: a part of the name finds one, which no index serves.
MANY: Final = f"""{SUPPLIERS}
  AND ($2::text IS NULL OR strpos(lower(p.name), $2) > 0 OR starts_with(p.pinyin, $2) OR starts_with(lower(p.code), $2))
  AND ($3::text IS NULL OR p.status = $3) AND ($4::timestamptz IS NULL OR (p.recorded_at, p.id) > ($4, $5))
ORDER BY p.recorded_at, p.id LIMIT $6"""
BEARERS: Final = """
SELECT id, code, credit_code FROM supplier
WHERE org_id = $1 AND id IS DISTINCT FROM $2 AND (code = $3 OR credit_code = $4 AND $4 <> '')"""


async def get_supplier(tx: AnyTx, supplier_id: UUID) -> SupplierOut:
    """Return a supplier. Raises NotFound."""
    row = await tx.fetchrow(ONE, tx.org_id, supplier_id)
    if row is None:
        raise NotFound("partners.no_supplier")
    return _supplier_out(row)


async def list_suppliers(
    tx: AnyTx, *, q: str | None, status: SupplierStatus | None, limit: int, after: Cursor | None
) -> Page[SupplierOut]:
    """Return suppliers by their time of recording; `q` is a part of the name, or how its pinyin or the code begins."""
    sought = q.strip().lower() if q and q.strip() else None
    place = (after.at, after.id) if after else (None, None)
    rows = page(await tx.fetch(MANY, tx.org_id, sought, status, *place, limit + 1), limit, _place)
    return Page([_supplier_out(row) for row in rows.items], rows.next)


async def bearers(tx: AnyTx, code: str, credit_code: str, own_id: UUID | None) -> list[asyncpg.Record]:
    """Return id, code and credit code of the other suppliers that bear one of the two."""
    return await tx.fetch(BEARERS, tx.org_id, own_id, code, credit_code)


async def lock_supplier(tx: Tx, supplier_id: UUID, *, share: bool = False) -> Supplier:
    """Lock a supplier; `share` only keeps others from changing it. Raises NotFound."""
    statement = select(Supplier).where(Supplier.org_id == tx.org_id, Supplier.id == supplier_id)
    statement = statement.with_for_update(read=share).execution_options(populate_existing=True)
    found = (await tx.session.execute(statement)).scalar_one_or_none()
    if found is None:
        raise NotFound("partners.no_supplier")
    return found


def _place(row: asyncpg.Record) -> tuple[datetime, UUID]:
    return row["recorded_at"], row["id"]


def _supplier_out(row: asyncpg.Record) -> SupplierOut:
    supplier_id, code, name, pinyin, credit_code, email, status, version, _ = row
    return SupplierOut(
        id=supplier_id,
        code=code,
        name=name,
        pinyin=pinyin,
        credit_code=credit_code,
        email=email,
        status=SupplierStatus(status),
        version=version,
    )
