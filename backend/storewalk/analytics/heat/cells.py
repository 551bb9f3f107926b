"""The map itself: one statement adds the answers up, row by row and column by column."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from msgspec import Struct
from sqlalchemy import ARRAY, Integer, Select, Subquery, Uuid, and_, cast, func, literal, select

from storewalk.analytics.heat.columns import Columns, columns_of
from storewalk.analytics.heat.outputs import HeatCells, HeatColumns, HeatMap, HeatRow, HeatRows
from storewalk.analytics.permissions import SCORES_READ
from storewalk.analytics.visited.asked import Visited, VisitsAsked, visited
from storewalk.core.tx import AnyTx
from storewalk.inspections.api import Outcome, answer_ref

COUNTED: Final = ("passes", "fails", "not_applicable", "gained", "possible")
NOWHERE: Final = UUID(int=0)


class _Sums(Struct, frozen=True, kw_only=True):
    """The columns of a row that have answers, and what they come to."""

    row: UUID
    place: list[int]
    passes: list[int]
    fails: list[int]
    not_applicable: list[int]
    gained: list[int]
    possible: list[int]


class _Followed(Struct, frozen=True, kw_only=True):
    """How often a row was visited by a version, and the points of those visits."""

    row: UUID
    version_id: UUID
    visits: int
    scored: int
    points: float


class _Named(Struct, frozen=True, kw_only=True):
    """A row and its stores; `visited` of them were."""

    id: UUID
    name: str
    region_name: str
    stores: int
    visited: int


async def read_heat(tx: AnyTx, asked: VisitsAsked, by: HeatRows, across: HeatColumns) -> HeatMap:
    """Return the map, the worst row first. Raises NotFound for a place outside the reader's scope."""
    found = await visited(tx, asked, SCORES_READ)
    columns = await columns_of(tx, found, across)
    followed = _by_row(await tx.all(_followed(found, by), _Followed))
    sums = {each.row: each for each in await tx.all(_sums(found, columns, by), _Sums)}
    of_version = columns.of_version()
    named = await tx.all(_names(found, by), _Named)
    filled = [
        _fill(each, len(columns.shown), followed.get(each.id, []), of_version, sums.get(each.id)) for each in named
    ]
    return HeatMap(
        first=found.span.first,
        last=found.span.last,
        columns=list(columns.shown),
        rows=sorted((each.row(across) for each in filled), key=_worst),
        total=_total(filled, len(columns.shown)).row(across),
    )


class _Filled(Struct, frozen=True, kw_only=True):
    """A row with a number for every column."""

    named: _Named
    visits: int
    scored: int
    points: float
    seen: list[int]
    counts: dict[str, list[int]]

    def row(self, across: HeatColumns) -> HeatRow:
        """Return the row as it goes out."""
        weighed = across is HeatColumns.SECTION
        parts = self.counts["gained" if weighed else "passes"]
        fails = self.counts["fails"]
        wholes = self.counts["possible"] if weighed else [a + b for a, b in zip(parts, fails, strict=True)]
        scores = [share(part, whole) if whole else None for part, whole in zip(parts, wholes, strict=True)]
        return HeatRow(
            id=self.named.id,
            name=self.named.name,
            region_name=self.named.region_name,
            stores=self.named.stores,
            visited=self.named.visited,
            visits=self.visits,
            score=round(self.points / self.scored, 1) if self.scored else None,
            cells=HeatCells(
                visits=self.seen,
                passes=self.counts["passes"],
                fails=fails,
                not_applicable=self.counts["not_applicable"],
                scores=scores,
                gained=parts if weighed else [],
                possible=wholes if weighed else [],
            ),
        )


def share(part: int, whole: int) -> float:
    """Return 100 × part ÷ whole, rounded half up to a tenth; exact, so that whoever reckons it again finds the same."""
    return (2000 * part + whole) // (2 * whole) / 10


def _fill(
    named: _Named, width: int, followed: Sequence[_Followed], of_version: Mapping[UUID, set[int]], sums: _Sums | None
) -> _Filled:
    seen = [0] * width
    for each in followed:
        for place in of_version.get(each.version_id, ()):
            seen[place] += each.visits
    counts = {name: [0] * width for name in COUNTED}
    if sums is not None:
        for name, cells in counts.items():
            for place, count in zip(sums.place, getattr(sums, name), strict=True):
                cells[place] = count
    return _Filled(
        named=named,
        visits=sum(each.visits for each in followed),
        scored=sum(each.scored for each in followed),
        points=sum(each.points for each in followed),
        seen=seen,
        counts=counts,
    )


