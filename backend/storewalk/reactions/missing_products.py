"""What an inspector saw empty is held against the book: refill it, count it, or order it.

Goods behind the shelf are carried out first. What the shelf has by the book but not by eye is phantom stock, and is
counted. What the store has none of is a hint for the next order. What reached the shelf since it was seen empty needs
nothing any more.
"""

from collections.abc import Mapping
from typing import Final
from uuid import UUID, uuid5

from msgspec import Struct

from storewalk.core.quantities import plain
from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.counts.api import open_spot
from storewalk.identity.api import rungs
from storewalk.inspections.events import ProductsMissing
from storewalk.notifications.api import Notice, notify
from storewalk.reactions.goods import Goods, goods_of
from storewalk.reactions.place import Place, place_of
from storewalk.reactions.words import words
from storewalk.stock.api import READ, Whereabouts, whereabouts
from storewalk.stock.events import OutOfStock
from storewalk.tasks.api import Finding, open_task

KIND: Final = "refill"
FAULT: Final = "refill:{product_id}"
VISIT: Final = "/visits/{}"
NAMED: Final = 3
"""How many products a notice names; it counts the others."""
LONGEST_TITLE: Final = 120


class Followed(Struct, frozen=True):
    """What becomes of the missing products."""

    refill: list[UUID]
    count: list[UUID]
    order: list[UUID]


def followed(places: Mapping[UUID, Whereabouts]) -> Followed:
    """Sort missing products by what has to be done, each in the order of the ids, as every sender locks them."""
    found = Followed([], [], [])
    for product_id, its in sorted(places.items()):
        if its.behind > 0:
            found.refill.append(product_id)
        elif min(its.shelf, its.shelf_then) > 0:
            found.count.append(product_id)
        elif its.shelf <= 0:
            found.order.append(product_id)
    return found


def refill(event: ProductsMissing, product: Goods, its: Whereabouts) -> Finding | None:
    """Ask for a refill. How much lies behind is not told to those who count it just now.

    None for an event that was never recorded or names no store. It names no checkpoint: that has its own task.
    """
    if event.id is None or event.store_id is None or event.occurred_at is None:
        return None
    title = words("reactions.refill_blind.title", product=product.name)
    requirement = words("reactions.refill_blind.requirement", place=event.title)
    if not its.being_counted:
        goods = {"quantity": plain(its.behind), "unit": product.unit_name}
        title = words("reactions.refill.title", product=product.name, **goods)
        requirement = words("reactions.refill.requirement", place=event.title, **goods)
    return Finding(
        source=event.kind,
        source_id=uuid5(event.id, str(product.id)),
        store_id=event.store_id,
        title=title,
        requirement=requirement,
        kind=KIND,
        critical=event.critical,
        fault_key=FAULT.format(product_id=product.id),
        inspection_id=event.subject_id,
        found_by_id=event.inspector_id,
        found_at=event.occurred_at,
    )


def several(products: list[Goods], *, most: int = NAMED) -> Words:
    """Name the first few products, and say how many there are where that leaves some out."""
    first = [product.name for product in products[:most]]
    names = Words("、".join(name.zh for name in first), ", ".join(name.en for name in first))
    return words("reactions.and_more", names=names, count=len(products)) if len(products) > most else names


def spot_title(products: list[Goods]) -> str:
    """Name a count by its products; what the book has of them is nowhere in it."""
    return words("reactions.spot_count.title", products=several(products)).zh[:LONGEST_TITLE]


def order_hint(event: ProductsMissing, place: Place, products: list[Goods], who: list[UUID]) -> Notice:
    """Tell whoever runs the store what it has none of."""
    return Notice(
        account_ids=tuple(who),
        kind=OutOfStock.kind,
        title=words("reactions.out_of_stock.title", store=place.name),
        body=words("reactions.out_of_stock.body", place=event.title, products=several(products)),
        link=VISIT.format(event.subject_id),
        store_id=place.id,
    )


async def hold_against_book(tx: Tx, event: ProductsMissing) -> None:
    """Open the tasks and the count, and give the hint.

    Safe to run twice: one event and product are one finding, what is being counted is not counted again, and the core
    runs a subscriber once per event.
    """
    place = await place_of(tx, event.store_id)
    if place is None or event.occurred_at is None:
        return
    its = await whereabouts(tx, place.id, event.product_ids, event.occurred_at)
    goods = await goods_of(tx, event.product_ids)
    wanted = followed(its)
    for product_id in wanted.refill:
        found = refill(event, goods[product_id], its[product_id])
        if found is not None:
            await open_task(tx, found)
    if wanted.count:
        await open_spot(tx, place.id, wanted.count, lambda ids: spot_title([goods[each] for each in ids]))
    if wanted.order:
        tx.record(
            OutOfStock(
                subject_id=event.subject_id,
                store_id=place.id,
                occurred_at=event.occurred_at,
                product_ids=wanted.order,
            )
        )
        told = [goods[each] for each in wanted.order if not its[each].being_counted]
        nearest = next(iter(await rungs(tx, READ, place.id)), [])
        if told:
            await notify(tx, order_hint(event, place, told, nearest))
