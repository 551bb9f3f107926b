"""Orders that were approved, told at the warehouse that is to send them: a day's as one, an urgent one by itself."""

from typing import Final

from storewalk.core.tx import Tx
from storewalk.notifications.api import Notice, notify
from storewalk.ordering.api import WarehouseNews, warehouse_news
from storewalk.ordering.events import OrderApproved
from storewalk.reactions.words import local_day, words

WAVE: Final = "/warehouse?warehouse={}&day={}"
ORDER: Final = "/warehouse/orders/{}"


def told(event: OrderApproved, news: WarehouseNews) -> Notice:
    """Tell how many wait for the day; what is urgent waits for nobody's next look at the others."""
    day = local_day(news.day)
    if news.urgent:
        title, body = "reactions.warehouse_orders.urgent", "reactions.warehouse_orders.one"
        link = ORDER.format(event.subject_id)
    else:
        title, body = "reactions.warehouse_orders.title", "reactions.warehouse_orders.body"
        link = WAVE.format(news.warehouse_id, news.day)
    return Notice(
        account_ids=tuple(each for each in news.keeper_ids if each != event.actor_id),
        kind=event.kind,
        title=words(title, warehouse=news.warehouse_name, store=news.store_name, day=day),
        body=words(body, count=news.waiting, lines=news.lines, day=day),
        link=link,
        urgent=news.urgent,
        store_id=news.warehouse_id,
        gathers=not news.urgent,
    )


async def tell_warehouse(tx: Tx, event: OrderApproved) -> None:
    """Tell the warehouse's people, unless the order has gone on already. The core runs a subscriber once per event."""
    news = await warehouse_news(tx, event.subject_id)
    if news is not None:
        await notify(tx, told(event, news))
