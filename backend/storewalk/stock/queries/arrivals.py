"""What whoever is about to visit a store should know of its goods: what has run out, and what ends soon."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Final
from uuid import UUID

import msgspec
from msgspec import Struct, field

from storewalk.core.schemas import Words
from storewalk.core.tx import AnyTx
from storewalk.stock.permissions import SEE_WHILE_COUNTED
from storewalk.stock.queries.blind import BLIND, ROOT, closed_at
from storewalk.stock.queries.expiring import UNSOUND

GONE: Final = f"""
SELECT * FROM (
    SELECT i.store_id, i.product_id, p.code, p.name::text AS name, i.changed_at AS since,
           count(*) OVER (PARTITION BY i.store_id) AS total,
           row_number() OVER (PARTITION BY i.store_id ORDER BY i.changed_at DESC, p.search_code) AS place
    FROM stock_item i JOIN product p ON p.org_id = i.org_id AND p.id = i.product_id AND p.status = 'active'
    WHERE i.org_id = $1 AND i.store_id = ANY ($2) AND i.quantity <= 0 AND NOT ({BLIND.format("$3", "$4")})
) x WHERE place <= $5 ORDER BY store_id, place"""
ENDING: Final = f"""
SELECT * FROM (
    SELECT x.store_id, x.product_id, g.code, g.name::text AS name, x.lot_code, x.expires_on,
           x.expires_on - x.day AS days_left, trim_scale(x.quantity)::text AS quantity,
           count(*) OVER (PARTITION BY x.store_id) AS total,
           row_number() OVER (PARTITION BY x.store_id ORDER BY x.expires_on, g.search_code, x.lot_id) AS place
    FROM ({UNSOUND}) x JOIN product g ON g.org_id = $1 AND g.id = x.product_id
    WHERE x.store_id = ANY ($5)
) y WHERE place <= $6 ORDER BY store_id, place"""


class GoneProduct(Struct, frozen=True):
    """A product that a store sells and has none of; its book last changed at `since`."""

    product_id: UUID
    code: str
    name: Words
    since: datetime


class EndingLot(Struct, frozen=True):
    """A lot near its last day or past it; without a quantity while its goods are being counted."""

    product_id: UUID
    code: str
    name: Words
    lot_code: str
    expires_on: date
    days_left: int
    quantity: str | None


class Goods(Struct):
    """The first of each at a store, and how many there are in all."""

    gone: list[GoneProduct] = field(default_factory=list[GoneProduct])
    gone_count: int = 0
    ending: list[EndingLot] = field(default_factory=list[EndingLot])
    ending_count: int = 0


async def goods_to_see(tx: AnyTx, store_ids: Collection[UUID], most: int) -> defaultdict[UUID, Goods]:
    """Return by store what has run out and what ends soon, at most so many of each; whoever asks, in three statements.

    Of goods that are being counted, those who may not see the book then are told neither.
    """
    found, ids = defaultdict[UUID, Goods](Goods), list(store_ids)
    for row in await tx.fetch(GONE, tx.org_id, ids, tx.now, list(tx.actor.paths(SEE_WHILE_COUNTED)), most):
        at, name = found[row["store_id"]], msgspec.json.decode(row["name"], type=Words)
        at.gone.append(GoneProduct(row["product_id"], row["code"], name, row["since"]))
        at.gone_count = row["total"]
    closed = await closed_at(tx, ids)
    for row in await tx.fetch(ENDING, tx.org_id, tx.now, None, [ROOT], ids, most):
        at, name = found[row["store_id"]], msgspec.json.decode(row["name"], type=Words)
        hidden = closed(row["store_id"], row["product_id"])
        at.ending.append(
            EndingLot(
                product_id=row["product_id"],
                code=row["code"],
                name=name,
                lot_code=row["lot_code"],
                expires_on=row["expires_on"],
                days_left=row["days_left"],
                quantity=None if hidden else row["quantity"],
            )
        )
        at.ending_count = row["total"]
    return found
