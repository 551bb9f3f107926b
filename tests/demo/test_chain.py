"""The demo chain is founded through the public commands, whole."""

from datetime import date, timedelta

import pytest
from litestar import Litestar

from storewalk.core.access import system_actor
from storewalk.core.platform import Platform
from storewalk.demo import api
from storewalk.metadata import PERMISSIONS
from storewalk.stock import api as stock
from tests.factories.jobs import JobRunner

COUNTS = """
SELECT (SELECT count(*) FROM store WHERE org_id = $1 AND kind = 'store') AS stores,
       (SELECT count(*) FROM order_source WHERE org_id = $1) AS sources,
       (SELECT count(*) FROM order_delivery WHERE org_id = $1) AS deliveries,
       (SELECT count(DISTINCT product_id) FROM order_offer WHERE org_id = $1) AS offered,
       (SELECT count(*) FROM product WHERE org_id = $1) AS products,
       (SELECT count(*) FROM account WHERE org_id = $1) AS accounts"""
ADDS_UP = """
SELECT count(*) FROM inspection i WHERE org_id = $1 AND status = 'scored'
AND (SELECT count(*) FROM inspection_answer a WHERE a.org_id = i.org_id AND a.inspection_id = i.id) <> 11"""
UNTOLD = """
SELECT count(*) FROM task t WHERE t.org_id = $1
AND NOT EXISTS (SELECT 1 FROM event e WHERE e.org_id = $1 AND e.kind = 'tasks.opened' AND e.subject_id = t.id)"""

TRANSFERS = "SELECT status, count(*) FROM stock_transfer WHERE org_id = $1 GROUP BY status ORDER BY status"
SHORT = """
SELECT count(DISTINCT p.transfer_id) FROM stock_transfer_part p WHERE p.org_id = $1 AND p.received < p.shipped"""
ON_ITS_WAY = """
SELECT sum(p.shipped) = (SELECT sum(t.quantity) FROM stock_transit t WHERE t.org_id = $1)
FROM stock_transfer_part p JOIN stock_transfer s ON s.org_id = p.org_id AND s.id = p.transfer_id
WHERE p.org_id = $1 AND s.status = 'shipped'"""
PROMOTIONS = """
SELECT p.name, p.first_day - current_date >= 3 AS comes,
       (SELECT count(*) FROM promotion_product t WHERE t.org_id = $1 AND t.promotion_id = p.id) AS products
FROM promotion p WHERE p.org_id = $1"""
SIGNALS = "SELECT kind, first_day > current_date FROM demand_event WHERE org_id = $1 ORDER BY first_day"
ORDERS = "SELECT state, count(*) FROM store_order WHERE org_id = $1 GROUP BY state ORDER BY state"
WAVE = """
SELECT count(*) FROM store_order o JOIN order_source f ON f.org_id = o.org_id AND f.id = o.source_id
WHERE o.org_id = $1 AND f.warehouse_id IS NOT NULL AND o.state = 'approved'
AND o.expected_on = (now() AT TIME ZONE 'Asia/Shanghai')::date + 1"""
UNSUGGESTED = "SELECT count(*) FROM store_order WHERE org_id = $1 AND planned_at IS NULL"
CLAIMS = "SELECT kind, state FROM order_claim WHERE org_id = $1"
SHARED = "SELECT count(DISTINCT product_id) FROM order_confirmation WHERE org_id = $1 AND why = 'shared'"
# What receipts say came and what is in the ledger for them, and the same of what the warehouse sent.
RECEIVED = """
SELECT receipt_id AS id, product_id, sum(received) AS quantity, sum(value_cents) AS value_cents
FROM order_receipt_line WHERE org_id = $1 AND received > 0 GROUP BY 1, 2"""
SENT = """
SELECT shipment_id AS id, product_id, sum(shipped) AS quantity, NULL::numeric AS value_cents FROM order_shipment_line
WHERE org_id = $1 AND consignment_id IS NOT NULL GROUP BY 1, 2"""
BOOKED = """
SELECT count(*) FROM (
    SELECT cause_id AS id, product_id, sum(quantity) AS quantity, sum(value_cents) AS value_cents FROM stock_move
    WHERE org_id = $1 AND direction = {direction} AND cause_id IN (SELECT id FROM {document} WHERE org_id = $1)
    GROUP BY 1, 2
) m FULL JOIN ({said}) s USING (id, product_id)
WHERE m.quantity IS DISTINCT FROM s.quantity OR m.value_cents <> s.value_cents"""
WORDS = """
SELECT (SELECT count(*) FROM inspection WHERE org_id = $1 AND signed_at IS NOT NULL) AS signed,
       (SELECT count(*) FROM inspection_dispute WHERE org_id = $1) AS disputed,
       (SELECT count(*) FROM inspection_review WHERE org_id = $1 AND status = 'approved') AS approved"""
