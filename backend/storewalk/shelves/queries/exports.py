"""Exports of labels, and the corrections that go into one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Select, and_, select, tuple_

from storewalk.core.locks import lock_names
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import account_ref
from storewalk.shelves.label_set import SetCounts
from storewalk.shelves.models import LabelExport, ShelfCorrection, ShelfReading
from storewalk.shelves.queries.readings import COUNTING
from storewalk.shelves.schemas import ExportOut
from storewalk.stores.api import store_ref


class CorrectedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A photo's correction that counts."""

    photo_id: UUID
    store_id: UUID
    number: int
    corrected_by: UUID
    corrected_at: datetime
    model_version: str | None
    boxes: Any


async def corrected(tx: AnyTx, limit: int) -> list[CorrectedRow]:
    """Return the corrections that count, one a photo, the newest first."""
    columns = [getattr(ShelfCorrection, name) for name in CorrectedRow.__struct_fields__]
    statement: Select[*tuple[Any, ...]] = (
        select(*columns)
        .join(ShelfReading, COUNTING)
        .where(ShelfCorrection.org_id == tx.org_id)
        .order_by(ShelfCorrection.recorded_at.desc(), ShelfCorrection.id.desc())
        .limit(limit)
    )
    return await tx.all(statement, CorrectedRow)


class NamedSet(msgspec.Struct, frozen=True, kw_only=True):
    """A set of labels by its number."""

    number: int
    digest: str
    members: dict[str, int]
    counts: Any


async def newest_set(tx: AnyTx) -> NamedSet | None:
    """Return the newest set of labels."""
    statement = (
        select(LabelExport.number, LabelExport.digest, LabelExport.members, LabelExport.counts)
        .where(LabelExport.org_id == tx.org_id, LabelExport.number.is_not(None))
        .order_by(LabelExport.number.desc(), LabelExport.finished_at.desc())
        .limit(1)
    )
    return await tx.one_or_none(statement, NamedSet)


async def lock_export(tx: Tx, export_id: UUID) -> LabelExport | None:
    """Lock an export's id until the transaction ends, whether its row exists or not, and return the row there is."""
    await lock_names(tx, "label export", [export_id])
    statement = (
        select(LabelExport).where(LabelExport.org_id == tx.org_id, LabelExport.id == export_id).with_for_update()
    )
    return (await tx.session.execute(statement)).scalar_one_or_none()


async def list_exports(tx: AnyTx, limit: int | None, cursor: str | None) -> Page[ExportOut]:
    """Return the exports, the newest first."""
    size, after = page_size(limit), decode_cursor(cursor)
    statement = _shown().where(LabelExport.org_id == tx.org_id)
    if after is not None:
        statement = statement.where(tuple_(LabelExport.recorded_at, LabelExport.id) < (after.at, after.id))
    newest = statement.order_by(LabelExport.recorded_at.desc(), LabelExport.id.desc()).limit(size + 1)
    return page(await _outputs(tx, newest), size, lambda row: (row.recorded_at, row.id))


async def read_export(tx: AnyTx, export_id: UUID) -> ExportOut | None:
    """Return one export."""
    statement = _shown().where(LabelExport.org_id == tx.org_id, LabelExport.id == export_id)
    return next(iter(await _outputs(tx, statement)), None)


async def _outputs(tx: AnyTx, statement: Select[*tuple[Any, ...]]) -> list[ExportOut]:
    rows: list[dict[str, Any]] = await tx.all(statement, dict)
    counts = [msgspec.convert(row.pop("counts"), SetCounts | None) for row in rows]
    names = await _names(tx, {line.store_id for each in counts if each for line in each.stores})
    return [ExportOut(**row, counts=its and _named(its, names)) for row, its in zip(rows, counts, strict=True)]


async def _names(tx: AnyTx, stores: set[UUID]) -> dict[UUID, str]:
    if not stores:
        return {}
    ref = store_ref.subquery()
    rows = await tx.all(select(ref.c.id, ref.c.name).where(ref.c.org_id == tx.org_id, ref.c.id.in_(stores)), dict)
    return {row["id"]: row["name"] for row in rows}


def _named(counts: SetCounts, names: Mapping[UUID, str]) -> SetCounts:
    stores = [msgspec.structs.replace(line, store_name=names.get(line.store_id, "")) for line in counts.stores]
    return msgspec.structs.replace(counts, stores=sorted(stores, key=lambda line: (-line.photos, line.store_name)))


def _shown() -> Select[*tuple[Any, ...]]:
    who = account_ref.alias("who")
    own = [getattr(LabelExport, name) for name in ExportOut.__struct_fields__ if name != "requested_by"]
    return select(*own, who.c.name.label("requested_by")).join(
        who, and_(who.c.org_id == LabelExport.org_id, who.c.id == LabelExport.requested_by)
    )
