"""The sheet of products."""

import re
from collections.abc import Sequence
from decimal import Decimal

from storewalk.catalog import api as catalog
from storewalk.catalog.api import Pack, ProductLine, ProductStatus
from storewalk.core.money import format_cents, parse_cents
from storewalk.core.schemas import Words
from storewalk.integrations.columns import Column, Kind, choice, shaped

STATUS_WORDS = {
    ProductStatus.ACTIVE: Words("在售", "active"),
    ProductStatus.DISCONTINUED: Words("停售", "discontinued"),
}
SEPARATORS = re.compile(r"[\s;；,，、|]+")
_read_status, _write_status = choice(ProductStatus, STATUS_WORDS)


def read_packs(cell: str) -> list[Pack]:
    """Read "case:24; tray:6". Raises ValueError or ArithmeticError for anything else."""
    packs: list[Pack] = []
    for part in filter(None, SEPARATORS.split(cell.replace("：", ":"))):
        unit, _, quantity = part.partition(":")
        if not Decimal(quantity).is_finite():
            raise ValueError(cell)
        packs.append(Pack(unit=unit, quantity=Decimal(quantity)))
    return packs


def write_packs(packs: Sequence[Pack], _: str) -> str:
    """Write what `read_packs` reads."""
    return "; ".join(f"{pack.unit}:{pack.quantity:f}" for pack in packs)


def read_price(cell: str) -> int:
    """Read an amount of yuan as cents. Raises ValueError or ArithmeticError for what is no price."""
    cents = parse_cents(cell.lstrip("¥￥"))
    if not 0 <= cents <= catalog.MAX_PRICE_CENTS:
        raise ValueError(cell)
    return cents


PRODUCTS = Kind(
    name="products",
    line=ProductLine,
    take_in=catalog.take_in,
    give_out=catalog.give_out,
    columns=(
        Column(
            attribute="code",
            heading=Words("商品编码", "Product code"),
            read=shaped(catalog.Code),
            expects="integrations.bad_code",
            empty=...,
        ),
        Column(
            attribute="name_zh",
            heading=Words("商品名称", "Chinese name"),
            read=shaped(catalog.Name),
            expects="integrations.bad_name",
        ),
        Column(
            attribute="name_en",
            heading=Words("英文名称", "English name"),
            read=shaped(catalog.Name),
            expects="integrations.bad_name",
            empty=None,
        ),
        Column(
            attribute="pinyin",
            heading=Words("拼音首字母", "Pinyin"),
            read=shaped(catalog.Pinyin),
            expects="integrations.bad_pinyin",
            empty=None,
        ),
        Column(attribute="category", heading=Words("分类", "Category"), read=str, expects="integrations.bad_name"),
        Column(attribute="unit", heading=Words("单位", "Unit"), read=str, expects="integrations.bad_name"),
        Column(
            attribute="packs",
            heading=Words("包装", "Packs"),
            read=read_packs,
            write=write_packs,
            expects="integrations.bad_packs",
            empty=[],
        ),
        Column(
            attribute="barcodes",
            heading=Words("条码", "Barcodes"),
            read=lambda cell: list(filter(None, SEPARATORS.split(cell))),
            write=lambda codes, _: "; ".join(codes),
            expects="integrations.bad_name",
            empty=[],
        ),
        Column(
            attribute="price_cents",
            heading=Words("零售价", "Price"),
            read=read_price,
            write=lambda cents, _: format_cents(cents),
            expects="integrations.bad_price",
            number=True,
        ),
        Column(
            attribute="status",
            heading=Words("状态", "Status"),
            read=_read_status,
            write=_write_status,
            expects="integrations.bad_product_status",
        ),
    ),
)