DRIFT = "SELECT kind, ended FROM shelf_drift WHERE org_id = $1"
PARKED = "SELECT count(*) FROM parked_line WHERE org_id = $1"
COUNTED = "SELECT status, count(*) FROM stock_count WHERE org_id = $1 GROUP BY status ORDER BY status"


async def test_the_chain_has_its_stores_goods_and_people_and_its_days_add_up(
    app: Litestar, platform: Platform, run_jobs: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storewalk.demo.history.DAYS", 10)
    monkeypatch.setattr("storewalk.demo.history.FRESHENED_DAYS", 3)
    await api.build(app, platform, PERMISSIONS, run_jobs)
    async with platform.session() as (_, raw):
        row = await raw.fetchrow(api.FOUNDED)
    assert row is not None
    org_id = row["org_id"]
    async with platform.transaction(system_actor(org_id)) as tx:
        counts = await tx.raw.fetchrow(COUNTS, org_id)
        assert counts is not None
        assert dict(counts) == {
            "stores": 10,
            "sources": 4,
            "deliveries": 38,
            "offered": 30,
            "products": 30,
            "accounts": 21,
        }
        made = await tx.raw.fetch(
            "SELECT business_date FROM inspection WHERE org_id = $1 AND status = 'scored'", org_id
        )
        assert {row[0] for row in made} < {date.today() - timedelta(days=n) for n in range(12)}  # noqa: DTZ011 - as the chain
        assert len(made) == 4
        assert await tx.raw.fetchval(ADDS_UP, org_id) == 0
        assert dict(await tx.raw.fetchrow(WORDS, org_id) or {}) == {"signed": 1, "disputed": 3, "approved": 2}
        assert await tx.raw.fetchval(UNTOLD, org_id) == 0
        assert await stock.differences(tx) == []
        assert await tx.raw.fetchval(PARKED, org_id) == 0
        assert [tuple(row) for row in await tx.raw.fetch(DRIFT, org_id)] == [("corrections", None)]
        assert [tuple(row) for row in await tx.raw.fetch(PROMOTIONS, org_id)] == [("双十二暖胃速食", True, 3)]
        assert [tuple(row) for row in await tx.raw.fetch(SIGNALS, org_id)] == [
            ("competitor_opens", True),
            ("school_holiday", True),
        ]
        assert [tuple(row) for row in await tx.raw.fetch(COUNTED, org_id)] == [
            ("approved", 3),
            ("open", 1),
            ("submitted", 1),
        ]
        assert [tuple(row) for row in await tx.raw.fetch(TRANSFERS, org_id)] == [
            ("approved", 1),
            ("cancelled", 1),
            ("received", 2),
            ("refused", 1),
            ("requested", 2),
            ("shipped", 2),
        ]
        assert await tx.raw.fetchval(SHORT, org_id) == 1
        assert await tx.raw.fetchval(ON_ITS_WAY, org_id) is True
        assert [tuple(row) for row in await tx.raw.fetch(ORDERS, org_id)] == [
            ("accepted", 1),
            ("approved", 4),
            ("closed", 14),
            ("draft", 1),
            ("partly_received", 1),
            ("refused", 1),
            ("shipped", 1),
            ("waiting", 1),
        ]
        assert await tx.raw.fetchval(WAVE, org_id) == 3
        assert await tx.raw.fetchval(UNSUGGESTED, org_id) == 0
        assert sorted(tuple(row) for row in await tx.raw.fetch(CLAIMS, org_id)) == [
            ("damage", "open"),
            ("damage", "settled"),
            ("damage", "settled"),
            ("shortage", "refused"),
        ]
        assert await tx.raw.fetchval(SHARED, org_id) == 1
        assert await tx.raw.fetchval(BOOKED.format(direction=1, document="order_receipt", said=RECEIVED), org_id) == 0
        assert await tx.raw.fetchval(BOOKED.format(direction=-1, document="order_shipment", said=SENT), org_id) == 0
