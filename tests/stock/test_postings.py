"""Whatever arrives in whatever order, PostgreSQL holds what the moves add up to, and each document once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storewalk.core.errors import WrongState
from storewalk.stock import api as stock
from storewalk.stock.api import Cause, PlaceKind, Point, Wanted, Way
from storewalk.stock.service.lots import Lot, find_or_make
from tests.factories.books import allow_negative, new_goods
from tests.factories.given import AppTx
from tests.factories.organization import Org
from tests.factories.tries import tries

NOW = datetime.now(UTC)
PRODUCTS = 2
SHELF, BACK = PlaceKind.SHELF, PlaceKind.BACK_ROOM
ITEMS = "SELECT product_id, quantity, value_cents FROM stock_item WHERE org_id = $1 AND product_id = ANY ($2)"
VALUES = """
SELECT coalesce(sum(direction * value_cents), 0)::bigint AS kept, count(*) FILTER (WHERE value_cents < 0) AS negative
FROM stock_move WHERE org_id = $1 AND product_id = ANY ($2)"""
MOVED = "SELECT exists (SELECT 1 FROM stock_move WHERE org_id = $1 AND cause_id = $2)"


@dataclass(frozen=True)
class Document:
    """A posting of one line; `minutes` is how long ago it occurred, whenever it arrives."""

    cause: Cause
    way: Way
    product: int
    quantity: Decimal
    minutes: int
    place: PlaceKind | None = None
    lot: int | None = None
    value: int | None = None
    to: PlaceKind | None = None


@dataclass(frozen=True)
class Counted:
    """A count of a product, approved now, that was taken `minutes` ago."""

    product: int
    minutes: int


@dataclass(frozen=True)
class Again:
    """The document that arrived so many before arrives once more."""

    back: int


quantities = st.decimals("0.5", "20", places=1)
products = st.integers(0, PRODUCTS - 1)
minutes = st.integers(1, 600)
lots = st.none() | st.integers(0, 1)
places = st.sampled_from([SHELF, BACK])
acts = st.one_of(
    st.builds(
        Document, st.just(Cause.RECEIPT), st.just(Way.IN), products, quantities, minutes, places, lots,
        st.integers(0, 9_999),
    ),
    st.builds(Document, st.just(Cause.SALE), st.just(Way.OUT), products, quantities, minutes),
    st.builds(Document, st.just(Cause.RETURN), st.just(Way.IN), products, quantities, minutes),
    st.builds(Document, st.just(Cause.WASTE), st.just(Way.OUT), products, quantities, minutes, places),
    st.builds(
        Document, st.just(Cause.REFILL), st.just(Way.WITHIN), products, quantities, minutes, st.just(BACK),
        st.none(), st.none(), st.just(SHELF),
    ),
    st.builds(Counted, products, minutes),
    st.builds(Again, st.integers(0, 5)),
)  # fmt: skip


@dataclass
class World:
    """A store, fresh products, and what must be there by all that has been said."""

    store: UUID
    products: list[UUID]
    lots: dict[tuple[int, int], UUID]
    negative: bool
    expected: list[Decimal] = field(default_factory=lambda: [Decimal(0)] * PRODUCTS)
    counted: dict[int, datetime] = field(default_factory=dict[int, datetime])
    documents: list[tuple[Wanted, bool]] = field(default_factory=list[tuple[Wanted, bool]])

    def wanted(self, each: Document) -> Wanted:
        """Return the move of a document."""
        return Wanted(
            store_id=self.store,
            product_id=self.products[each.product],
            quantity=each.quantity,
            cause=each.cause,
            way=each.way,
            cause_id=uuid4(),
            occurred_at=NOW - timedelta(minutes=each.minutes),
            place_id=self.place(each.place),
            to_id=self.place(each.to),
            lot_id=None if each.lot is None else self.lots[each.product, each.lot],
            value_cents=each.value,
        )

    def place(self, kind: PlaceKind | None) -> UUID | None:
        """Return a place of the store."""
        return None if kind is None else stock.standard_place(self.store, kind)

    def expect(self, each: Document, wanted: Wanted) -> None:
        """Change what must be there: nothing by what a count has found already, nor within the store."""
        late = each.product in self.counted and wanted.occurred_at <= self.counted[each.product]
        if not late:
            self.expected[each.product] += each.way.value * each.quantity

    def is_covered_by_whole_stock(self, each: Document, wanted: Wanted) -> bool | None:
        """Tell whether a document must be posted; None where it depends on the place that it names."""
        if each.product in self.counted and wanted.occurred_at <= self.counted[each.product]:
            return True if each.way is not Way.WITHIN else None
        if each.way is Way.IN:
            return True
        if each.place is not None:
            return None if self.expected[each.product] >= each.quantity else False
        return self.negative or self.expected[each.product] >= each.quantity


@pytest.mark.parametrize("negative", [False, True])
@tries(25)
@given(done=st.lists(acts, min_size=3, max_size=14))
async def test_balances_are_the_sum_of_moves_and_each_document_is_posted_once_or_not_at_all(
    org: Org, app_tx: AppTx, negative: bool, done: Sequence[Document | Counted | Again]
) -> None:
    world = await begin(org, app_tx, negative=negative)
    for act in done:
        match act:
            case Document():
                await post(org, app_tx, world, act)
            case Counted():
                await count(org, app_tx, world, act)
            case Again():
                await post_again(org, app_tx, world, act)
    await prove(org, app_tx, world)


async def begin(org: Org, app_tx: AppTx, *, negative: bool) -> World:
    """Make products and lots that nobody has used."""
    async with app_tx(org) as tx:
        made = [(await new_goods(tx)).id for _ in range(PRODUCTS)]
        days = (date(2030, 1, 1), date(2030, 2, 1))
        named = {(each, f"L{n}"): Lot(None, day) for each in made for n, day in enumerate(days)}
        lots = await find_or_make(tx, named)
        await allow_negative(tx, allowed=negative)
    by_number = {(p, n): lots[each, f"L{n}"].id for p, each in enumerate(made) for n in range(2)}
    return World(org.places["A1"], made, {key: lot for key, lot in by_number.items() if lot}, negative)


async def post(org: Org, app_tx: AppTx, world: World, each: Document) -> None:
    """Post a document: all of it, or nothing where it is short."""
    wanted = world.wanted(each)
    must = world.is_covered_by_whole_stock(each, wanted)
    async with app_tx(org) as tx:
        posted, missing = await stock.post(tx, [wanted])
        assert len(posted) + len(missing) == 1
        moved: bool | None = await tx.raw.fetchval(MOVED, org.id, wanted.cause_id)
    assert moved == bool(posted)
    assert must is None or must == bool(posted)
    if posted:
        world.expect(each, wanted)
    else:
        assert missing[0].there < each.quantity
    world.documents.append((wanted, bool(posted)))


async def post_again(org: Org, app_tx: AppTx, world: World, again: Again) -> None:
    """Post what was posted before: refused, and nothing has changed."""
    if again.back >= len(world.documents):
        return
    wanted, was_posted = world.documents[-1 - again.back]
    if was_posted:
        with pytest.raises(WrongState):
            async with app_tx(org) as tx:
                await stock.post(tx, [wanted])


async def count(org: Org, app_tx: AppTx, world: World, each: Counted) -> None:
    """Take note of a count that found what the book says now; an older one than the last changes nothing of it."""
    at = NOW - timedelta(minutes=each.minutes)
    async with app_tx(org) as tx:
        await stock.mark_counted(tx, world.store, uuid4(), [Point(world.products[each.product], None, at)])
    world.counted[each.product] = max(at, world.counted.get(each.product, at))


async def prove(org: Org, app_tx: AppTx, world: World) -> None:
    """Hold the book against its moves, and against what was said."""
    async with app_tx(org) as tx:
        assert await stock.differences(tx) == []
        rows: dict[UUID, Any] = {row["product_id"]: row for row in await tx.fetch(ITEMS, org.id, world.products)}
        values = (await tx.fetch(VALUES, org.id, world.products))[0]
    quantities = [rows[each]["quantity"] if each in rows else Decimal(0) for each in world.products]
    assert quantities == world.expected
    assert sum(row["value_cents"] for row in rows.values()) == values["kept"]
    assert values["negative"] == 0
    assert world.negative or all(row["quantity"] >= 0 and row["value_cents"] >= 0 for row in rows.values())
