"""Writes what was planned for a store as a row of `order_sheet`."""

import struct
from collections.abc import Mapping, Sequence
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
from storewalk.ordering.sheet_models import NUMBERS

THOUSAND: Final = 1000
SMALL: Final = 4  # source, arrival, cover, service
GREATEST: Final = 2**31 - 1
SUGGESTED: Final = tuple(name for name in NUMBERS if name not in {"stock", "changes", "known"})
CHANGES: Final = NUMBERS[NUMBERS.index("wanted") + 1 : NUMBERS.index("quantity")]


@dataclass(frozen=True)
class Heading:
    """What is the same for all sheets of a night, and what the columns of the table are called, in their order."""

    org_id: UUID
    planned_at: datetime
    source_ids: list[bytes]


@dataclass(frozen=True)
class Given:
    """What a plan was made from, for the N products of a block.

    `source` counts from 1, 0 where nobody supplies; `known` are the days of the history, `out` those of the last two
    weeks on which there was nothing to sell for a while.
    """

    product_ids: list[bytes]
    source: NDArray[np.int64]
    arrival: NDArray[np.int64]
    cover: NDArray[np.int64]
    service: NDArray[np.float64]
    known: NDArray[np.int64]
    out: NDArray[np.int64]


def row(heading: Heading, store: StoreDue, given: Given, plan: Plan, there: slice) -> bytes:
    """Return the row of the store whose products lie `there` in a block."""
    suggestion = plan.suggestion
    numbers = {name: getattr(suggestion, name) for name in SUGGESTED}
    numbers["stock"] = suggestion.usable + suggestion.spoils
    numbers["changes"], numbers["known"] = plan.changes, given.known
    rounded = adding_up({name: numbers[name][there] for name in NUMBERS})
    wide = [rounded[name] for name in NUMBERS]
    small = (given.source[there], given.arrival[there], given.cover[there], _thousandths(given.service[there]))
    head = _head(heading, store, given.product_ids[there])
    return _row(head, small, wide, plan.mean[:, there], given.out[there])


def blank(heading: Heading, store: StoreDue) -> bytes:
    """Return the row of a store that has nothing to order and never sold anything."""
    nothing = np.empty(0, np.int64)
    return _row(_head(heading, store, []), [nothing] * SMALL, [nothing] * len(NUMBERS), np.empty(0), nothing)


def _head(heading: Heading, store: StoreDue, product_ids: list[bytes]) -> list[bytes]:
    return [
        copied.field(heading.org_id.bytes),
        copied.field(store.store_id.bytes),
        copied.day_field(store.day),
        copied.instant_field(heading.planned_at),
        copied.ids_field(product_ids),
        copied.ids_field(heading.source_ids),
    ]


def _row(
    head: list[bytes],
    small: Sequence[NDArray[np.int64]],
    numbers: Sequence[NDArray[np.int64]],
    mean: NDArray[np.floating],
    out: NDArray[np.int64],
) -> bytes:
    fields = [
        *head,
        *(copied.integers_field(values, small=True) for values in small),
        *(copied.integers_field(values) for values in numbers),
        copied.field(np.ascontiguousarray(mean, "<f4").tobytes()),
        copied.integers_field(out, small=True),
    ]
    return struct.pack(">h", len(fields)) + b"".join(fields)


def table(rows: list[bytes]) -> bytes:
    """Return rows as one COPY."""
    return HEADER + b"".join(rows) + TRAILER


def adding_up(numbers: Mapping[str, NDArray[np.floating]]) -> dict[str, NDArray[np.int64]]:
    """Return a suggestion's numbers in thousandths, rounded so that they still add up; what is nothing stays nothing.

    Each change is the difference of two rounded levels, and the safety takes what the sum above `wanted` is off by.
    """
    rounded = {name: _thousandths(values) for name, values in numbers.items()}
    level, before = numbers["wanted"].astype(np.float64), rounded["wanted"]
    for name in CHANGES:
        level = level + numbers[name]
        after = _thousandths(level)
        rounded[name], before = after - before, after
    rounded["quantity"] = before
    short = rounded["expected"] + rounded["safety"] + rounded["display"] - rounded["stock"] + rounded["spoils"]
    short -= rounded["on_order"]
    rounded["safety"] += np.where(rounded["wanted"] > 0, rounded["wanted"] - short, np.minimum(-short, 0))
    return rounded


def _thousandths(values: NDArray[np.floating]) -> NDArray[np.int64]:
    return np.clip(np.rint(values.astype(np.float64) * THOUSAND), -GREATEST, GREATEST).astype(np.int64)
