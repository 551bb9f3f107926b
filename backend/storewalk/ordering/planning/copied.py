"""Reads the rows of fixed width that the ledger gives out, and writes sheets, both in PostgreSQL's binary COPY format.

See "Binary Format" in the documentation of COPY, and `array_recv` for arrays: dimensions, whether there are nulls, the
type of the elements, then length and lower bound, then each element behind its own length.
"""

import struct
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

HEADER: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
TRAILER: Final = b"\xff\xff"
EPOCH: Final = date(2000, 1, 1)
ROW: Final = np.dtype(
    [
        ("fields", ">i2"),
        ("store_bytes", ">i4"),
        ("store", "V16"),
        ("product_bytes", ">i4"),
        ("product", "V16"),
        ("day_bytes", ">i4"),
        ("last_day", ">i4"),
        ("quantity_bytes", ">i4"),
        ("quantity", ">i8"),
    ]
)
"""Store, product, last day (days since EPOCH, the greatest for 'infinity'), thousandths of a base unit."""
UUID, INT2, INT4 = 2950, 21, 23  # object ids of types, fixed since ever (pg_type.dat)


def rows_of(copied: bytes) -> NDArray[Any]:
    """Return rows as `stock.api.copy_stocked` gives them."""
    return np.frombuffer(
        copied, ROW, offset=len(HEADER), count=(len(copied) - len(HEADER) - len(TRAILER)) // ROW.itemsize
    )


def field(data: bytes) -> bytes:
    """Return a field of a row."""
    return struct.pack(">i", len(data)) + data


def day_field(day: date) -> bytes:
    """Return a `date`."""
    return field(struct.pack(">i", (day - EPOCH).days))


def instant_field(at: datetime) -> bytes:
    """Return a `timestamptz`: microseconds."""
    since = at - datetime(EPOCH.year, 1, 1, tzinfo=at.tzinfo)
    return field(struct.pack(">q", (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds))


def integers_field(values: NDArray[np.integer], *, small: bool = False) -> bytes:
    """Return an `int4[]`, or an `int2[]`."""
    kind, code = (INT2, ">i2") if small else (INT4, ">i4")
    elements = np.empty(len(values), [("bytes", ">i4"), ("value", code)])
    elements["bytes"], elements["value"] = elements.dtype["value"].itemsize, values
    return field(_array(kind, len(values), elements.tobytes()))


def ids_field(ids: Sequence[bytes]) -> bytes:
    """Return a `uuid[]`."""
    elements = np.empty(len(ids), [("bytes", ">i4"), ("value", "V16")])
    elements["bytes"] = 16
    elements["value"] = np.frombuffer(b"".join(ids), "V16")
    return field(_array(UUID, len(ids), elements.tobytes()))


def _array(kind: int, length: int, elements: bytes) -> bytes:
    if not length:
        return struct.pack(">iii", 0, 0, kind)
    return struct.pack(">iiiii", 1, 0, kind, length, 1) + elements
