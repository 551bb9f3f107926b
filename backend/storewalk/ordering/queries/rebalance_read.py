"""What a night needs to suggest transfers: stores that may give to each other, their sheets, their promises."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import AnyTx, Tx
from storewalk.ordering.planner import Neighbourhood, NeighbourSheet, RebalanceTerms, Worth
from storewalk.ordering.queries.supply_read import store_terms, supply_of
from storewalk.stock import api as stock
from storewalk.stores.api import Position, StoreClock, distance_m, to_wgs84, trading_stores

RULE: Final = """
SELECT most_metres, margin_days, line_cents, trip_cents FROM order_rebalance_rule WHERE org_id = $1"""
# A store's entity on a day is the last that it came to before the end of that day.
PLACED: Final = """
SELECT s.id, s.region_id, e.legal_entity_id FROM unnest($2::uuid[], $3::date[]) AS w (id, day)
JOIN store s ON s.org_id = $1 AND s.id = w.id
LEFT JOIN LATERAL (
    SELECT d.legal_entity_id FROM store_entity d
    WHERE d.org_id = s.org_id AND d.store_id = s.id AND d.valid_from <= w.day ORDER BY d.valid_from DESC LIMIT 1
) e ON true ORDER BY s.region_id, e.legal_entity_id, s.code"""
SHEETS: Final = """
SELECT s.store_id, s.day, s.product_ids, s.arrival, s.cover, s.safety, s.display, s.stock, s.spoils, s.on_order,
       s.wanted, s.forecast
FROM unnest($2::uuid[], $3::date[]) WITH ORDINALITY AS w (store_id, day, number)
JOIN order_sheet s ON s.org_id = $1 AND s.store_id = w.store_id AND s.day = w.day ORDER BY w.number"""
TOO_FAR: Final = float("inf")


class Neighbour(Struct, frozen=True):
    """A store with its business day and where it is."""

    store_id: UUID
    day: date
    position: Position


async def rebalance_terms(tx: AnyTx) -> RebalanceTerms:
    """Return when transfers are suggested; what the organization has set, or what holds without."""
    row = await tx.fetchrow(RULE, tx.org_id)
    return RebalanceTerms(*row) if row else RebalanceTerms()


async def neighbourhoods(tx: Tx) -> list[list[Neighbour]]:
    """Return the trading stores of each region and legal entity, where there are several whose place is known.

    Between entities a transfer is a sale, and nothing says how far a store without a position is.
    """
    clocks = {each.store_id: each for each in await trading_stores(tx)}
    days = {store_id: clock.business_date(tx.now) for store_id, clock in clocks.items()}
    found: dict[tuple[UUID, UUID | None], list[Neighbour]] = {}
    for row in await tx.fetch(PLACED, tx.org_id, list(days), list(days.values())):
        neighbour = _neighbour(clocks[row["id"]], days[row["id"]])
        if neighbour is not None:
            found.setdefault((row["region_id"], row["legal_entity_id"]), []).append(neighbour)
    return [stores for stores in found.values() if len(stores) > 1]


def _neighbour(clock: StoreClock, day: date) -> Neighbour | None:
    return None if clock.position is None else Neighbour(clock.store_id, day, to_wgs84(clock.position))


async def worth_of_goods(tx: AnyTx, day: date) -> dict[UUID, Worth]:
    """Return pack and cost of every product that is offered, from its best offer."""
    found: dict[UUID, Worth] = {}
    for each in (await supply_of(tx, day)).offers:
        found.setdefault(each.product_id, Worth(each.pack / 1000, each.pack_cents * 1000 / each.pack))
    return found


async def read_neighbourhood(
    tx: Tx, stores: Sequence[Neighbour], worth: dict[UUID, Worth], rule: RebalanceTerms
) -> Neighbourhood:
    """Return what stores near each other have, as far as there is a sheet of their day."""
    rows = await tx.fetch(SHEETS, tx.org_id, [each.store_id for each in stores], [each.day for each in stores])
    place = {each.store_id: each.position for each in stores}
    sheets = [NeighbourSheet(*row) for row in rows]
    ids = [each.store_id for each in sheets]
    return Neighbourhood(
        sheets=sheets,
        metres=[[_metres(place[one], place[other], rule) for other in ids] for one in ids],
        stocked=await stock.copy_stocked(tx, ids),
        promised=[(store, product, round(units * 1000)) for store, product, units in await stock.promised(tx, ids)],
        terms=await store_terms(tx, ids),
        worth=worth,
        rule=rule,
    )


def _metres(one: Position, other: Position, rule: RebalanceTerms) -> float:
    apart = distance_m(one, other)
    return apart if one is not other and apart <= rule.most_metres else TOO_FAR
