"""Something sells far more than was expected: the store is told while the day lasts, and may say why."""

from typing import Final

from storewalk.core.quantities import plain
from storewalk.core.tx import Tx
from storewalk.notifications.api import Notice, notify
from storewalk.ordering.events import SalesJumped
from storewalk.reactions.goods import Goods, goods_of
from storewalk.reactions.place import Place, place_of
from storewalk.reactions.words import words

SAY_WHY: Final = "/signals/new?store={}&product={}"


def told(event: SalesJumped, place: Place, goods: Goods) -> Notice:
    """Tell how much was sold, how much was usual by then, and where to say why."""
    return Notice(
        account_ids=tuple(event.holder_ids),
        kind=event.kind,
        title=words("reactions.sales_jumped.title", store=place.name, product=goods.name),
        body=words(
            "reactions.sales_jumped.body",
            sold=plain(event.sold),
            unit=goods.unit_name,
            times=f"{event.sold / event.expected:.1f}" if event.expected else "9+",
        ),
        link=SAY_WHY.format(place.id, goods.id),
        urgent=False,
        store_id=place.id,
    )


async def tell_jump(tx: Tx, event: SalesJumped) -> None:
    """Tell the store. Safe to run twice: the core runs a subscriber once per event."""
    place = await place_of(tx, event.store_id)
    if place is not None:
        goods = (await goods_of(tx, [event.subject_id]))[event.subject_id]
        await notify(tx, told(event, place, goods))
