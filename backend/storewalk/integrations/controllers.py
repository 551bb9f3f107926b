"""Import and export over HTTP: the same two acts for each kind of thing."""

from functools import partial
from uuid import UUID

from litestar import Response, Router
from litestar.datastructures import State
from litestar.params import FromQuery, JSONBody
from msgspec.structs import replace

from storewalk.core.http import command, query
from storewalk.core.platform import Platform
from storewalk.core.tx import Tx
from storewalk.integrations import service
from storewalk.integrations.day_sheet import DAYS
from storewalk.integrations.permissions import EXPORT_STOCK, EXPORT_SUPPLY
from storewalk.integrations.promotion_sheet import PROMOTIONS
from storewalk.integrations.schemas import ImportOut, SheetFile
from storewalk.integrations.stock_sheet import MOST_ROWS, give_out_stock
from storewalk.integrations.supply_sheets import DELIVERIES, OFFERS
from storewalk.ordering.api import (
    EDIT_CALENDAR,
    EDIT_SUPPLY,
    PLAN_PROMOTION,
    READ_PROMOTIONS,
    give_out_deliveries,
    give_out_offers,
)
from storewalk.stock.api import Asked
from storewalk.stores.api import StoreKind

CSV = "text/csv; charset=utf-8"


@command("/imports/demand-days", operation_id="importDemandDays", permission=EDIT_CALENDAR)
async def import_days(tx: Tx, state: State, data: JSONBody[SheetFile]) -> ImportOut:
    """Import days off and worked weekends from CSV or Excel, or try it with `dryRun`."""
    return await service.take_in(tx, DAYS, data, _platform(state).catalog)


@command("/imports/order-offers", operation_id="importOrderOffers", permission=EDIT_SUPPLY)
async def import_offers(tx: Tx, state: State, data: JSONBody[SheetFile]) -> ImportOut:
    """Import what sources offer from CSV or Excel, or try it with `dryRun`."""
    return await service.take_in(tx, OFFERS, data, _platform(state).catalog)


@command("/imports/order-deliveries", operation_id="importOrderDeliveries", permission=EDIT_SUPPLY)
async def import_deliveries(tx: Tx, state: State, data: JSONBody[SheetFile]) -> ImportOut:
    """Import when sources deliver to stores from CSV or Excel, or try it with `dryRun`."""
    return await service.take_in(tx, DELIVERIES, data, _platform(state).catalog)


@command("/imports/promotions", operation_id="importPromotions", permission=PLAN_PROMOTION)
async def import_promotions(tx: Tx, state: State, data: JSONBody[SheetFile]) -> ImportOut:
    """Import promotions from CSV or Excel, or try it with `dryRun`."""
    return await service.take_in(tx, PROMOTIONS, data, _platform(state).catalog)


@query("/exports/promotions.csv", operation_id="exportPromotions", permission=READ_PROMOTIONS, recorded=True)
async def export_promotions(tx: Tx) -> Response[str]:
    """Export the planned promotions in the reader's scope as CSV."""
    return _download("promotions.csv", await service.give_out(tx, PROMOTIONS))


@query("/exports/order-offers.csv", operation_id="exportOrderOffers", permission=EXPORT_SUPPLY, recorded=True)
async def export_offers(tx: Tx, *, source: FromQuery[UUID | None] = None) -> Response[str]:
    """Export what a source offers, or all, as CSV."""
    return _download(
        "order-offers.csv",
        await service.give_out(tx, replace(OFFERS, give_out=partial(give_out_offers, source_id=source))),
    )


@query("/exports/order-deliveries.csv", operation_id="exportOrderDeliveries", permission=EXPORT_SUPPLY, recorded=True)
async def export_deliveries(tx: Tx, *, source: FromQuery[UUID | None] = None) -> Response[str]:
    """Export when a source, or any, delivers to stores as CSV."""
    return _download(
        "order-deliveries.csv",
        await service.give_out(tx, replace(DELIVERIES, give_out=partial(give_out_deliveries, source_id=source))),
    )


@query("/exports/demand-days.csv", operation_id="exportDemandDays", permission=EDIT_CALENDAR, recorded=True)
async def export_days(tx: Tx) -> Response[str]:
    """Export all days off and worked weekends as CSV."""
    return _download("demand-days.csv", await service.give_out(tx, DAYS))


@query("/exports/stock.csv", operation_id="exportStock", permission=EXPORT_STOCK, recorded=True)
async def export_stock(
    tx: Tx,
    *,
    store: FromQuery[UUID | None] = None,
    region: FromQuery[UUID | None] = None,
    kind: FromQuery[StoreKind | None] = None,
    q: FromQuery[str | None] = None,
    category: FromQuery[UUID | None] = None,
    negative: FromQuery[bool] = False,
) -> Response[str]:
    """Export the list of stock under the same filters as CSV."""
    asked = Asked(store=store, region=region, kind=kind, category=category, q=q, negative=negative, limit=MOST_ROWS + 1)
    return _download("stock.csv", await give_out_stock(tx, asked))


def _download(name: str, text: str) -> Response[str]:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return Response(text, media_type=CSV, headers=headers)


def _platform(state: State) -> Platform:
    return state["platform"]


ROUTER = Router(
    "/api",
    route_handlers=[
        import_promotions,
        import_days,
        import_offers,
        import_deliveries,
        export_promotions,
        export_stock,
        export_days,
        export_offers,
        export_deliveries,
    ],
)
