"""Sheets of on-shelf availability: its points, and the photos that they add up."""

from typing import Final

from msgspec import Struct

from storewalk.analytics.api import MeasuredPhoto, TrendLine, TrendPoint
from storewalk.core.schemas import Words
from storewalk.integrations.given_sheet import Given, number, percent, text
from storewalk.integrations.order_words import YES_NO


class PointRow(Struct, frozen=True):
    """A point of a line."""

    line: TrendLine
    point: TrendPoint


POINTS: Final = Given[PointRow](
    "shelf_trend",
    Words("在架率趋势", "On-shelf availability"),
    (
        text("名称", "Name", lambda row, locale: row.line.name.in_locale(locale)),
        text("区域", "Region", lambda row, _: row.line.region_name),
        text("日期", "From", lambda row, _: row.point.date.isoformat()),
        number("照片数", "Photos", lambda row: row.point.photos),
        percent("在架率", "Availability", lambda row: row.point.availability),
        number("陈列面", "Facings", lambda row: row.point.facings),
        number("空位", "Gaps", lambda row: row.point.gaps),
        number("人工修改", "Corrected", lambda row: row.point.corrected),
    ),
)
PHOTOS: Final = Given[MeasuredPhoto](
    "shelf_photos",
    Words("货架照片", "Shelf photos"),
    (
        text("日期", "Day", lambda row, _: row.day.isoformat()),
        text("区域", "Region", lambda row, _: row.region_name),
        text("门店", "Store", lambda row, _: row.store_name),
        text("货架", "Shelf", lambda row, locale: row.title.in_locale(locale)),
        percent("在架率", "Availability", lambda row: row.availability),
        number("陈列面", "Facings", lambda row: row.facings),
        number("空位", "Gaps", lambda row: row.gaps),
        text("人工修改", "Corrected", lambda row, locale: YES_NO[row.corrected].in_locale(locale)),
        text("照片编号", "Photo id", lambda row, _: str(row.photo_id)),
    ),
)


def rows_of(lines: list[TrendLine]) -> list[PointRow]:
    """Return the points of all lines."""
    return [PointRow(line, point) for line in lines for point in line.points]
