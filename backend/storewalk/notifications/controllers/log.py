"""The organization's delivery log and its figures."""

from datetime import datetime
from uuid import UUID

from litestar.params import FromPath, FromQuery

from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.notifications.models import Channel, DeliveryState
from storewalk.notifications.permissions import CHANNELS_MANAGE, DELIVERIES_READ
from storewalk.notifications.queries import log, overview
from storewalk.notifications.queries.log import Wanted
from storewalk.notifications.schemas import DeliveryOut, FiguresOut
from storewalk.notifications.service import again
from storewalk.notifications.service.whole import require_whole


@query("/deliveries", operation_id="listDeliveries", permission=DELIVERIES_READ)
async def list_deliveries(
    tx: ReadTx,
    *,
    channel: FromQuery[Channel | None] = None,
    status: FromQuery[DeliveryState | None] = None,
    person: FromQuery[UUID | None] = None,
    since: FromQuery[datetime | None] = None,
    until: FromQuery[datetime | None] = None,
    cursor: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
) -> Page[DeliveryOut]:
    """Return the organization's log, newest first."""
    require_whole(tx, DELIVERIES_READ)
    size = page_size(limit)
    wanted = Wanted(channel=channel, state=status, account_id=person, since=since, until=until)
    rows = await log.listed(tx, wanted, decode_cursor(cursor), size)
    return page(rows, size, lambda row: (row.at, row.id))


@query("/deliveries/figures", operation_id="getDeliveryFigures", permission=DELIVERIES_READ)
async def delivery_figures(tx: ReadTx) -> FiguresOut:
    """Return what became of the last seven days' messages, by channel."""
    require_whole(tx, DELIVERIES_READ)
    return await overview.figures(tx)


@query("/deliveries/{delivery_id:uuid}", operation_id="getDelivery", permission=DELIVERIES_READ)
async def get_delivery(tx: ReadTx, delivery_id: FromPath[UUID]) -> DeliveryOut:
    """Return one line of the log."""
    require_whole(tx, DELIVERIES_READ)
    return await log.line(tx, delivery_id)


@command("/deliveries/{delivery_id:uuid}/resend", operation_id="resendDelivery", permission=CHANNELS_MANAGE)
async def resend_delivery(tx: Tx, delivery_id: FromPath[UUID]) -> DeliveryOut:
    """Send a message once more that did not arrive."""
    require_whole(tx, CHANNELS_MANAGE)
    await again.resend(tx, delivery_id)
    await tx.flush()
    return await log.line(tx, delivery_id)


LOG = (list_deliveries, delivery_figures, get_delivery, resend_delivery)
