"""Open the cycle counts whose turn has come, and set how stores take turns."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from msgspec import structs
from sqlalchemy import select

from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import AnyTx, Tx
from storewalk.counts.cycle import Rank, most_due
from storewalk.counts.events import CycleRuleSet
from storewalk.counts.models import CountKind, CountStatus, CycleRule
from storewalk.counts.queries.turnover import last_turns, turnover
from storewalk.counts.schemas.open import CountScope
from storewalk.counts.schemas.rules import CycleRuleOut, SetCycleRule
from storewalk.counts.service.open import open_at
from storewalk.stores.api import StoreStatus, store_clocks, store_ref

OFF: Final = SetCycleRule(every_days=0, products=20, a_days=30, b_days=90, c_days=180)
"""Until an organization says otherwise: none; the days are what the trade counts at."""
FIELDS: Final = OFF.__struct_fields__


async def cycle_rule(tx: AnyTx) -> SetCycleRule:
    """Return how stores take turns."""
    rows = await tx.fetch(f"SELECT {', '.join(FIELDS)} FROM cycle_rule WHERE org_id = $1", tx.org_id)
    return SetCycleRule(**dict(rows[0])) if rows else OFF


def cycle_rule_out(rule: SetCycleRule) -> CycleRuleOut:
    """Return the rule as it goes on the wire."""
    return CycleRuleOut(**structs.asdict(rule))


async def set_cycle_rule(tx: Tx, form: SetCycleRule) -> None:
    """Change how stores take turns; counts that are open stay open. Again changes nothing."""
    await lock_names(tx, "cycle_rule", [tx.org_id])
    rule = await tx.session.get(CycleRule, tx.org_id)
    if rule is not None and form == await cycle_rule(tx):
        return
    if rule is None:
        rule = CycleRule(org_id=tx.org_id)
        tx.session.add(rule)
    for name in FIELDS:
        setattr(rule, name, getattr(form, name))
    rule.changed_at = tx.now
    tx.record(CycleRuleSet(subject_id=tx.org_id))
    await tx.flush()


async def open_cycles(tx: Tx) -> list[UUID]:
    """Open a count at every open store whose turn has come and that has something due; return the counts.

    A store whose last one is still being counted is left in peace. Safe to run twice: the second finds the first's.
    """
    rule = await cycle_rule(tx)
    if not rule.every_days:
        return []
    await lock_names(tx, "cycle", [tx.org_id])
    turns = await last_turns(tx)
    store = store_ref.subquery("place")
    trading = select(store.c.id).where(store.c.org_id == tx.org_id, store.c.status == StoreStatus.OPEN)
    store_ids: list[UUID] = await tx.scalars(trading.order_by(store.c.id))
    clocks = await store_clocks(tx, store_ids)
    days = {Rank.A: rule.a_days, Rank.B: rule.b_days, Rank.C: rule.c_days}
    opened: list[UUID] = []
    for store_id in store_ids:
        last = turns.get(store_id)
        if last is not None:
            at, status = last
            waits = tx.now - at < timedelta(days=rule.every_days) - timedelta(hours=1)
            if waits or status in (CountStatus.OPEN, CountStatus.RECOUNT):
                continue
        products = most_due(await turnover(tx, store_id), days, tx.now, rule.products)
        if products:
            day = clocks[store_id].business_date(tx.now)
            scope = CountScope(kind=CountKind.CYCLE, title=f"循环盘点 {day:%m-%d}", product_ids=products)
            opened.append(await open_at(tx, new_id(), store_id, scope))
    return opened
