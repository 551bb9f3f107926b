"""Facts that results are read from: days of stores as the ledger has them, lines of orders as their days went."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from storewalk.analytics.results.build import Underway
from storewalk.ordering.order_models import DeviationReason
from tests.analytics.past import MILK, Line, Past, ago
from tests.factories.given import LogIn
from tests.factories.sales import ingest, sold, till_receipt
from tests.factories.today import noon

DAYS = """
SELECT day, products, out_days, out_hundredths, cost_cents, stock_cents FROM store_day_result
WHERE org_id = $1 AND day >= $2 ORDER BY day"""
PRODUCTS = """
SELECT r.day, p.* FROM store_day_result r
CROSS JOIN unnest(r.product_ids, r.carried_of, r.sold_of, r.out_of, r.sales_cents_of, r.stock_cents_of)
    AS p (id, carried, sold, out, sales_cents, stock_cents)
WHERE r.org_id = $1 AND p.id = $2 ORDER BY r.day"""
LINES = """
SELECT product_id, needed, lost, system_cents, human_cents, system_bias_cents, human_bias_cents, size, last_day
FROM order_line_result WHERE org_id = $1 ORDER BY order_id, product_id"""
EVERYTHING = """
SELECT (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.day, r.category_id) FROM store_day_result r WHERE r.org_id = $1)::text,
       (SELECT jsonb_agg(to_jsonb(l) ORDER BY l.order_id, l.product_id)
        FROM order_line_result l WHERE l.org_id = $1)::text,
       (SELECT jsonb_agg(to_jsonb(d) ORDER BY d.day, d.source_id) FROM order_day_result d WHERE d.org_id = $1)::text"""


async def days(past: Past, first: date) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await past.sql(DAYS, first)]


async def test_a_day_knows_what_is_carried_what_ran_out_and_what_is_left_at_cost(past: Past) -> None:
    assert await past.read() == 29
    # Milk costs 300, eggs 50 a unit. Eggs ran out at noon of the third last day, and came back at 18:00 of the last.
    left = 200 - sum(MILK)
    assert await days(past, ago(4)) == [
        (ago(4), 2, 0, 0, 300 * MILK[-4] + 100, 300 * (left + sum(MILK[-3:])) + 100),
        (ago(3), 2, 1, 50, 300 * MILK[-3] + 100, 300 * (left + sum(MILK[-2:]))),
        (ago(2), 2, 1, 100, 300 * MILK[-2], 300 * (left + MILK[-1])),
        (ago(1), 2, 1, 75, 300 * MILK[-1], 300 * left + 3000),
    ]
    eggs = [tuple(row)[2:5] for row in await past.sql(PRODUCTS, past.shop.products["eggs"])]
    assert eggs[1:] == [(True, 2000, 0)] * 25 + [(True, 2000, 50), (True, 0, 100), (True, 0, 75)]
    assert await past.sql(PRODUCTS, past.shop.products["bread"]) == []


async def test_what_has_not_changed_is_not_read_again_and_a_late_sale_corrects_every_day_after_it(
    past: Past, source: UUID, client: LogIn
) -> None:
    await past.order(source, ago(6), Line(product="milk", suggested=10, ordered=14, expected=10))
    await past.read()
    before = await past.sql(EVERYTHING)
    assert await past.read() == 0
    assert await past.sql(EVERYTHING) == before
    receipt = till_receipt(sold("P0", "3", 2550), occurredAt=noon(ago(5), 1).isoformat())
    assert (await ingest(await client("admin"), receipt))["accepted"] == 1
    was = await days(past, ago(29))
    assert await past.read() == 5
    now = await days(past, ago(29))
    assert now[:-5] == was[:-5]
    assert [new[5] - old[5] for new, old in zip(now[-5:], was[-5:], strict=True)] == [-900] * 5
    milk = [tuple(row)[3:6] for row in await past.sql(PRODUCTS, past.shop.products["milk"])]
    assert milk[-5] == (1000 * (MILK[-5] + 3), 0, 2550)
    [line] = await past.sql(LINES)
    assert line["needed"] == MILK[-6] + MILK[-5] + 3
    again = await past.sql(EVERYTHING)
    await past.sql("UPDATE results_read SET read_until = '1970-01-01' WHERE org_id = $1")
    assert await past.read() == 29
    assert await past.sql(EVERYTHING) == again


async def test_while_one_job_reads_another_waits_its_turn(past: Past) -> None:
    await past.read()
    await past.sql("UPDATE results_read SET leased_until = now() + interval '1 hour' WHERE org_id = $1")
    with pytest.raises(Underway):
        await past.read()


async def test_needed_is_the_sum_with_the_real_demand_in_the_place_of_the_forecast(past: Past, source: UUID) -> None:
    milk = Line(
        product="milk", suggested=24, ordered=12, expected=20, beside=4, pack=12, pack_cents=3600, reason="no_space"
    )
    eggs = Line(product="eggs", suggested=30, ordered=30, expected=8, beside=-2, pack=30, pack_cents=3000, cover=4)
    new = Line(product="bread", suggested=6, ordered=12, expected=6)
    unknown = Line(product="eggs", suggested=None, ordered=30, pack=30, pack_cents=3000)
    later = Line(product="milk", suggested=12, ordered=12, expected=9)
    await past.order(source, ago(6), milk, Line(product="bread", suggested=0, ordered=0))
    await past.order(source, ago(4), eggs, new)
    await past.order(source, ago(9), unknown, state="received")
    await past.order(source, ago(3), Line(product="milk", suggested=1, ordered=1), state="partly_received")
    await past.order(source, ago(1), later)
    await past.read()
    told = {(row["product_id"], row["last_day"]): tuple(row)[1:8] for row in await past.sql(LINES)}
    name = past.shop.products
    # Milk: 20 + 4 was wanted, 11 were sold in the place of 20, and 15 are two packs.
    real = MILK[-6] + MILK[-5]
    packs = -(-(real + 4) // 12) * 12
    apart, beyond = 300 * (24 - packs), 300 * (12 - packs)
    expected = (packs, 0, abs(apart), abs(beyond), apart, beyond, "cut_medium")
    assert told[name["milk"], ago(5)] == expected
    # Eggs: empty for half a day, a day, and three quarters of one; usually 52 are sold in 25.75 days with them.
    lost = round(Decimal(52) * Decimal("2.25") / Decimal("25.75"), 3)
    assert told[name["eggs"], ago(1)] == (30, lost, 0, 0, 0, 0, None)
    assert told[name["bread"], ago(3)] == (None, None, None, None, None, None, "raised_large")
    assert told[name["eggs"], ago(9)] == (None, None, None, None, None, None, None)
    assert len(told) == 4
    [reason] = {row["reason"] for row in await past.sql("SELECT reason FROM order_line_result WHERE org_id = $1")} - {
        None
    }
    assert reason == DeviationReason.NO_SPACE
