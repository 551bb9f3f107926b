"""What a supplier gets: the order as a sheet, as a mail with the sheet, or as data for its own system."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.messages import Catalog
from storewalk.core.money import format_cents
from storewalk.core.quantities import plain
from storewalk.core.schemas import Words
from storewalk.counts.api import Cells, Column, Form, Sheet, Table, write_sheet
from storewalk.notifications.api import Attachment
from storewalk.ordering import purchase_words as texts
from storewalk.ordering.purchase_goods import Goods, Piece, by_product
from storewalk.partners.api import Addressee, Letter, OrderWay

TYPE: Final = "purchase_order"
KINDS: Final = {
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.PDF: "application/pdf",
}


class Outgoing(Struct, frozen=True, kw_only=True):
    """An order as it goes out the `round`th time, and to whom."""

    id: UUID
    round: int
    number: str
    day: date
    buyer: str
    supplier_code: str
    supplier_name: str
    language: str
    total_cents: int
    link: str
    pieces: Sequence[Piece]
    to: Addressee


class StoreData(Struct, frozen=True, rename="camel"):
    """What a supplier's system is told of one store's part."""

    store_code: str
    store_name: str
    deliver_on: date | None
    quantity: str


class LineData(Struct, frozen=True, rename="camel"):
    """What a supplier's system is told of a product."""

    product_code: str
    product_name: str
    unit: str
    pack_quantity: str
    packs: str
    quantity: str
    amount_cents: int
    stores: list[StoreData]


class PurchaseData(Struct, frozen=True, rename="camel"):
    """What a supplier's system is told of an order; `link` is where people confirm it."""

    number: str
    day: date
    buyer: str
    supplier_code: str
    total_cents: int
    link: str
    lines: list[LineData]


async def letter_of(out: Outgoing, catalog: Catalog) -> Letter:
    """Return what goes out; its id names the order and the sending, so that one that arrives twice is one."""
    params = {
        "number": out.number,
        "buyer": out.buyer,
        "supplier": out.supplier_name,
        "day": out.day.isoformat(),
        "total": format_cents(out.total_cents),
        "link": out.link,
    }
    return Letter(
        id=f"purchase.{out.id}.{out.round}",
        subject=catalog.text("ordering.purchase_mail.subject", out.language, params),
        text=catalog.text("ordering.purchase_mail.text", out.language, params),
        attachments=tuple([await file_of(out, form) for form in Form]) if out.to.way is OrderWay.MAIL else (),
        type=TYPE,
        data=_data(out),
    )


async def file_of(out: Outgoing, form: Form) -> Attachment:
    """Write an order as a file."""
    return Attachment(f"{out.number}.{form}", KINDS[form], await write_sheet(sheet_of(out), form))


def sheet_of(out: Outgoing) -> Sheet:
    """Return an order as a sheet: by product, and by delivery."""
    return Sheet(
        title=_say(texts.TITLE, out),
        language="en" if out.language == "en" else "zh-CN",
        page=_say(texts.PAGE, out),
        sign=_say(texts.SIGN, out),
        head=[
            (_say(texts.NUMBER, out), out.number),
            (_say(texts.BUYER, out), out.buyer),
            (_say(texts.SUPPLIER, out), out.supplier_name),
            (_say(texts.DAY, out), out.day.isoformat()),
            (_say(texts.TOTAL, out), format_cents(out.total_cents)),
            (_say(texts.ANSWER, out), out.link),
        ],
        tables=[_by_product(out), _by_delivery(out)],
        with_variances=False,
    )


def _by_product(out: Outgoing) -> Table:
    columns = (
        Column(_say(texts.CODE, out), 26),
        Column(_say(texts.NAME, out), 60),
        Column(_say(texts.UNIT, out), 14),
        Column(_say(texts.PACK, out), 16, Cells.NUMBER),
        Column(_say(texts.PACKS, out), 16, Cells.NUMBER),
        Column(_say(texts.QUANTITY, out), 20, Cells.NUMBER),
        Column(_say(texts.AMOUNT, out), 26, Cells.MONEY),
    )
    rows = [
        (
            goods.of.code,
            goods.of.name.in_locale(out.language),
            goods.of.unit_name.in_locale(out.language),
            plain(goods.pack),
            plain(goods.packs),
            plain(goods.quantity),
            format_cents(goods.cents),
        )
        for goods in by_product(out.pieces)
    ]
    return Table(_say(texts.ALL, out), columns, rows)


def _by_delivery(out: Outgoing) -> Table:
    columns = (
        Column(_say(texts.ARRIVES, out), 24),
        Column(_say(texts.STORE, out), 44),
        Column(_say(texts.CODE, out), 26),
        Column(_say(texts.NAME, out), 52),
        Column(_say(texts.PACKS, out), 16, Cells.NUMBER),
        Column(_say(texts.QUANTITY, out), 18, Cells.NUMBER),
    )
    rows = [
        (
            piece.expected_on.isoformat() if piece.expected_on else "",
            f"{piece.store_code} {piece.store_name}",
            piece.code,
            piece.name.in_locale(out.language),
            plain(piece.quantity / piece.pack_quantity),
            plain(piece.quantity),
        )
        for piece in sorted(out.pieces, key=lambda each: (each.expected_on or date.min, each.store_code))
    ]
    return Table(_say(texts.BY_STORE, out), columns, rows)


def _data(out: Outgoing) -> PurchaseData:
    return PurchaseData(
        number=out.number,
        day=out.day,
        buyer=out.buyer,
        supplier_code=out.supplier_code,
        total_cents=out.total_cents,
        link=out.link,
        lines=[_line(goods, out) for goods in by_product(out.pieces)],
    )


def _line(goods: Goods, out: Outgoing) -> LineData:
    return LineData(
        product_code=goods.of.code,
        product_name=goods.of.name.in_locale(out.language),
        unit=goods.of.unit_name.in_locale(out.language),
        pack_quantity=plain(goods.pack),
        packs=plain(goods.packs),
        quantity=plain(goods.quantity),
        amount_cents=goods.cents,
        stores=[
            StoreData(each.store_code, each.store_name, each.expected_on, plain(each.quantity)) for each in goods.pieces
        ],
    )


def _say(words: Words, out: Outgoing) -> str:
    return words.in_locale(out.language)
