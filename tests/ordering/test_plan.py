"""Every night each store is told what to order: numbers that add up, kept once, whatever was killed on the way."""

from decimal import Decimal

import numpy as np
import pytest

from demand.block import FOREVER, Supply, plan_block
from demand.calendar.table import china
from demand.history.panel import Codes, panel_of
from demand.history.shard import Shard
from demand.policy.order import Terms
from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.ordering.dense_history import Files
from storewalk.ordering.history import shard_of
from storewalk.ordering.planner import HISTORY_DAYS, HORIZON_DAYS
from storewalk.ordering.planning.kept import Fit, fit_key, shard_prefix
from storewalk.ordering.service.plan import plan
from storewalk.stock.service.lots import Lot, find_or_make
from tests.factories.client import Client
from tests.factories.shop import Shop
from tests.factories.today import today
from tests.ordering.sheets import Line, set_terms, sheet_of, supply

WITHDRAW = "INSERT INTO stock_hold (org_id, store_id, lot_id, since) VALUES ($1, $2, $3, now())"
SHEETS = "SELECT store_id, day, planned_at FROM order_sheet WHERE org_id = $1 ORDER BY store_id"


async def suggested(platform: Platform, shop: Shop) -> dict[str, Line]:
    await plan(JobContext(platform, shop.org.id), platform.clock.now())
    return await sheet_of(shop)


