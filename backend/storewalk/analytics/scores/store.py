"""One store's scores: visit by visit, section by section, and the faults that they found."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from msgspec import Struct
from sqlalchemy import Select, and_, case, null, select

from storewalk.analytics.permissions import SCORES_READ
from storewalk.analytics.scores.faults import faults_of
from storewalk.analytics.scores.outputs import Fault, ScoredVisit, SectionPoint, SectionTrend, StoreScores
from storewalk.analytics.scores.ranking import store_scores
from storewalk.analytics.visited.asked import Visited, VisitsAsked, visited
from storewalk.core.errors import NotFound
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.identity.api import account_ref
from storewalk.inspections.api import checkpoint_ref, section_score_ref


class _SectionRow(Struct, frozen=True, kw_only=True):
    template_id: UUID
    template_name: Words
    title: Words
    inspection_id: UUID
    day: date
    score: float


async def read_store_scores(tx: AnyTx, store_id: UUID, asked: VisitsAsked) -> StoreScores:
    """Return a store's scores. Raises NotFound for one outside the reader's scope, or for what is no store."""
    found = await visited(
        tx, VisitsAsked(first=asked.first, last=asked.last, place=store_id, kind=asked.kind), SCORES_READ
    )
    figures = [row for row in await store_scores(tx, found) if row.id == store_id]
    if not figures:
        raise NotFound("core.not_found")
    return StoreScores(
        first=found.span.first,
        last=found.span.last,
        store=figures[0],
        visits=await tx.all(_visits(tx, found), ScoredVisit),
        sections=_sections(await tx.all(_section_rows(tx, found), _SectionRow)),
        faults=await tx.all(_faults(tx, found), Fault),
    )


def _versions(tx: AnyTx) -> Any:
    question = checkpoint_ref.subquery("question")
    return (
        select(question.c.version_id, question.c.template_id, question.c.template_name)
        .where(question.c.org_id == tx.org_id)
        .distinct()
        .subquery("version")
    )


def _visits(tx: AnyTx, found: Visited) -> Select[*tuple[Any, ...]]:
    visit, person, version = found.visit, account_ref.alias("person"), _versions(tx)
    capping = checkpoint_ref.subquery("capping")
    return (
        select(
            visit.c.id,
            visit.c.business_date.label("day"),
            visit.c.submitted_at,
            version.c.template_name,
            person.c.name.label("inspector_name"),
            visit.c.score,
            capping.c.title.label("capped_by"),
        )
        .select_from(visit)
        .join(version, version.c.version_id == visit.c.template_version_id)
        .outerjoin(person, and_(person.c.org_id == visit.c.org_id, person.c.id == visit.c.inspector_id))
        .outerjoin(capping, and_(capping.c.org_id == visit.c.org_id, capping.c.id == visit.c.capped_by))
        .order_by(visit.c.submitted_at, visit.c.id)
    )


def _section_rows(tx: AnyTx, found: Visited) -> Select[*tuple[Any, ...]]:
    visit, points, question = found.visit, section_score_ref.subquery("points"), checkpoint_ref.subquery("question")
    section = (
        select(
            question.c.section_id, question.c.section_title, question.c.section_position, question.c.template_id,
            question.c.template_name,
        )
        .where(question.c.org_id == tx.org_id)
        .distinct()
        .subquery("section")
    )  # fmt: skip
    return (
        select(
            section.c.template_id,
            section.c.template_name,
            section.c.section_title.label("title"),
            visit.c.id.label("inspection_id"),
            visit.c.business_date.label("day"),
            points.c.score,
        )
        .select_from(visit)
        .join(points, and_(points.c.org_id == visit.c.org_id, points.c.inspection_id == visit.c.id))
        .join(section, section.c.section_id == points.c.section_id)
        .where(points.c.score.is_not(None))
        .order_by(visit.c.submitted_at, visit.c.id, section.c.section_position)
    )


def _sections(rows: Sequence[_SectionRow]) -> list[SectionTrend]:
    """Join the points of a section over versions; the latest visit says in which order they stand."""
    found: dict[tuple[UUID, str], list[_SectionRow]] = {}
    for row in rows:
        found.setdefault((row.template_id, row.title.zh), []).append(row)
    return [
        SectionTrend(
            title=points[-1].title,
            template_name=points[-1].template_name,
            points=[SectionPoint(inspection_id=row.inspection_id, day=row.day, score=row.score) for row in points],
        )
        for points in found.values()
    ]


def _faults(tx: AnyTx, found: Visited) -> Select[*tuple[Any, ...]]:
    fault = faults_of(tx, found)
    names = ("answer_id", "inspection_id", "day", "checkpoint_key", "title", "critical", "repeat30")
    return select(
        *(fault.c[name] for name in names), case((fault.c.repeat90, fault.c.before), else_=null()).label("before")
    ).order_by(fault.c.submitted_at.desc(), fault.c.checkpoint_key)
