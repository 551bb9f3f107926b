"""The sheet of the year's days off and worked weekends, as it is announced each November."""

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated, Final

from msgspec import Meta

from storewalk.core.schemas import Words
from storewalk.integrations.columns import Column, Kind, choice, shaped
from storewalk.ordering import api as ordering
from storewalk.ordering.api import DayKind, DayLine

EXCEL_EPOCH: Final = date(1899, 12, 30)
WRITTEN_DAY: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?")
KIND_WORDS: Final = {
    DayKind.DAY_OFF: Words("放假", "day off"),
    DayKind.WORKED_WEEKEND: Words("上班", "worked weekend"),
    DayKind.ORDINARY: Words("普通", "ordinary"),
}
_read_kind, _write_kind = choice(DayKind, KIND_WORDS)
Name: Final = Annotated[str, Meta(min_length=1, max_length=100)]


def read_day(cell: str) -> date:
    """Read "2027-02-06", "2027/2/6", "2027年2月6日" or Excel's days. Raises ValueError."""
    try:
        return EXCEL_EPOCH + timedelta(days=int(Decimal(cell)))
    except InvalidOperation:
        written = WRITTEN_DAY.fullmatch(unicodedata.normalize("NFKC", cell))
        if written is None:
            raise ValueError(cell) from None
        year, month, day = map(int, written.groups())
        return date(year, month, day)


DAYS = Kind(
    name="demand_days",
    line=DayLine,
    take_in=ordering.take_in_days,
    give_out=ordering.give_out_days,
    columns=(
        Column(
            attribute="date", heading=Words("日期", "Date"), read=read_day, expects="integrations.bad_day", empty=...
        ),
        Column(
            attribute="kind",
            heading=Words("类型", "Kind"),
            read=_read_kind,
            write=_write_kind,
            expects="integrations.bad_day_kind",
            empty=...,
        ),
        Column(
            attribute="name",
            heading=Words("名称", "Name"),
            read=shaped(Name),
            expects="integrations.bad_name",
            empty=...,
        ),
        Column(
            attribute="name_en",
            heading=Words("英文名称", "English name"),
            read=shaped(Name),
            expects="integrations.bad_name",
            empty="",
        ),
    ),
)
