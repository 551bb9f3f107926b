"""Suggest what could go from store to store before more is bought: from the night's sheets, region by region."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from typing import Final
from uuid import UUID

from storewalk.core.batch import Batch
from storewalk.core.ids import new_id
from storewalk.core.jobs import JobContext
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.ordering.planner import Move, Planner
from storewalk.ordering.queries.rebalance_locks import lock_older, suggested_since
from storewalk.ordering.queries.rebalance_read import (
    Neighbour,
    neighbourhoods,
    read_neighbourhood,
    rebalance_terms,
    worth_of_goods,
)
from storewalk.ordering.rebalance_events import RebalanceExpired, RebalanceSuggested
from storewalk.ordering.rebalance_models import OrderRebalance, OrderRebalanceLine, RebalanceState

THOUSAND: Final = 1000


async def suggest(ctx: JobContext, asked_at: datetime) -> int:
    """Suggest transfers for today, and return how many; what nobody decided on since the last time is over.

    Safe to run again after any failure: of a pair of stores one suggestion is kept for each time it was asked for.
    """
    async with ctx.tx() as tx:
        await _expire(tx, asked_at)
        rule, near = await rebalance_terms(tx), await neighbourhoods(tx)
        worth = await worth_of_goods(tx, tx.now.date()) if near else {}
    if not near:
        return 0
    kept = 0
    async with ctx.use(Batch).workers() as workers:
        for stores in near:
            async with ctx.tx() as tx:
                due = await read_neighbourhood(tx, stores, worth, rule)
            moves = await ctx.use(Planner).rebalance(workers, due)
            async with ctx.tx() as tx:
                kept += await _keep(tx, asked_at, stores, moves)
    return kept


async def _expire(tx: Tx, before: datetime) -> None:
    for each in await lock_older(tx, before):
        each.state = RebalanceState.EXPIRED
        tx.record(
            RebalanceExpired(
                subject_id=each.id,
                store_id=each.to_store_id,
                from_store_id=each.from_store_id,
                to_store_id=each.to_store_id,
            )
        )
    await tx.flush()


async def _keep(tx: Tx, asked_at: datetime, stores: Sequence[Neighbour], moves: Sequence[Move]) -> int:
    await lock_names(tx, "order_rebalance", [stores[0].store_id])
    days = {each.store_id: each for each in stores}
    known = await suggested_since(tx, asked_at, list(days))
    ordered = sorted(moves, key=_pair)
    pairs = [(pair, list(lines)) for pair, lines in groupby(ordered, key=_pair)]
    fresh = [(pair, lines) for pair, lines in pairs if pair not in known]
    for (giver, taker), lines in fresh:
        made = _suggestion(tx, asked_at, days[taker], giver, lines)
        tx.session.add(made)
        await tx.flush()
        tx.session.add_all(_line(tx, made, each) for each in lines)
        tx.record(
            RebalanceSuggested(
                subject_id=made.id,
                store_id=taker,
                from_store_id=giver,
                to_store_id=taker,
                lines=len(lines),
                total_cents=made.total_cents,
                saved_cents=made.saved_cents,
            )
        )
    await tx.flush()
    return len(fresh)


def _pair(move: Move) -> tuple[UUID, UUID]:
    return move.from_store_id, move.to_store_id


def _suggestion(tx: Tx, planned_at: datetime, taker: Neighbour, giver: UUID, lines: Sequence[Move]) -> OrderRebalance:
    return OrderRebalance(
        org_id=tx.org_id,
        id=new_id(),
        from_store_id=giver,
        to_store_id=taker.store_id,
        day=taker.day,
        planned_at=planned_at,
        state=RebalanceState.OPEN,
        metres=lines[0].metres,
        total_cents=sum(each.line_cents for each in lines),
        saved_cents=sum(each.saved_cents for each in lines),
        recorded_at=tx.now,
    )


def _line(tx: Tx, made: OrderRebalance, move: Move) -> OrderRebalanceLine:
    return OrderRebalanceLine(
        org_id=tx.org_id,
        rebalance_id=made.id,
        product_id=move.product_id,
        quantity=_units(move.quantity),
        line_cents=move.line_cents,
        stock=_units(move.stock),
        promised=_units(move.promised),
        until=move.until,
        needs=_units(move.needs),
        spoils=_units(move.spoils),
        keeps=_units(move.keeps),
        excess=_units(move.stock - move.promised - move.keeps),
        lacks=_units(move.lacks),
        before=_units(move.before),
        first_expiry=move.first_expiry,
    )


def _units(thousandths: int) -> Decimal:
    return Decimal(thousandths) / THOUSAND
