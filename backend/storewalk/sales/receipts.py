"""What is wrong with receipts beyond their shape, and what makes two of them the same."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec

from storewalk.core.errors import FieldError
from storewalk.core.quantities import is_quantity
from storewalk.sales.schemas import SoldLine, SoldReceipt
from storewalk.stores.api import StoreClock

CLOCK_ERROR: Final = timedelta(minutes=2)
"""A till's clock may be this much ahead of ours; what it sold just now is then taken to have been sold now."""
_ENCODER = msgspec.msgpack.Encoder(decimal_format="string")


def stated(receipt: SoldReceipt, clock: StoreClock) -> datetime:
    """Return when a receipt says that it was made; a time without a zone is the store's wall clock."""
    at = receipt.occurred_at
    return (at.replace(tzinfo=clock.zone) if at.tzinfo is None else at).astimezone(UTC)


def faults(
    receipts: Sequence[SoldReceipt], clocks: Mapping[str, StoreClock], now: datetime
) -> Iterable[tuple[int, FieldError]]:
    """Yield what is wrong, with the number of its receipt and the path in it; `clocks` are of the stores in scope."""
    for number, receipt in enumerate(receipts):
        clock = clocks.get(receipt.store)
        if clock is None:
            yield number, FieldError("store", "sales.no_store", {"store": receipt.store})
        elif stated(receipt, clock) > now + CLOCK_ERROR:
            yield number, FieldError("occurredAt", "sales.in_the_future")
        for place, line in enumerate(receipt.lines):
            if line.barcode is None and line.code is None:
                yield number, FieldError(f"lines.{place}.barcode", "sales.no_code")
            if not is_quantity(line.quantity):
                yield number, FieldError(f"lines.{place}.quantity", "stock.bad_quantity")


def digest(receipt: SoldReceipt, stated_at: datetime) -> bytes:
    """Return the fingerprint of what a receipt says: SHA-256 over its time and its lines in their order."""
    said = (stated_at, [_said(line) for line in receipt.lines])
    return hashlib.sha256(_ENCODER.encode(said)).digest()


def _said(line: SoldLine) -> tuple[object, ...]:
    return line.barcode, line.code, line.quantity.normalize(), line.unit, line.amount_cents, line.returned
