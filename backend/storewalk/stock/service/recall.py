"""Call goods back from every store: nobody offers them any more, and what stands on a shelf goes to the back room."""

from collections import defaultdict
from collections.abc import Collection
from decimal import Decimal
from typing import Final
from uuid import UUID

import asyncpg

from storewalk.catalog.api import known_products
from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.identity.api import lies_below, rungs
from storewalk.stock.events import GoodsRecalled, RecallEnded, RecallOpened
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.permissions import HANDLE_LOTS, RECALL
from storewalk.stock.places import standard_place
from storewalk.stock.queries.recalls import read_recall
from storewalk.stock.recall_models import StockRecall, StockRecallStore
from storewalk.stock.recall_schemas import EndRecall, OpenRecall
from storewalk.stock.service.post import post
from storewalk.stock.wanted import Wanted, Way

LOTS: Final = "SELECT id, code FROM stock_lot WHERE org_id = $1 AND product_id = $2 ORDER BY expires_on, code, id"
OPEN: Final = """
SELECT lot_ids FROM stock_recall WHERE org_id = $1 AND product_id = $2 AND ended_at IS NULL"""
HELD: Final = f"""
SELECT b.store_id, b.lot_id, l.kind, b.quantity FROM stock_balance b
JOIN stock_place l ON l.org_id = b.org_id AND l.id = b.place_id AND l.kind IN ('shelf', 'back_room', 'bin')
WHERE b.org_id = $1 AND b.product_id = $2 AND b.quantity > 0 AND ($3::uuid[] = '{{}}' OR b.lot_id = ANY ($3))
  AND {lies_below("b", "b.store_id", "$4")}
ORDER BY b.store_id, b.lot_id"""
# Everywhere, since goods that are on their way arrive where there are none yet. What a store withdrew stays its own.
# Of a product that is called back whole nothing is offered, whatever its lots: see `recalled_sql`.
HOLD: Final = f"""
INSERT INTO stock_hold (org_id, store_id, lot_id, since, recall_id)
SELECT s.org_id, s.id, lot.id, $3, $4 FROM store s, unnest($2::uuid[]) AS lot (id)
WHERE s.org_id = $1 AND {lies_below("s", "s.id", "$5")} ORDER BY s.id, lot.id ON CONFLICT DO NOTHING"""
RELEASE: Final = "DELETE FROM stock_hold WHERE org_id = $1 AND recall_id = $2"
COUNTED: Final = """
UPDATE stock_recall_store SET count_id = $4 WHERE org_id = $1 AND recall_id = $2 AND store_id = $3"""


async def open_recall(tx: Tx, form: OpenRecall) -> UUID:
    """Open a recall under the sender's id. Again changes nothing.

    Raises Invalid for an unknown product, a lot of another one, and goods that are called back already; Conflict for an
    id that is of another product's recall.
    """
    tx.require(RECALL)
    await lock_names(tx, "recall", [form.product_id])
    known = None if form.id is None else await tx.session.get(StockRecall, (tx.org_id, form.id))
    if known is not None:
        if known.product_id != form.product_id:
            raise Conflict("stock.recall_other_product", current=await read_recall(tx, known.id), field="id")
        return known.id
    codes = await _chosen(tx, form)
    recall = StockRecall(
        org_id=tx.org_id,
        id=form.id or new_id(),
        product_id=form.product_id,
        lot_ids=list(dict.fromkeys(form.lot_ids)),
        reason=form.reason.strip(),
        opened_by=tx.actor.account_id,
        opened_at=tx.occurred_at,
    )
    tx.session.add(recall)
    await tx.flush()
    paths = list(tx.actor.paths(RECALL))
    if recall.lot_ids:
        await tx.fetch(HOLD, tx.org_id, recall.lot_ids, tx.occurred_at, recall.id, paths)
    held = await tx.fetch(HELD, tx.org_id, form.product_id, recall.lot_ids, paths)
    await _off_the_shelf(tx, recall, held)
    by_store: dict[UUID, Decimal] = defaultdict(Decimal)
    for row in held:
        by_store[row["store_id"]] += row["quantity"]
    named = [codes[lot] for lot in recall.lot_ids]
    tx.record(RecallOpened(subject_id=recall.id, product_id=form.product_id, lot_codes=named, stores=len(by_store)))
    for store_id, quantity in by_store.items():
        tx.session.add(StockRecallStore(org_id=tx.org_id, recall_id=recall.id, store_id=store_id, quantity=quantity))
        tx.record(
            GoodsRecalled(
                subject_id=recall.id,
                store_id=store_id,
                product_id=form.product_id,
                lot_codes=named,
                quantity=quantity,
                reason=recall.reason,
                holder_ids=next(iter(await rungs(tx, HANDLE_LOTS, store_id)), []),
            )
        )
    await tx.flush()
    return recall.id


