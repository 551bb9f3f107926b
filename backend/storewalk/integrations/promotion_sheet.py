"""The sheet of promotions: a row for each product, its price in percent of the usual one."""

import re
from typing import Annotated, Any, Final

from msgspec import Meta, convert

from storewalk.core.schemas import Words
from storewalk.integrations.columns import Column, Kind, choice, shaped
from storewalk.integrations.day_sheet import read_day
from storewalk.ordering import api as ordering
from storewalk.ordering.api import PromotionKind, PromotionLine

KIND_WORDS: Final = {
    PromotionKind.PRICE: Words("特价", "price cut"),
    PromotionKind.MULTI_BUY: Words("多件优惠", "multi-buy"),
    PromotionKind.LEAFLET: Words("海报", "leaflet"),
    PromotionKind.DISPLAY: Words("仅陈列", "display only"),
}
_read_kind, _write_kind = choice(PromotionKind, KIND_WORDS)
Name: Final = Annotated[str, Meta(min_length=1, max_length=100)]
Share: Final = Annotated[float, Meta(ge=0.3, le=1)]
Uplift: Final = Annotated[float, Meta(ge=0.05, le=20)]
BETWEEN: Final = re.compile(r"\s*[、,，;；/]\s*")
DECIMALS, PERCENT, TENTHS = 3, 100, 10


def read_discount(cell: str) -> float:
    """Read "80", "80%", "0.8", "8折" or "85折" as 0.8 and 0.85. Raises ValueError for what is no likely price."""
    text = cell.replace(" ", "")
    number = float(text.rstrip("%折"))
    if text.endswith("折"):
        number /= TENTHS if number <= TENTHS else PERCENT
    elif text.endswith("%") or number > 1:
        number /= PERCENT
    return convert(round(number, DECIMALS), Share)


def write_discount(value: float | None, _: str) -> str:
    """Write a price in percent of the usual one."""
    return "" if value is None else f"{value * PERCENT:.1f}".removesuffix(".0")


def read_places(cell: str) -> list[str]:
    """Read "上海浦西、SH001": names of regions and stores, and codes of stores."""
    return [place for place in BETWEEN.split(cell.strip()) if place]


def _uplift(cell: str) -> float:
    return convert(round(float(cell), DECIMALS), Uplift)


def _text(attribute: str, heading: Words, **more: Any) -> Column:
    return Column(attribute=attribute, heading=heading, read=shaped(Name), expects="integrations.bad_name", **more)


def _day(attribute: str, heading: Words) -> Column:
    return Column(attribute=attribute, heading=heading, read=read_day, expects="integrations.bad_day", empty=...)


PROMOTIONS: Final = Kind(
    name="promotions",
    line=PromotionLine,
    take_in=ordering.take_in_promotions,
    give_out=ordering.give_out_promotions,
    columns=(
        _text("promotion", Words("促销名称", "Promotion"), empty=...),
        _day("first_day", Words("开始日期", "First day")),
        _day("last_day", Words("结束日期", "Last day")),
        Column(
            attribute="kind",
            heading=Words("形式", "Kind"),
            read=_read_kind,
            write=_write_kind,
            expects="integrations.bad_promotion_kind",
            empty=PromotionKind.PRICE,
        ),
        _text("product", Words("商品编码", "Product code"), empty=...),
        _text("name", Words("商品名称", "Product name"), empty=None),
        Column(
            attribute="discount",
            heading=Words("促销价占平时%", "Price in %"),
            read=read_discount,
            write=write_discount,
            expects="integrations.bad_discount",
            empty=None,
            number=True,
        ),
        Column(
            attribute="uplift",
            heading=Words("预计销量倍数", "Expected sales"),
            read=_uplift,
            write=lambda value, _: "" if value is None else f"{value:g}",
            expects="integrations.bad_number",
            empty=None,
            number=True,
        ),
        Column(
            attribute="places",
            heading=Words("区域与门店", "Where"),
            read=read_places,
            write=lambda places, _: "、".join(places),
            expects="integrations.bad_name",
            empty=[],
        ),
    ),
)
