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
STATUS_ALSO = {
    **dict.fromkeys(("正常", "上架", "启用", "可售", "正常销售", "是", "yes", "on sale"), ProductStatus.ACTIVE),
    **dict.fromkeys(("下架", "停用", "淘汰", "禁用", "否", "no", "inactive"), ProductStatus.DISCONTINUED),
}
_read_status, _write_status = choice(ProductStatus, STATUS_WORDS, STATUS_ALSO)


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
    cents = parse_cents(cell.strip().lstrip("¥￥").removesuffix("元"))
    if not 0 <= cents <= catalog.MAX_PRICE_CENTS:
        raise ValueError(cell)
    return cents


PRODUCTS = Kind(
    name="products",
    line=ProductLine,
    take_in=catalog.take_in,
    give_out=catalog.give_out,
    options=catalog.options,
    columns=(
        Column(
            attribute="code",
            heading=Words("商品编码", "Product code"),
            read=shaped(catalog.Code),
            expects="integrations.bad_code",
            narrow=True,
            aliases=(
                "编码",
                "货号",
                "商品编号",
                "商品代码",
                "物料编码",
                "SKU",
                "SKU编码",
                "item code",
                "item no",
                "sku code",
                "plu",
                "code",
            ),
            hint=Words("必填，每个商品一个，前面的 0 会保留", "Needed, one a product; leading zeros are kept"),
            empty=...,
        ),
        Column(
            attribute="name_zh",
            heading=Words("商品名称", "Chinese name"),
            read=shaped(catalog.Name),
            expects="integrations.bad_name",
            aliases=(
                "名称",
                "品名",
                "商品名",
                "商品全称",
                "商品简称",
                "中文名称",
                "物料名称",
                "product name",
                "item name",
                "name",
                "description",
            ),
            hint=Words("新商品必填", "Needed for a new product"),
        ),
        Column(
            attribute="name_en",
            heading=Words("英文名称", "English name"),
            read=shaped(catalog.Name),
            expects="integrations.bad_name",
            aliases=("英文名", "english"),
            hint=Words("空着用中文名称", "The Chinese name unless told"),
            empty=None,
        ),
        Column(
            attribute="pinyin",
            heading=Words("拼音首字母", "Pinyin"),
            read=shaped(catalog.Pinyin),
            expects="integrations.bad_pinyin",
            narrow=True,
            aliases=("拼音码", "助记码", "拼音简码", "mnemonic"),
            hint=Words("空着自动生成", "Made of the name unless told"),
            empty=None,
        ),
        Column(
            attribute="category",
            heading=Words("分类", "Category"),
            read=str,
            expects="integrations.bad_name",
            aliases=(
                "类别",
                "品类",
                "商品分类",
                "商品类别",
                "小类",
                "小类名称",
                "分类名称",
                "category name",
                "department",
            ),
            hint=Words(
                "已有分类的名称或编码；新商品必填",
                "The name or code of a category that is there; needed for a new product",
            ),
        ),
        Column(
            attribute="unit",
            heading=Words("单位", "Unit"),
            read=str,
            expects="integrations.bad_name",
            aliases=("基本单位", "销售单位", "计量单位", "最小单位", "uom", "base unit"),
            hint=Words("已有的单位，如 瓶；新商品必填", "A unit that is there; needed for a new product"),
        ),
        Column(
            attribute="packs",
            heading=Words("包装", "Packs"),
            read=read_packs,
            write=write_packs,
            expects="integrations.bad_packs",
            aliases=("装箱规格", "箱规", "包装规格", "pack size"),
            hint=Words("如 箱:24; 提:6", "As in case:24; tray:6"),
            empty=[],
        ),
        Column(
            attribute="barcodes",
            heading=Words("条码", "Barcodes"),
            read=lambda cell: list(filter(None, SEPARATORS.split(cell))),
            write=lambda codes, _: "; ".join(codes),
            expects="integrations.bad_name",
            narrow=True,
            aliases=("条形码", "商品条码", "国际条码", "69码", "barcode", "ean", "upc", "gtin"),
            hint=Words("几个条码用分号分开", "Several with semicolons between"),
            empty=[],
        ),
        Column(
            attribute="price_cents",
            heading=Words("零售价", "Price"),
            read=read_price,
            write=lambda cents, _: format_cents(cents),
            expects="integrations.bad_price",
            aliases=("售价", "价格", "零售单价", "销售价", "建议零售价", "单价", "retail price", "unit price", "rrp"),
            hint=Words("元，如 3.50；新商品必填", "In yuan, such as 3.50; needed for a new product"),
            number=True,
        ),
        Column(
            attribute="status",
            heading=Words("状态", "Status"),
            read=_read_status,
            write=_write_status,
            expects="integrations.bad_product_status",
            narrow=True,
            aliases=("商品状态", "销售状态", "是否在售", "是否可售", "product status"),
            options=tuple(STATUS_WORDS.values()),
        ),
    ),
)