def _total(rows: Sequence[_Filled], width: int) -> _Filled:
    return _Filled(
        named=_Named(
            id=NOWHERE,
            name="",
            region_name="",
            stores=sum(each.named.stores for each in rows),
            visited=sum(each.named.visited for each in rows),
        ),
        visits=sum(each.visits for each in rows),
        scored=sum(each.scored for each in rows),
        points=sum(each.points for each in rows),
        seen=_added([each.seen for each in rows], width),
        counts={name: _added([each.counts[name] for each in rows], width) for name in COUNTED},
    )


def _added(rows: Iterable[Sequence[int]], width: int) -> list[int]:
    added = [sum(column) for column in zip(*rows, strict=True)]
    return added or [0] * width


def _by_row(rows: Sequence[_Followed]) -> dict[UUID, list[_Followed]]:
    found: dict[UUID, list[_Followed]] = {}
    for each in rows:
        found.setdefault(each.row, []).append(each)
    return found


def _worst(row: HeatRow) -> tuple[bool, float, str, UUID]:
    return (row.score is None, row.score or 0.0, row.name, row.id)


def _key(visit: Any, by: HeatRows) -> Any:
    """Return what a visit's row goes by. Its columns are known by name only, hence Any."""
    return visit.c.store_id if by is HeatRows.STORE else visit.c.region_id


def _followed(asked: Visited, by: HeatRows) -> Select[*tuple[Any, ...]]:
    visit = asked.visit
    row = _key(visit, by)
    return select(
        row.label("row"),
        visit.c.template_version_id.label("version_id"),
        func.count().label("visits"),
        func.count(visit.c.score).label("scored"),
        func.coalesce(func.sum(visit.c.score), 0.0).label("points"),
    ).group_by(row, visit.c.template_version_id)


def _sums(asked: Visited, columns: Columns, by: HeatRows) -> Select[*tuple[Any, ...]]:
    """Add the answers up by row and column; a row comes as arrays, so that a million answers are a thousand rows."""
    visit, placed, answer = asked.visit, _placed(columns), answer_ref.subquery("answer")
    row = _key(visit, by)
    passed, failed = answer.c.outcome == Outcome.PASS, answer.c.outcome == Outcome.FAIL
    cell = (
        select(
            row.label("row"),
            placed.c.place,
            func.count().filter(passed).label("passes"),
            func.count().filter(failed).label("fails"),
            func.count().filter(answer.c.outcome == Outcome.NOT_APPLICABLE).label("not_applicable"),
            func.coalesce(func.sum(placed.c.weight).filter(passed), 0).label("gained"),
            func.coalesce(func.sum(placed.c.weight).filter(passed | failed), 0).label("possible"),
        )
        .select_from(visit)
        .join(answer, and_(answer.c.org_id == visit.c.org_id, answer.c.inspection_id == visit.c.id))
        .join(placed, placed.c.id == answer.c.checkpoint_id)
        .where(answer.c.org_id == asked.org_id)
        .group_by(row, placed.c.place)
        .subquery("cell")
    )
    arrays = (func.array_agg(cell.c[name]).label(name) for name in ("place", *COUNTED))
    return select(cell.c.row, *arrays).group_by(cell.c.row)


def _placed(columns: Columns) -> Subquery:
    """Return the column and the weight of every question, as rows to join."""
    questions = columns.questions
    ids = literal([each.id for each in questions], ARRAY(Uuid()))
    places = literal([columns.place[each.id] for each in questions], ARRAY(Integer()))
    weights = literal([each.weight for each in questions], ARRAY(Integer()))
    rows: Any = func.unnest(ids, places, weights).table_valued("id", "place", "weight").render_derived()
    return select(
        cast(rows.c.id, Uuid()).label("id"), cast(rows.c.place, Integer).label("place"),
        cast(rows.c.weight, Integer).label("weight"),
    ).subquery("placed")  # fmt: skip


def _names(asked: Visited, by: HeatRows) -> Select[*tuple[Any, ...]]:
    """Select the rows: every store that is seen, visited or not, or the regions that they are in."""
    seen = asked.seen
    went = select(asked.visit.c.store_id).distinct().subquery("went")
    joined = seen.outerjoin(went, went.c.store_id == seen.c.id)
    key, name = (seen.c.id, seen.c.name) if by is HeatRows.STORE else (seen.c.region_id, seen.c.region_name)
    return (
        select(
            key.label("id"),
            name.label("name"),
            seen.c.region_name,
            func.count().label("stores"),
            func.count(went.c.store_id).label("visited"),
        )
        .select_from(joined)
        .group_by(key, name, seen.c.region_name)
    )
