"""Sheets of what visits found: the cells of the heat map, the stores by their scores, and their health."""

from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from storewalk.analytics.api import Dimension, HeatColumn, HeatMap, HeatRow, StoreHealth, StoreScore
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


PARTS: Final = (
    (Dimension.INSPECTION, "巡店得分", "Visit scores"),
    (Dimension.RECTIFICATION, "整改及时", "Tasks in time"),
    (Dimension.AVAILABILITY, "在架率", "Availability"),
    (Dimension.STOCK, "库存准确", "Stock accuracy"),
    (Dimension.FRESHNESS, "报损控制", "Waste kept low"),
    (Dimension.SELF_CHECKS, "自查完成", "Own checks done"),
)


def _points(dimension: Dimension) -> Callable[[StoreHealth], float | None]:
    return lambda row: next(each.points for each in row.dimensions if each.dimension is dimension)


def _weight(dimension: Dimension) -> Callable[[StoreHealth], int]:
    return lambda row: next(each.weight for each in row.dimensions if each.dimension is dimension)


HEALTH: Final = Given[StoreHealth](
    "store_health",
    Words("门店健康分", "Store health"),
    (
        text("区域", "Region", lambda row, _: row.region_name),
        text("门店", "Store", lambda row, _: row.name),
        number("健康分", "Health", lambda row: row.health),
        *(number(f"{zh}得分", f"{en}, points", _points(dimension)) for dimension, zh, en in PARTS),
        *(number(f"{zh}权重", f"{en}, weight", _weight(dimension)) for dimension, zh, en in PARTS),
    ),
)


def cells_of(shown: HeatMap) -> list[CellRow]:
    """Return all cells, row by row."""
    return list(_cells(shown))


def _cells(shown: HeatMap) -> Iterator[CellRow]:
    for row in shown.rows:
        for place, column in enumerate(shown.columns):
            yield CellRow(row, column, place)
