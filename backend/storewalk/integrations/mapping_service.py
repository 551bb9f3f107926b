"""Keep what the columns of a file are, rename that, forget it."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from storewalk.core.access import Permission
from storewalk.core.errors import Conflict, Invalid, NotFound
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.integrations import mapping_queries
from storewalk.integrations.columns import Column
from storewalk.integrations.events import MappingForgotten, MappingKept
from storewalk.integrations.headings import fingerprint
from storewalk.integrations.mapped import check_columns
from storewalk.integrations.mapping_schemas import KeepMapping, RenameMapping, SheetKind
from storewalk.integrations.models import SheetMapping

NAMED_BY: Final = 3
LONGEST_NAME: Final = 80


async def keep(tx: Tx, kinds: Mapping[SheetKind, tuple[Sequence[Column], Permission]], form: KeepMapping) -> UUID:
    """Keep what the columns of files with these headings are, in place of what was kept for them.

    The same again changes nothing. Raises Invalid for a kind that the actor may not import, and for columns that do not
    fit.
    """
    columns, permission = kinds[form.kind]
    if not tx.actor.holds(permission):
        raise Invalid("integrations.not_your_sheet", field="kind")
    check_columns(form.columns, {column.field for column in columns}, len(form.headings))
    shape = fingerprint(form.headings)
    await lock_names(tx, "sheet_mapping", [f"{form.kind}:{shape}"])
    statement = select(SheetMapping).where(
        SheetMapping.org_id == tx.org_id, SheetMapping.kind == form.kind, SheetMapping.fingerprint == shape
    )
    row = (await tx.session.execute(statement.with_for_update())).scalar_one_or_none()
    fields = [field or "" for field in form.columns.fields]
    name = form.name or (row.name if row else " · ".join(form.headings[:NAMED_BY])[:LONGEST_NAME])
    if row is None:
        row = SheetMapping(org_id=tx.org_id, id=new_id(), kind=form.kind, fingerprint=shape, headings=form.headings)
        tx.session.add(row)
    elif (row.name, row.fields, row.words) == (name, fields, form.columns.words):
        return row.id
    row.name, row.fields, row.words = name, fields, form.columns.words
    tx.record(MappingKept(subject_id=row.id, sheet=form.kind, name=name))
    await tx.flush()
    return row.id


async def rename(tx: Tx, mapping_id: UUID, form: RenameMapping) -> None:
    """Give a kept shape another name. Raises NotFound, or Conflict after another change."""
    row = await mapping_queries.lock_mapping(tx, mapping_id)
    if row is None:
        raise NotFound("core.not_found")
    if row.version != form.if_version:
        raise Conflict("integrations.changed_meanwhile", current=await mapping_queries.mapping(tx, mapping_id))
    row.name = form.name
    tx.record(MappingKept(subject_id=row.id, sheet=row.kind, name=form.name))
    await tx.flush()


async def forget(tx: Tx, mapping_id: UUID) -> None:
    """Forget a kept shape; its files are guessed again. One that is gone already stays gone."""
    row = await mapping_queries.lock_mapping(tx, mapping_id)
    if row is not None:
        await tx.session.delete(row)
        tx.record(MappingForgotten(subject_id=row.id, sheet=row.kind, name=row.name))
