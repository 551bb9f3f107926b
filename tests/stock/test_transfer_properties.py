"""Whatever two stores do in whatever order it arrives, goods and their worth are neither made nor lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.books import Ledger
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.transfers import Crew
from tests.factories.tries import tries
from tests.stock import moving
from tests.stock.chain import PRODUCTS, STORES, Chain, begin

CHEAPEST, DEAREST = 100, 900
WHOLE: tuple[moving.Difference, ...] = ((Decimal(1), "lost"),)
TRANSFERS = """
SELECT cause_id, sum(value_cents) FILTER (WHERE cause = 'transfer_out')::bigint AS sent,
       coalesce(sum(value_cents) FILTER (WHERE cause = 'transfer_in'), 0)::bigint AS arrived
FROM stock_move WHERE org_id = $1 AND product_id = ANY ($2) AND cause IN ('transfer_out', 'transfer_in')
GROUP BY cause_id"""


@dataclass(frozen=True)
class Received:
    store: int
    product: int
    quantity: Decimal
    minutes: int
    cents_each: int
    place: str
    lot: int

    async def do(self, chain: Chain) -> None:
        at = chain.at(self.minutes)
        await chain.receive(
            self.store, self.product, self.quantity, self.cents_each, at, place=self.place, lot=self.lot
        )


@dataclass(frozen=True)
class Sold:
    store: int
    product: int
    quantity: Decimal
    minutes: int
    returned: bool

    async def do(self, chain: Chain) -> None:
        at = chain.at(self.minutes)
        await chain.sell(self.store, self.product, self.quantity, at, returned=self.returned)


@dataclass(frozen=True)
class Requested:
    """A transfer is asked for, and takes so many steps at once on the straight way to the other store."""

    sender: int
    quantities: tuple[Decimal, ...]
    minutes: int
    steps: int

    async def do(self, chain: Chain) -> None:
        moved = await moving.request(chain, self.sender, self.quantities)
        for _ in range(self.steps if moved else 0):
            await move_on(chain, len(chain.transfers) - 1, self.minutes, WHOLE)


@dataclass(frozen=True)
class Stepped:
    """A step of some transfer, whether it is its turn or not."""

    number: int
    name: str
    minutes: int
    share: Decimal
    differences: tuple[moving.Difference, ...]

    async def do(self, chain: Chain) -> None:
        if chain.transfers:
            moved, at = chain.transfers[self.number % len(chain.transfers)], chain.at(self.minutes)
            await moving.step(chain, moved, self.name, at, share=self.share, differences=self.differences)


@dataclass(frozen=True)
class MovedOn:
    """The next step on the straight way of some transfer that is not at its end."""

    number: int
    minutes: int
    differences: tuple[moving.Difference, ...]

    async def do(self, chain: Chain) -> None:
        on_its_way = [number for number, moved in enumerate(chain.transfers) if moved.status in moving.NEXT]
        if on_its_way:
            await move_on(chain, on_its_way[self.number % len(on_its_way)], self.minutes, self.differences)


async def move_on(chain: Chain, number: int, minutes: int, differences: tuple[moving.Difference, ...]) -> None:
    name = moving.NEXT.get(chain.transfers[number].status)
    if name:
        await Stepped(number, name, minutes, Decimal(1), differences).do(chain)


@dataclass(frozen=True)
class Wasted:
    store: int
    product: int
    quantity: Decimal
    minutes: int

    async def do(self, chain: Chain) -> None:
        await chain.throw_away(self.store, self.product, self.quantity, chain.at(self.minutes))


@dataclass(frozen=True)
class Decided:
    """A decision on some report of waste that waits for one."""

    number: int
    approved: bool

    async def do(self, chain: Chain) -> None:
        if chain.reports:
            await chain.decide(self.number % len(chain.reports), approved=self.approved)


@dataclass(frozen=True)
class Counted:
    store: int
    product: int
    minutes: int

    async def do(self, chain: Chain) -> None:
        await chain.count(self.store, self.product, chain.at(self.minutes))


@dataclass(frozen=True)
class Again:
    """A command that was answered arrives once more."""

    number: int
    same_key: bool

    async def do(self, chain: Chain) -> None:
        await chain.repeat(self.number % len(chain.sent), same_key=self.same_key)


@dataclass(frozen=True)
class TriedAgain:
    async def do(self, chain: Chain) -> None:
        await chain.try_waiting()


Act = Received | Sold | Requested | Stepped | MovedOn | Wasted | Decided | Counted | Again | TriedAgain
stores = st.integers(0, len(STORES) - 1)
products = st.integers(0, PRODUCTS - 1)
numbers = st.integers(0, 20)
quantities = st.decimals("0.1", "9", places=1)
minutes = st.integers(1, 9).map(lambda hours: 60 * hours)
shares = st.sampled_from([Decimal(1), Decimal("0.5"), Decimal(0)])
reasons = st.sampled_from(["not_loaded", "damaged", "lost"])
differences = st.lists(st.tuples(shares, reasons), min_size=1, max_size=3).map(tuple)
prices = st.integers(CHEAPEST // 10, DEAREST // 10).map(lambda tens: 10 * tens)
asked = st.tuples(quantities, st.just(Decimal(0)) | quantities)
deck: Sequence[tuple[int, st.SearchStrategy[Act]]] = (
    (3, st.builds(Received, stores, products, quantities, minutes, prices, st.sampled_from(["shelf", "back_room"]),
                  st.integers(0, 2))),
    (4, st.builds(Sold, stores, products, quantities, minutes, st.sampled_from([False, False, True]))),
    (4, st.builds(Requested, stores, asked, minutes, st.integers(0, 3))),
    (5, st.builds(MovedOn, numbers, minutes, differences)),
    (2, st.builds(Stepped, numbers, st.sampled_from(list(moving.STATES)), minutes, shares, differences)),
    (2, st.builds(Wasted, stores, products, quantities, minutes)),
    (1, st.builds(Decided, numbers, st.sampled_from([True, True, False]))),
    (3, st.builds(Counted, stores, products, minutes)),
    (2, st.builds(Again, numbers, st.booleans())),
    (1, st.builds(TriedAgain)),
)  # fmt: skip
"""How many of each kind happen; Hypothesis chooses their order and what they are."""
kinds = st.permutations([kind for kind, (times, _) in enumerate(deck) for _ in range(times)])
histories = kinds.flatmap(lambda order: st.tuples(*[deck[kind][1] for kind in order]))


@pytest.fixture
async def office(client: LogIn) -> Client:
    return await client("admin")


@pytest.mark.parametrize("negative", [False, True])
@tries(25)
@given(done=histories)
async def test_two_stores_have_and_expect_what_was_done_and_every_cent_of_it(
    crew: Crew, office: Client, negative: bool, done: Sequence[Act]
) -> None:
    chain = await begin(crew, office, negative=negative)
    for act in done:
        await act.do(chain)
    await chain.try_waiting()
    ledger = await chain.ledger()
    hold_quantities(chain, ledger)
    hold_worth(chain, ledger)
    await hold_transfers(chain)


def hold_quantities(chain: Chain, ledger: Ledger) -> None:
    """The stores have and expect what they must."""
    keys = [(store, product) for store in range(len(STORES)) for product in range(PRODUCTS)]
    named = {key: (chain.store_id(key[0]), chain.goods[key[1]].id) for key in keys}
    assert {key: ledger.item(*named[key]).quantity for key in keys} == {key: chain.oracle.held[key] for key in keys}
    assert {key: ledger.coming(*named[key]).quantity for key in keys} == {key: chain.oracle.coming[key] for key in keys}


def hold_worth(chain: Chain, ledger: Ledger) -> None:
    """All that was paid is in the stores, on the way, sold, thrown away or found missing; nothing costs less than 0.

    Which part is where depends on the order of arrival, since goods leave at what they cost by then. But a unit is
    worth no less than the cheapest that was bought and no more than the dearest, to a cent for each move.
    """
    kept = sum(each.value_cents for each in (*ledger.items.values(), *ledger.transit.values()))
    gone = sum(ledger.worth.get(kind, 0) for kind in ("customer", "waste", "variance"))
    assert chain.paid == -ledger.worth["supplier"] == kept + gone
    assert ledger.negative == 0
    for each in (*ledger.items.values(), *ledger.transit.values()):
        if each.quantity >= 0:
            assert CHEAPEST * each.quantity - ledger.moves <= each.value_cents <= DEAREST * each.quantity + ledger.moves


async def hold_transfers(chain: Chain) -> None:
    """What a transfer took out at one end is all accounted for at the other, or on its way."""
    async with chain.crew.app_tx(chain.crew.org) as tx:
        rows = {str(r["cause_id"]): r for r in await tx.fetch(TRANSFERS, tx.org_id, [g.id for g in chain.goods])}
    for moved in chain.transfers:
        row = rows.pop(moved.told["id"], None)
        left = moved.status in {"shipped", "received"}
        assert (row is not None) == left
        if row is not None:
            sent = sum(each["shippedValueCents"] for each in moved.told["lines"])
            assert (row["sent"], row["arrived"]) == (sent, sent if moved.status == "received" else 0)
    assert rows == {}
