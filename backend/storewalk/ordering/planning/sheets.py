"""Writes what was planned for a store as a row of `order_sheet`."""

import struct
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from demand.block import Plan
from storewalk.ordering.planner import StoreDue
from storewalk.ordering.planning import copied
from storewalk.ordering.planning.copied import HEADER, TRAILER

THOUSAND: Final = 1000
GREATEST: Final = 2**31 - 1
SUGGESTED: Final = (
    "expected", "safety", "display", "stock", "spoils", "on_order", "wanted", "shelf_life", "most", "capacity", "least",
    "pack", "budget", "quantity",
)  # fmt: skip


@dataclass(frozen=True)
class Heading:
    """What is the same for all sheets of a night, and what the columns of the table are called, in their order."""

    org_id: UUID
    planned_at: datetime
    source_ids: list[bytes]


@dataclass(frozen=True)
class Given:
    """What a plan was made from, for the N products of a block: `source` counts from 1, 0 where nobody supplies."""

    product_ids: list[bytes]
    source: NDArray[np.int64]
    arrival: NDArray[np.int64]
    cover: NDArray[np.int64]
    service: NDArray[np.float64]


def row(heading: Heading, store: StoreDue, given: Given, plan: Plan, there: slice) -> bytes:
    """Return the row of the store whose products lie `there` in a block."""
    suggestion = plan.suggestion
    numbers = {name: getattr(suggestion, name) for name in SUGGESTED if name != "stock"}
    numbers["stock"] = suggestion.usable + suggestion.spoils
    fields = [
        copied.field(heading.org_id.bytes),
        copied.field(store.store_id.bytes),
        copied.day_field(store.day),
        copied.instant_field(heading.planned_at),
        copied.ids_field(given.product_ids[there]),
        copied.ids_field(heading.source_ids),
        copied.integers_field(given.source[there], small=True),
        copied.integers_field(given.arrival[there], small=True),
        copied.integers_field(given.cover[there], small=True),
        copied.integers_field(_thousandths(given.service[there]), small=True),
        *(copied.integers_field(_thousandths(numbers[name][there])) for name in SUGGESTED),
        copied.integers_field(_thousandths(plan.changes[there])),
        copied.field(np.ascontiguousarray(plan.mean[:, there], "<f4").tobytes()),
    ]
    return struct.pack(">h", len(fields)) + b"".join(fields)


def table(rows: list[bytes]) -> bytes:
    """Return rows as one COPY."""
    return HEADER + b"".join(rows) + TRAILER


def _thousandths(values: NDArray[np.floating]) -> NDArray[np.int64]:
    return np.clip(np.rint(values.astype(np.float64) * THOUSAND), -GREATEST, GREATEST).astype(np.int64)
