"""What a receipt says of the lines of a delivery, checked: arithmetic only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.errors import FieldError
from storewalk.core.quantities import is_quantity, plain
from storewalk.ordering.fulfil_models import OrderShipmentLine
from storewalk.ordering.fulfil_schemas import ArrivedLine, Rest
from storewalk.ordering.order_models import StoreOrder
from storewalk.ordering.queries.fulfil_lines import FulfilledLine
from storewalk.ordering.queries.fulfil_locks import Origin

ZERO: Final = Decimal(0)
COLDEST: Final = Decimal(-100)
HOTTEST: Final = Decimal(100)
Fault = tuple[str, str, dict[str, object]]
"""A field, a message and what fills it."""


class Arrival(Struct, frozen=True):
    """What became of part of a delivery's line."""

    line: OrderShipmentLine
    said: ArrivedLine


class Incoming(Struct, frozen=True):
    """A receipt that is being taken: of which order and source, what arrived, and the order's lines by product."""

    receipt_id: UUID
    order: StoreOrder
    origin: Origin
    arrived: Sequence[Arrival]
    lines: Mapping[UUID, FulfilledLine]


@dataclass
class _Left:
    """What of a line is still to come, as the receipt goes through it."""

    line: OrderShipmentLine
    received: Decimal
    gone: Decimal

    @property
    def quantity(self) -> Decimal:
        return self.line.shipped - self.received - self.gone


def arrivals(
    lines: Sequence[OrderShipmentLine],
    said: Sequence[ArrivedLine],
    rest: Rest,
    names: Mapping[UUID, UUID],
    over_percent: int,
) -> tuple[list[Arrival], list[FieldError]]:
    """Return what arrived, and what cannot be so. `names` are the ids by which a receipt may call the lines.

    More than is left of a line is taken from a supplier up to `over_percent` above what it announced, never from a
    warehouse, whose book would still have it.
    """
    left = {line.id: _Left(line, line.received, line.damaged + line.missing) for line in lines}
    found, faults = list[Arrival](), list[FieldError]()
    for number, each in enumerate(said):
        line_id = names.get(each.line_id)
        if line_id is None:
            faults.append(FieldError(f"lines.{number}.lineId", "ordering.no_shipment_line"))
            continue
        fault = _fault(each, left[line_id], over_percent)
        if fault is not None:
            field, key, params = fault
            faults.append(FieldError(f"lines.{number}.{field}", key, params))
        elif each.received or each.damaged or each.missing:
            found.append(Arrival(left[line_id].line, each))
            left[line_id].received += each.received
            left[line_id].gone += each.damaged + each.missing
    if rest is Rest.CAME:
        told = {names.get(each.line_id) for each in said}
        found += [
            Arrival(each.line, ArrivedLine(line_id=id_, received=each.quantity))
            for id_, each in left.items()
            if id_ not in told and each.quantity > 0
        ]
    return found, faults


def _fault(each: ArrivedLine, left: _Left, over_percent: int) -> Fault | None:
    for field, quantity in (("received", each.received), ("damaged", each.damaged), ("missing", each.missing)):
        if not is_quantity(quantity, zero=True):
            return field, "ordering.bad_arrival", {}
    if each.missing and each.missing_why is None:
        return "missingWhy", "ordering.missing_needs_reason", {}
    if each.damaged and not each.photo_ids:
        return "photoIds", "ordering.damage_needs_photo", {}
    if each.temperature is not None and not (each.temperature.is_finite() and COLDEST <= each.temperature <= HOTTEST):
        return "temperature", "ordering.bad_temperature", {}
    return _lot_fault(each, left.line) or _over(each, left, over_percent)


def _lot_fault(each: ArrivedLine, line: OrderShipmentLine) -> Fault | None:
    if each.lot is None:
        return None
    if line.consignment_id is not None and each.lot.code != line.lot_code:
        return "lot.code", "ordering.another_lot", {"code": line.lot_code}
    if each.lot.produced_on and each.lot.expires_on and each.lot.produced_on > each.lot.expires_on:
        return "lot.expiresOn", "ordering.expires_before_production", {}
    return None


def _over(each: ArrivedLine, left: _Left, over_percent: int) -> Fault | None:
    if each.received + each.damaged + each.missing <= left.quantity:
        return None
    if left.line.consignment_id is not None or each.missing:
        return "received", "ordering.more_than_shipped", {"most": plain(max(left.quantity, ZERO))}
    most = left.line.shipped * (100 + over_percent) / 100
    if left.received + left.gone + each.received + each.damaged > most:
        return "received", "ordering.over_delivery", {"most": plain(left.line.shipped), "percent": over_percent}
    return None
