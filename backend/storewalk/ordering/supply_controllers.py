"""Where goods come from, over HTTP."""

from datetime import date
from typing import Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page, decode_cursor, page_size
from storewalk.core.tx import ReadTx, Tx
from storewalk.ordering.permissions import EDIT_SUPPLY, EDIT_TERMS, READ_SUPPLY
from storewalk.ordering.queries import supply_parts, supply_sources, supply_terms
from storewalk.ordering.service.supply import deliveries, offers, rule, sources, terms
from storewalk.ordering.supply_models import SourceStatus
from storewalk.ordering.supply_schemas import (
    AddSource,
    ChangeSource,
    DeliveryDayOut,
    OfferOut,
    OrderRuleOut,
    SetDeliveries,
    SetDeliveryDays,
    SetOffers,
    SetOrderRule,
    SetTerms,
    SourceOut,
    StoreDeliveryOut,
    TermsOut,
    TermsSetOut,
)


@query("/order-sources", operation_id="listOrderSources", permission=READ_SUPPLY)
async def list_sources(
    tx: ReadTx,
    *,
    q: FromQuery[str | None] = None,
    status: FromQuery[SourceStatus | None] = None,
    store: FromQuery[UUID | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[SourceOut]:
    """List sources: all, those found by `q`, or those that deliver to a store."""
    size, after = page_size(limit), decode_cursor(cursor)
    return await supply_sources.list_sources(tx, q=q, status=status, store=store, limit=size, after=after)


@query("/order-sources/{source_id:uuid}", operation_id="getOrderSource", permission=READ_SUPPLY)
async def get_source(tx: ReadTx, source_id: FromPath[UUID]) -> SourceOut:
    """Return one source."""
    return await supply_sources.get_source(tx, source_id)


@command("/order-sources", operation_id="addOrderSource", permission=EDIT_SUPPLY, status=201)
async def add_source(tx: Tx, data: JSONBody[AddSource]) -> SourceOut:
    """Add a source."""
    return await supply_sources.get_source(tx, await sources.add_source(tx, data))


@command("/order-sources/{source_id:uuid}", operation_id="changeOrderSource", permission=EDIT_SUPPLY, method="PUT")
async def change_source(tx: Tx, source_id: FromPath[UUID], data: JSONBody[ChangeSource]) -> SourceOut:
    """Change a source, end it, or order from it again."""
    await sources.change_source(tx, source_id, data)
    return await supply_sources.get_source(tx, source_id)


@query("/order-sources/{source_id:uuid}/deliveries", operation_id="listOrderDeliveries", permission=READ_SUPPLY)
async def list_deliveries(
    tx: ReadTx,
    source_id: FromPath[UUID],
    *,
    every: FromQuery[bool] = False,
    q: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[StoreDeliveryOut]:
    """List the stores that a source delivers to; with `every` all stores."""
    return await supply_parts.deliveries_of(tx, source_id, every=every, q=q, limit=page_size(limit), cursor=cursor)


@command(
    "/order-sources/{source_id:uuid}/deliveries",
    operation_id="setOrderDeliveries",
    permission=EDIT_SUPPLY,
    method="PUT",
)
async def set_deliveries(tx: Tx, source_id: FromPath[UUID], data: JSONBody[SetDeliveries]) -> SourceOut:
    """Set the weekdays and the budget of stores, or of all stores of a region."""
    await deliveries.set_deliveries(tx, source_id, data)
    return await supply_sources.get_source(tx, source_id)


@query("/order-sources/{source_id:uuid}/days", operation_id="listOrderDeliveryDays", permission=READ_SUPPLY)
async def list_days(
    tx: ReadTx, source_id: FromPath[UUID], *, first: FromQuery[date | None] = None
) -> list[DeliveryDayOut]:
    """List the dated days of a source."""
    return await supply_parts.days_of(tx, source_id, first)


@command(
    "/order-sources/{source_id:uuid}/days", operation_id="setOrderDeliveryDays", permission=EDIT_SUPPLY, method="PUT"
)
async def set_days(tx: Tx, source_id: FromPath[UUID], data: JSONBody[SetDeliveryDays]) -> list[DeliveryDayOut]:
    """Set dated days of a source."""
    await deliveries.set_delivery_days(tx, source_id, data)
    return await supply_parts.days_of(tx, source_id, None)


@query("/order-sources/{source_id:uuid}/offers", operation_id="listOrderOffers", permission=READ_SUPPLY)
async def list_offers(
    tx: ReadTx,
    source_id: FromPath[UUID],
    *,
    q: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[OfferOut]:
    """List what a source offers."""
    return await supply_parts.offers_of(tx, source_id, q=q, limit=page_size(limit), cursor=cursor)


@command("/order-sources/{source_id:uuid}/offers", operation_id="setOrderOffers", permission=EDIT_SUPPLY, method="PUT")
async def set_offers(tx: Tx, source_id: FromPath[UUID], data: JSONBody[SetOffers]) -> SourceOut:
    """Set offers of a source, and take others off."""
    await offers.set_offers(tx, source_id, data)
    return await supply_sources.get_source(tx, source_id)


@query("/stores/{store_id:uuid}/order-terms", operation_id="listOrderTerms", permission=READ_SUPPLY)
async def list_terms(
    tx: ReadTx,
    store_id: FromPath[UUID],
    *,
    q: FromQuery[str | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[TermsOut]:
    """List what differs at a store."""
    return await supply_terms.terms_of(tx, store_id, q=q, limit=page_size(limit), cursor=cursor)


@command("/order-terms", operation_id="setOrderTerms", permission=EDIT_TERMS, method="PUT")
async def set_terms(tx: Tx, data: JSONBody[SetTerms]) -> TermsSetOut:
    """Set what differs at stores."""
    return TermsSetOut(changed=await terms.set_terms(tx, data))


@query("/order-rule", operation_id="getOrderRule", permission=READ_SUPPLY)
async def get_rule(tx: ReadTx) -> OrderRuleOut:
    """Return the levels of service."""
    return await supply_terms.get_rule(tx)


@command("/order-rule", operation_id="setOrderRule", permission=EDIT_SUPPLY, method="PUT")
async def set_rule(tx: Tx, data: JSONBody[SetOrderRule]) -> OrderRuleOut:
    """Set the levels of service."""
    await rule.set_rule(tx, data)
    return await supply_terms.get_rule(tx)


SUPPLY_ROUTER: Final = Router(
    "/api",
    route_handlers=[
        list_sources,
        get_source,
        add_source,
        change_source,
        list_deliveries,
        set_deliveries,
        list_days,
        set_days,
        list_offers,
        set_offers,
        list_terms,
        set_terms,
        get_rule,
        set_rule,
    ],
)
