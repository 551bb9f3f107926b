"""The sheets of where goods come from: offers, and when which source delivers to which store."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any, Final

from msgspec import Meta

from storewalk.core.money import format_cents
from storewalk.core.quantities import plain
from storewalk.core.schemas import Words
from storewalk.integrations.columns import Column, Kind, choice, shaped
from storewalk.integrations.product_sheet import read_price
from storewalk.ordering import api as ordering
from storewalk.ordering.api import DeliveryLine, OfferLine, ServiceClass

CLASS_WORDS: Final = {each: Words(each.value.upper(), each.value.upper()) for each in ServiceClass}
DAYS: Final = {
    sign: day for day, signs in enumerate(("1一", "2二", "3三", "4四", "5五", "6六", "7日天"), 1) for sign in signs
}
NEVER: Final = {"0", "无", "never"}
FILLING: Final = re.compile(r"星期|周|[\s,，、;；/]+")
RUN: Final = re.compile(r"(.)[-~至到](.)")
_read_class, _write_class = choice(ServiceClass, CLASS_WORDS)


def read_weekdays(cell: str) -> list[int]:
    """Read "1-5", "1 3 5" or "周一、周三"; "0" for no day. Raises ValueError for anything else."""
    if cell.strip().casefold() in NEVER:
        return []
    text = FILLING.sub("", cell)
    days: set[int] = set()
    for first, last in RUN.findall(text):
        days |= set(range(_day(first), _day(last) + 1))
    days |= {_day(sign) for sign in RUN.sub("", text)}
    if not days:
        raise ValueError(cell)
    return sorted(days)


def write_weekdays(days: Sequence[int], _: str) -> str:
    """Write what `read_weekdays` reads."""
    return " ".join(str(day) for day in days) or "0"


def _day(sign: str) -> int:
    if sign not in DAYS:
        raise ValueError(sign)
    return DAYS[sign]


def _quantity(attribute: str, heading: Words, **more: Any) -> Column:
    return Column(
        attribute=attribute,
        heading=heading,
        read=shaped(Decimal),
        expects="integrations.bad_number",
        write=lambda value, _: "" if value is None else plain(value),
        number=True,
        **more,
    )


def _text(attribute: str, heading: Words, **more: Any) -> Column:
    return Column(attribute=attribute, heading=heading, read=str, expects="integrations.bad_name", **more)


def _money(attribute: str, heading: Words, **more: Any) -> Column:
    return Column(
        attribute=attribute,
        heading=heading,
        read=read_price,
        expects="integrations.bad_price",
        write=lambda cents, _: "" if cents is None else format_cents(cents),
        number=True,
        **more,
    )


def _count(attribute: str, heading: Words, most: int, **more: Any) -> Column:
    return Column(
        attribute=attribute,
        heading=heading,
        read=shaped(Annotated[int, Meta(ge=1, le=most)]),
        expects="integrations.bad_number",
        number=True,
        **more,
    )


SOURCE: Final = _text("source", Words("来源编码", "Source code"), empty=...)
OFFERS: Final = Kind(
    name="order_offers",
    line=OfferLine,
    take_in=ordering.take_in_offers,
    give_out=ordering.give_out_offers,
    columns=(
        SOURCE,
        _text("product", Words("商品编码", "Product code"), empty=...),
        _text("name", Words("商品名称", "Product name")),
        _quantity("pack_quantity", Words("每包数量", "Pack holds")),
        _money("pack_cents", Words("每包进价", "Price of a pack")),
        _quantity("least", Words("最少订量", "Least")),
        _quantity("most", Words("最多订量", "Most"), empty=None),
        _count("life_days", Words("可售天数", "Days of life"), 3650, empty=None),
        Column(
            attribute="service_class",
            heading=Words("等级", "Class"),
            read=_read_class,
            write=_write_class,
            expects="integrations.bad_class",
        ),
        _count("rank", Words("优先顺序", "Rank"), 99),
    ),
)
DELIVERIES: Final = Kind(
    name="order_deliveries",
    line=DeliveryLine,
    take_in=ordering.take_in_deliveries,
    give_out=ordering.give_out_deliveries,
    columns=(
        SOURCE,
        _text("store", Words("门店编码", "Store code"), empty=...),
        _text("name", Words("门店名称", "Store name")),
        Column(
            attribute="weekdays",
            heading=Words("送货日", "Delivery days"),
            read=read_weekdays,
            write=write_weekdays,
            expects="integrations.bad_weekdays",
        ),
        _money("budget_cents", Words("单次预算", "Budget of an order"), empty=None),
    ),
)
