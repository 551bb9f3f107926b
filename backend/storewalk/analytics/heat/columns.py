"""The columns of the map: the questions of the versions that the visits followed, joined by key."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from msgspec import Struct
from sqlalchemy import select

from storewalk.analytics.heat.outputs import HeatColumn, HeatColumns
from storewalk.analytics.visited.asked import Visited
from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.inspections.api import checkpoint_ref


class Question(Struct, frozen=True, kw_only=True):
    """A question of a version, with its place in it."""

    id: UUID
    version_id: UUID
    key: str
    title: Words
    critical: bool
    weight: int
    position: int
    section_id: UUID
    section_title: Words
    section_position: int
    template_id: UUID
    template_name: Words
    published_at: datetime


class Columns(Struct, frozen=True):
    """The columns in order; `place` is the column of each question of any version."""

    shown: Sequence[HeatColumn]
    questions: Sequence[Question]
    place: Mapping[UUID, int]

    def of_version(self) -> dict[UUID, set[int]]:
        """Return which columns a version has."""
        found: dict[UUID, set[int]] = {}
        for question in self.questions:
            found.setdefault(question.version_id, set()).add(self.place[question.id])
        return found


async def columns_of(tx: AnyTx, asked: Visited, by: HeatColumns) -> Columns:
    """Return the columns of the versions in use; the newest version says what a question is called and where it is."""
    questions = await questions_of(tx, asked)
    newest = newest_of(questions)
    order = sorted(newest.values(), key=_order)
    names = {key: _name(question, by) for key, question in newest.items()}
    places: dict[str, int] = {}
    shown: list[HeatColumn] = []
    for question in order:
        name = names[question.key]
        if name not in places:
            places[name] = len(shown)
            shown.append(_column(question, by))
    return Columns(shown, questions, {question.id: places[names[question.key]] for question in questions})


async def questions_of(tx: AnyTx, asked: Visited) -> list[Question]:
    """Return the questions of all versions that the visits followed, the newest versions first."""
    ref = checkpoint_ref.subquery("question")
    used = select(asked.visit.c.template_version_id).distinct()
    statement = (
        select(*(ref.c[name] for name in Question.__struct_fields__))
        .where(ref.c.org_id == tx.org_id, ref.c.version_id.in_(used))
        .order_by(ref.c.published_at.desc(), ref.c.version_id, ref.c.section_position, ref.c.position)
    )
    return await tx.all(statement, Question)


def newest_of(questions: Sequence[Question]) -> dict[str, Question]:
    """Return each question as the newest version that has it puts it; they come newest first."""
    newest: dict[str, Question] = {}
    for question in questions:
        newest.setdefault(question.key, question)
    return newest


def _order(question: Question) -> tuple[str, UUID, int, int, str]:
    named = question.template_name.zh
    return (named, question.template_id, question.section_position, question.position, question.key)


def _name(question: Question, by: HeatColumns) -> str:
    return question.key if by is HeatColumns.CHECKPOINT else str(question.section_id)


def _column(question: Question, by: HeatColumns) -> HeatColumn:
    whole = by is HeatColumns.SECTION
    return HeatColumn(
        key=_name(question, by),
        title=question.section_title if whole else question.title,
        section=str(question.section_id),
        section_title=question.section_title,
        template_name=question.template_name,
        critical=question.critical and not whole,
    )
