"""What a supplier's form says."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final
from urllib.parse import parse_qs
from uuid import UUID

from storewalk.core.errors import FieldError, Invalid
from storewalk.core.quantities import plain
from storewalk.ordering.purchase_goods import Goods
from storewalk.ordering.queries.purchase_link import Shown
from storewalk.ordering.service.order.lines import refuse
from storewalk.ordering.service.purchase.answer import Answer

MOST_FIELDS: Final = 2_000
LONGEST_NOTE: Final = 500
LONGEST_NUMBER: Final = 12
PACKS: Final = "packs."
"""Before a product's id: how many packs of it the supplier will send."""


class Act(StrEnum):
    """Which button was pressed."""

    ALL = "all"
    CHANGED = "changed"
    REFUSE = "refuse"


def fields_of(body: bytes) -> dict[str, str]:
    """Read a form's fields. Raises Invalid for what is no form."""
    try:
        found = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise Invalid("ordering.supplier_no_form") from error
    return {name: values[0] for name, values in found.items()}


def read_answer(fields: Mapping[str, str], order: Shown) -> Answer:
    """Return what a form says about an order. Raises Invalid naming the fields that say nothing that can be."""
    act = fields.get("act")
    note = fields.get("note", "").strip()
    if len(note) > LONGEST_NOTE:
        raise Invalid("ordering.supplier_note_too_long", field="note", most=LONGEST_NOTE)
    if act == Act.ALL:
        return Answer(confirmed=True)
    if act == Act.REFUSE:
        if not note:
            raise Invalid("ordering.supplier_says_no_reason", field="note")
        return Answer(confirmed=False, note=note)
    if act != Act.CHANGED:
        raise Invalid("ordering.supplier_no_form")
    return Answer(confirmed=True, most=_quantities(fields, order.goods), expected_on=_day(fields), note=note)


def _quantities(fields: Mapping[str, str], goods: list[Goods]) -> dict[UUID, Decimal]:
    most: dict[UUID, Decimal] = {}
    faults: list[FieldError] = []
    for each in goods:
        typed = fields.get(f"{PACKS}{each.of.product_id}", "").strip()
        packs = _number(typed) if typed else each.packs
        if packs is None or packs < 0 or packs > each.packs or packs != packs.to_integral_value():
            params: dict[str, object] = {"code": each.of.code, "most": plain(each.packs)}
            faults.append(FieldError(f"{PACKS}{each.of.product_id}", "ordering.supplier_above_ordered", params))
        else:
            most[each.of.product_id] = packs * each.pack
    refuse(faults)
    return most


def _number(typed: str) -> Decimal | None:
    try:
        number = Decimal(typed[:LONGEST_NUMBER])
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(fields: Mapping[str, str]) -> date | None:
    typed = fields.get("day", "").strip()
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError as error:
        raise Invalid("ordering.supplier_no_day", field="day") from error
