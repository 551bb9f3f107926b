"""The answers that a cell of the map adds up, page by page, the latest day first."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import ColumnElement, and_, func, select, tuple_

from storewalk.analytics.heat.columns import newest_of, questions_of
from storewalk.analytics.heat.outputs import HeatAnswer
from storewalk.analytics.permissions import SCORES_READ
from storewalk.analytics.visited.asked import Visited, VisitsAsked, visited
from storewalk.core.schemas import Page, decode_after, encode_after, page_size
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.inspections.api import Outcome, answer_photo_ref, answer_ref, checkpoint_ref


class Cell(Struct, frozen=True, kw_only=True):
    """A row of the map, by its store or its region, and a column, by its checkpoint's key or its section's id."""

    store: UUID | None = None
    region: UUID | None = None
    checkpoint: str | None = None
    section: UUID | None = None
    outcome: Outcome | None = None


class _Place(Struct, frozen=True, array_like=True):
    """Where a page ended."""

    day: date
    id: UUID


async def cell_answers(
    tx: AnyTx, asked: VisitsAsked, cell: Cell, limit: int | None, cursor: str | None, *, most: int | None = None
) -> Page[HeatAnswer]:
    """Return the answers of a cell; `most` at once instead of a page.

    Raises NotFound for a place outside the reader's scope.
    """
    size, after = most or page_size(limit), decode_after(cursor, _Place)
    found = await visited(tx, asked, SCORES_READ)
    visit, seen = found.visit, found.seen
    answer, question = answer_ref.subquery("answer"), checkpoint_ref.subquery("asked_question")
    person = account_ref.alias("person")
    statement = (
        select(
            answer.c.id,
            visit.c.id.label("inspection_id"),
            visit.c.business_date.label("day"),
            visit.c.store_id,
            seen.c.name.label("store_name"),
            person.c.name.label("inspector_name"),
            question.c.key.label("checkpoint_key"),
            question.c.title,
            question.c.weight,
            question.c.critical,
            answer.c.outcome,
            func.coalesce(answer.c.decision_note, answer.c.note).label("note"),
            _photos(answer).label("photo_ids"),
            _marks(answer).label("marks"),
        )
        .select_from(visit)
        .join(seen, seen.c.id == visit.c.store_id)
        .join(answer, and_(answer.c.org_id == visit.c.org_id, answer.c.inspection_id == visit.c.id))
        .join(question, and_(question.c.org_id == answer.c.org_id, question.c.id == answer.c.checkpoint_id))
        .outerjoin(person, and_(person.c.org_id == visit.c.org_id, person.c.id == visit.c.inspector_id))
        .where(answer.c.org_id == tx.org_id, *await _of_cell(tx, found, cell, question, answer))
        .order_by(visit.c.business_date.desc(), answer.c.id.desc())
        .limit(size + 1)
    )
    if after is not None:
        statement = statement.where(tuple_(visit.c.business_date, answer.c.id) < (after.day, after.id))
    rows = await tx.all(statement, HeatAnswer)
    return _page(rows, size)


async def _of_cell(tx: AnyTx, found: Visited, cell: Cell, question: Any, answer: Any) -> list[ColumnElement[bool]]:
    """Return the conditions of a cell. The selects' columns are known by name only, hence Any."""
    conditions: list[ColumnElement[bool]] = []
    if cell.store is not None:
        conditions.append(found.visit.c.store_id == cell.store)
    if cell.region is not None:
        conditions.append(found.visit.c.region_id == cell.region)
    if cell.checkpoint is not None:
        conditions.append(question.c.key == cell.checkpoint)
    if cell.section is not None:
        newest = newest_of(await questions_of(tx, found))
        conditions.append(question.c.key.in_([key for key, each in newest.items() if each.section_id == cell.section]))
    if cell.outcome is not None:
        conditions.append(answer.c.outcome == cell.outcome)
    return conditions


def _photos(answer: Any) -> Any:
    photo = answer_photo_ref.subquery("photo")
    named = select(photo.c.photo_id).where(photo.c.org_id == answer.c.org_id, photo.c.answer_id == answer.c.id)
    return func.array(named.order_by(photo.c.position).correlate(answer).scalar_subquery())


def _marks(answer: Any) -> Any:
    photo = answer_photo_ref.subquery("drawn")
    drawn = func.jsonb_build_object("photoId", photo.c.photo_id, "marks", photo.c.marks)
    named = select(drawn).where(photo.c.org_id == answer.c.org_id, photo.c.answer_id == answer.c.id)
    return func.array(named.where(photo.c.marks != []).order_by(photo.c.position).correlate(answer).scalar_subquery())


def _page(rows: Sequence[HeatAnswer], size: int) -> Page[HeatAnswer]:
    shown = list(rows[:size])
    last = shown[-1] if len(rows) > size else None
    return Page(shown, encode_after(_Place(last.day, last.id)) if last else None)