async def test_a_line_covers_what_is_expected_until_the_next_delivery_less_what_is_there(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    await supply(buyer, sold, {"milk": 6, "eggs": 30})
    lines = await suggested(platform, sold)
    milk, eggs = lines["milk"], lines["eggs"]
    # ordered today, delivered and sold from tomorrow; the next order comes a day later: two days to cover
    assert (milk.arrival, milk.cover) == (2, 2)
    assert milk.expected == 8
    assert (milk.stock, milk.spoils, milk.on_order) == (9, 0, 0)
    assert milk.wanted == max(milk.expected + milk.safety - 9, 0)
    assert milk.quantity == -(-milk.wanted // 6) * 6
    assert (milk.service, milk.known) == (0.95, 28)
    assert (eggs.expected, eggs.stock, eggs.quantity) == (4, 100, 0)
    assert len(milk.forecast) == HORIZON_DAYS
    assert all(3.5 < each < 4.5 for each in milk.forecast)


async def test_the_numbers_are_those_that_the_kernel_computes_from_the_same_facts(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    await supply(buyer, sold, {"milk": 6, "eggs": 30})
    lines = await suggested(platform, sold)
    files = Files(platform.objects)
    fit_bytes = files.get(fit_key(sold.org.id))
    assert fit_bytes is not None
    fit = Fit.from_bytes(fit_bytes)
    history = Shard(files, shard_prefix(sold.org.id, shard_of(sold.store)))
    window = history.window(today(-1), HISTORY_DAYS)
    names = {product.bytes: name for name, product in sold.products.items()}
    codes = Codes({product: code for code, product in enumerate(fit.product_ids)}, np.zeros(3, np.int32))
    one, none = np.ones(2), np.zeros(2)
    told = plan_block(
        panel_of(window, codes, china(), HORIZON_DAYS),
        Supply(
            arrival=np.array([2, 2]),
            days=np.array([2, 2]),
            service=0.95 * one,
            life=np.full(2, FOREVER),
            lot_quantity=np.array([9.0 if names[product] == "milk" else 100.0 for _, product in window.keys]),
            lot_last_day=np.array([FOREVER, FOREVER]),
            first_lot=np.array([0, 1, 2]),
            on_order=none,
            keep=none,
            terms=Terms(
                pack=np.array([6.0 if names[product] == "milk" else 30.0 for _, product in window.keys]),
                least=none,
                most=np.inf * one,
                capacity=np.inf * one,
                cost=300 * one,
                purse=np.zeros(2, np.int64),
                budget=np.array([np.inf]),
            ),
        ),
        *fit.read(),
    )
    for place, (_, product) in enumerate(window.keys):
        line = lines[names[product]]
        for number, value in told.suggestion.line(place).items():
            if number != "usable":
                assert float(getattr(line, number)) == pytest.approx(value, abs=1e-9), (names[product], number)
        assert line.forecast == pytest.approx(told.mean[:, place].tolist(), rel=1e-5)


async def test_what_expires_first_spoils_and_what_is_withdrawn_is_not_there(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    await supply(buyer, sold, {"milk": 1}, life_days=3)
    async with sold.app_tx(sold.org) as tx:
        key = (sold.products["milk"], "L1")
        lot = (await find_or_make(tx, {key: Lot(None, today())}))[key].id
    await sold.deliver("milk", 20, lot_id=lot)
    milk = (await suggested(platform, sold))["milk"]
    # 20 may be sold today only, 4 of them will be: 16 spoil, 9 of another kind keep
    assert (milk.stock, milk.spoils) == (29, 16)
    async with sold.app_tx(sold.org) as tx:
        await tx.fetch(WITHDRAW, sold.org.id, sold.store, lot)
    milk = (await suggested(platform, sold))["milk"]
    assert (milk.stock, milk.spoils) == (9, 0)


async def test_a_product_that_nobody_supplies_is_forecast_and_not_ordered(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    source = await supply(buyer, sold, {"milk": 6})
    lines = await suggested(platform, sold)
    assert (lines["milk"].source, lines["eggs"].source) == (source, None)
    assert (lines["eggs"].quantity, lines["eggs"].wanted) == (0, 0)
    assert lines["eggs"].forecast[0] == pytest.approx(2, abs=0.5)


async def test_a_product_that_was_never_sold_here_is_suggested_from_what_others_sell(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    await supply(buyer, sold, {"milk": 6, "bread": 1})
    bread = (await suggested(platform, sold))["bread"]
    assert (bread.stock, bread.quantity > 0) == (0, True)
    assert 0 < bread.forecast[0] < 6


async def test_the_terms_of_a_store_fill_the_shelf_limit_it_and_leave_out(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    await supply(buyer, sold, {"milk": 4, "eggs": 1, "bread": 1})
    await set_terms(buyer, sold, "milk", capacity="12", keepAtLeast="12")
    await set_terms(buyer, sold, "eggs", keepAtLeast="120")
    await set_terms(buyer, sold, "bread", carried=False)
    lines = await suggested(platform, sold)
    assert (lines["milk"].wanted, lines["milk"].pack, lines["milk"].quantity) == (3, -3, 0), "a pack of 4 has no room"
    assert lines["eggs"].display == 120 - lines["eggs"].expected - lines["eggs"].safety
    assert lines["eggs"].quantity == 20
    assert "bread" not in lines


async def test_planned_again_a_day_has_one_sheet_with_the_later_numbers(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    await supply(buyer, sold, {"milk": 1})
    before = (await suggested(platform, sold))["milk"]
    await sold.deliver("milk", 5)
    after = (await suggested(platform, sold))["milk"]
    assert (before.stock, after.stock) == (9, 14)
    async with sold.app_tx(sold.org) as tx:
        assert [row["day"] for row in await tx.fetch(SHEETS, sold.org.id)] == [today()] * 3, "one of each store"


async def test_run_again_for_the_same_request_nothing_is_planned_twice(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    await supply(buyer, sold, {"milk": 1})
    context, asked_at = JobContext(platform, sold.org.id), platform.clock.now()
    assert await plan(context, asked_at) == 3, "the stores that trade"
    async with sold.app_tx(sold.org) as tx:
        first = await tx.fetch(SHEETS, sold.org.id)
    assert await plan(context, asked_at) == 0
    async with sold.app_tx(sold.org) as tx:
        assert await tx.fetch(SHEETS, sold.org.id) == first


async def test_every_line_adds_up(platform: Platform, buyer: Client, sold: Shop) -> None:
    await supply(buyer, sold, {"milk": 7, "eggs": 11, "bread": 3}, life_days=4)
    for line in (await suggested(platform, sold)).values():
        short = line.expected + line.safety + line.display - (line.stock - line.spoils) - line.on_order
        assert line.wanted == max(short, Decimal(0)) or line.source is None
        changes = line.shelf_life + line.most + line.capacity + line.least + line.pack + line.budget
        assert line.quantity == line.wanted + changes
