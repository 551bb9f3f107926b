"""Sheets of what visits found: the cells of the heat map, and the stores by their scores."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from storewalk.analytics.api import HeatColumn, HeatMap, HeatRow, StoreScore
from storewalk.core.schemas import Words
from storewalk.integrations.given_sheet import Given, number, percent, text


class CellRow(Struct, frozen=True):
    """A cell of the map, by its column's place."""

    row: HeatRow
    column: HeatColumn
    place: int

    @property
    def score(self) -> float | None:
        """Its score; None where nobody looked or nothing applied."""
        return self.row.cells.scores[self.place]


def _repeated(repeats: int, fails: int) -> float | None:
    return repeats / fails if fails else None


CELLS: Final = Given[CellRow](
    "visit_heat",
    Words("巡店热力图", "Visit heat map"),
    (
        text("区域", "Region", lambda each, _: each.row.region_name),
        text("门店或区域", "Store or region", lambda each, _: each.row.name),
        text("检查表", "Checklist", lambda each, locale: each.column.template_name.in_locale(locale)),
        text("板块", "Section", lambda each, locale: each.column.section_title.in_locale(locale)),
        text("检查项", "Checkpoint", lambda each, locale: each.column.title.in_locale(locale)),
        number("巡店次数", "Visits", lambda each: each.row.cells.visits[each.place]),
        number("通过", "Passed", lambda each: each.row.cells.passes[each.place]),
        number("未通过", "Not passed", lambda each: each.row.cells.fails[each.place]),
        number("不适用", "Not applicable", lambda each: each.row.cells.not_applicable[each.place]),
        number("得分", "Score", lambda each: each.score),
    ),
)
SCORES: Final = Given[StoreScore](
    "store_scores",
    Words("门店得分", "Store scores"),
    (
        text("区域", "Region", lambda row, _: row.region_name),
        text("门店", "Store", lambda row, _: row.name),
        number("巡店次数", "Visits", lambda row: row.visits),
        number("均分", "Mean", lambda row: row.mean),
        number("最近得分", "Latest score", lambda row: row.last_score),
        text("最近巡店日", "Latest visit", lambda row, _: row.last_day.isoformat() if row.last_day else None),
        number("区域排名", "Place in region", lambda row: row.in_region.place),
        number("区域有得分门店", "Ranked in region", lambda row: row.in_region.of),
        number("全公司排名", "Place in chain", lambda row: row.in_chain.place),
        number("全公司有得分门店", "Ranked in chain", lambda row: row.in_chain.of),
        number("未通过项", "Failed points", lambda row: row.faults.fails),
        number("30 天内屡犯", "Back within 30 days", lambda row: row.faults.repeats30),
        percent("30 天屡犯率", "Repeat rate, 30 days", lambda row: _repeated(row.faults.repeats30, row.faults.fails)),
        number("90 天内屡犯", "Back within 90 days", lambda row: row.faults.repeats90),
        number("关键项未通过", "Critical points failed", lambda row: row.faults.critical),
        number("关键项压分次数", "Visits capped", lambda row: row.capped),
    ),
)


def cells_of(shown: HeatMap) -> list[CellRow]:
    """Return all cells, row by row."""
    return list(_cells(shown))


def _cells(shown: HeatMap) -> Iterator[CellRow]:
    for row in shown.rows:
        for place, column in enumerate(shown.columns):
            yield CellRow(row, column, place)
