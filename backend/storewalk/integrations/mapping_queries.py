"""The shapes of files that an organization keeps."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx, Tx
from storewalk.integrations.mapping_schemas import MappingOut, SheetKind
from storewalk.integrations.models import SheetMapping


def _shown(tx: AnyTx) -> Select[*tuple[Any, ...]]:
    row = SheetMapping
    return select(row.id, row.kind, row.name, row.headings, row.fields, row.words, row.changed_at, row.version).where(
        row.org_id == tx.org_id
    )


async def mappings(tx: AnyTx, kind: SheetKind | None = None) -> list[MappingOut]:
    """Return the kept shapes of a kind, or of all, by name."""
    statement = _shown(tx).order_by(SheetMapping.kind, SheetMapping.name, SheetMapping.id)
    return await tx.all(statement if kind is None else statement.where(SheetMapping.kind == kind), MappingOut)


async def mapping(tx: AnyTx, mapping_id: UUID) -> MappingOut:
    """Return a kept shape. Raises NotFound."""
    found = await tx.all(_shown(tx).where(SheetMapping.id == mapping_id), MappingOut)
    if not found:
        raise NotFound("core.not_found")
    return found[0]


async def by_fingerprint(tx: AnyTx, kind: SheetKind) -> dict[str, MappingOut]:
    """Return the kept shapes of a kind by the fingerprint of their headings."""
    statement = select(SheetMapping.id, SheetMapping.fingerprint).where(
        SheetMapping.org_id == tx.org_id, SheetMapping.kind == kind
    )
    prints = {row["id"]: row["fingerprint"] for row in await tx.all(statement, dict)}
    return {prints[each.id]: each for each in await mappings(tx, kind)}


async def lock_mapping(tx: Tx, mapping_id: UUID) -> SheetMapping | None:
    """Return a kept shape for change, or None."""
    statement = select(SheetMapping).where(SheetMapping.org_id == tx.org_id, SheetMapping.id == mapping_id)
    return (await tx.session.execute(statement.with_for_update())).scalar_one_or_none()