async def end_recall(tx: Tx, recall_id: UUID, form: EndRecall) -> UUID:
    """End a recall: what is left may be offered again, but for what a store withdrew by itself.

    Raises NotFound, WrongState when it has ended, Conflict when it has changed meanwhile.
    """
    tx.require(RECALL)
    recall = await tx.session.get(StockRecall, (tx.org_id, recall_id), with_for_update=True, populate_existing=True)
    if recall is None:
        raise NotFound("core.not_found")
    if recall.ended_at is not None:
        raise WrongState("stock.recall_ended")
    if recall.version != form.if_version:
        raise Conflict("core.changed_meanwhile", current=await read_recall(tx, recall_id))
    reason = form.reason.strip()
    recall.ended_at, recall.ended_by, recall.end_reason = tx.occurred_at, tx.actor.account_id, reason
    await tx.fetch(RELEASE, tx.org_id, recall_id)
    tx.record(RecallEnded(subject_id=recall_id, product_id=recall.product_id, reason=reason))
    await tx.flush()
    return recall_id


async def note_recall_count(tx: Tx, recall_id: UUID, store_id: UUID, count_id: UUID) -> None:
    """Remember which count was opened at a store for a recall."""
    await tx.fetch(COUNTED, tx.org_id, recall_id, store_id, count_id)


async def _chosen(tx: Tx, form: OpenRecall) -> dict[UUID, str]:
    """Return the lots that are called back, by id with their codes."""
    if form.product_id not in await known_products(tx, [form.product_id]):
        raise Invalid("stock.unknown_product", field="productId")
    lots = {row["id"]: row["code"] or "" for row in await tx.fetch(LOTS, tx.org_id, form.product_id)}
    if not lots.keys() >= set(form.lot_ids):
        raise Invalid("stock.no_lot", field="lotIds")
    for row in await tx.fetch(OPEN, tx.org_id, form.product_id):
        if not row["lot_ids"] or not form.lot_ids or set(row["lot_ids"]) & set(form.lot_ids):
            raise Invalid("stock.recalled_already", field="lotIds" if form.lot_ids else "productId")
    return {lot: lots[lot] for lot in form.lot_ids}


async def _off_the_shelf(tx: Tx, recall: StockRecall, held: Collection[asyncpg.Record]) -> None:
    """Carry what stands on shelves to the back rooms. What a customer takes meanwhile is not there to be carried."""
    wanted = [
        Wanted(
            store_id=row["store_id"],
            product_id=recall.product_id,
            quantity=row["quantity"],
            cause=Cause.RELOCATION,
            way=Way.WITHIN,
            cause_id=recall.id,
            cause_line=number,
            occurred_at=tx.occurred_at,
            place_id=standard_place(row["store_id"], PlaceKind.SHELF),
            to_id=standard_place(row["store_id"], PlaceKind.BACK_ROOM),
            lot_id=row["lot_id"],
        )
        for number, row in enumerate(row for row in held if row["kind"] == PlaceKind.SHELF)
    ]
    if wanted:
        await post(tx, wanted)
