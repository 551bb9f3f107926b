"""Goods that are called back: the store is told, and counts what it has of them."""

from storewalk.core.tx import Tx
from storewalk.counts.api import open_spot
from storewalk.notifications.api import Notice, notify
from storewalk.reactions.goods import Goods, goods_of
from storewalk.reactions.place import Place, place_of
from storewalk.reactions.words import words
from storewalk.stock.api import note_recall_count
from storewalk.stock.events import GoodsRecalled


def told(event: GoodsRecalled, place: Place, goods: Goods) -> Notice:
    """Tell whoever deals with lots at the store, at once. How much the book has is not told: it is being counted."""
    body = "reactions.goods_recalled.lots" if event.lot_codes else "reactions.goods_recalled.all"
    return Notice(
        account_ids=tuple(event.holder_ids),
        kind=event.kind,
        title=words("reactions.goods_recalled.title", store=place.name, product=goods.name),
        body=words(body, lots=", ".join(event.lot_codes), reason=event.reason),
        link=f"/expiring?store={place.id}&show=lots",
        urgent=True,
        store_id=place.id,
    )


async def call_back(tx: Tx, event: GoodsRecalled) -> None:
    """Tell the store and open a count of the product.

    Safe to run twice: what is being counted is not counted again, and the core runs a subscriber once per event.
    """
    place = await place_of(tx, event.store_id)
    if place is None:
        return
    goods = (await goods_of(tx, [event.product_id]))[event.product_id]
    await notify(tx, told(event, place, goods))
    title = words("reactions.goods_recalled.count", product=goods.name).zh
    count_id = await open_spot(tx, place.id, [event.product_id], lambda _: title)
    if count_id is not None:
        await note_recall_count(tx, event.subject_id, place.id, count_id)
