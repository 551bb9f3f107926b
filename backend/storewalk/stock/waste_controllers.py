"""Expiring lots and waste over HTTP."""

from datetime import date, timedelta
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from storewalk.core.errors import Invalid
from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.stock.permissions import APPROVE_WASTE, HANDLE_LOTS, READ_WASTE, REPORT_WASTE, SET_RULE
from storewalk.stock.queries.expiring import Wanted, expiring
from storewalk.stock.queries.expiry_measure import Span, ended_lots, expiry_measure, last_ended_day
from storewalk.stock.queries.on_hand import stock_page_size
from storewalk.stock.queries.waste import list_reports, read_report
from storewalk.stock.service import lot_steps, waste, waste_rule
from storewalk.stock.waste_models import WasteStatus
from storewalk.stock.waste_schemas import (
    DecideWaste,
    EndedLot,
    ExpiringLot,
    ExpiryMeasure,
    ReportWaste,
    SetWasteRule,
    Stand,
    StepOnLot,
    WasteOut,
    WasteRuleOut,
)

USUAL_DAYS: Final = 30


@query("/expiring", operation_id="listExpiringLots", permission=READ_WASTE)
async def list_expiring(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    stand: FromQuery[Stand | None] = None,
    q: FromQuery[str | None] = None,
    undone: FromQuery[bool] = False,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[ExpiringLot]:
    """List the lots that are near their last day or past it, those that end first at the top.

    `q` begins a product's code, name or pinyin, or a lot's code; `undone` keeps the lots that nothing was done about.
    """
    wanted = Wanted(store_id=store, stand=stand, q=q, undone=undone)
    return await expiring(tx, wanted, limit=stock_page_size(limit), cursor=cursor)


@query("/expiring/measure", operation_id="getExpiryMeasure", permission=READ_WASTE)
async def get_measure(
    tx: ReadTx,
    store: FromQuery[UUID | None] = None,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    until: FromQuery[date | None] = None,
) -> ExpiryMeasure:
    """Return how many lots were dealt with before their last day; without days, of the last thirty that are over."""
    return await expiry_measure(tx, await _span(tx, store, first, until))


@query("/expiring/ended", operation_id="listEndedLots", permission=READ_WASTE)
async def list_ended(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    until: FromQuery[date | None] = None,
    handled: FromQuery[bool | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[EndedLot]:
    """List the lots that the measure of the same days counts: all, those dealt with in time, or those that were not."""
    span = await _span(tx, store, first, until)
    return await ended_lots(tx, span, handled=handled, limit=limit, cursor=cursor)


async def _span(tx: ReadTx, store: UUID | None, first: date | None, until: date | None) -> Span:
    last = until or await last_ended_day(tx, store)
    begin = first or last - timedelta(days=USUAL_DAYS - 1)
    if begin > last:
        raise Invalid("stock.days_backwards", field="until")
    return Span(store, begin, last)


@command("/stores/{store_id:uuid}/lots/{lot_id:uuid}/steps", operation_id="stepOnLot", permission=HANDLE_LOTS)
async def step_on_lot(tx: Tx, store_id: FromPath[UUID], lot_id: FromPath[UUID], data: JSONBody[StepOnLot]) -> None:
    """Mark a lot down, or take it off the shelf."""
    await lot_steps.step_on_lot(tx, store_id, lot_id, data)


@query("/waste", operation_id="listWaste", permission=READ_WASTE)
async def list_waste(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    status: FromQuery[list[WasteStatus] | None] = None,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    until: FromQuery[date | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[WasteOut]:
    """List reports of waste, the newest first; with days, those whose goods left the book on them."""
    return await list_reports(tx, store=store, status=status or (), days=(first, until), limit=limit, cursor=cursor)


@query("/waste/{report_id:uuid}", operation_id="getWaste", permission=READ_WASTE)
async def get_waste(tx: ReadTx, report_id: FromPath[UUID]) -> WasteOut:
    """Return a report of waste."""
    return await read_report(tx, report_id)


@command("/waste", operation_id="reportWaste", permission=REPORT_WASTE, status=201)
async def report_waste(tx: Tx, data: JSONBody[ReportWaste]) -> WasteOut:
    """Report goods to throw away."""
    return await read_report(tx, await waste.report_waste(tx, data))


@command("/waste/{report_id:uuid}/decision", operation_id="decideWaste", permission=APPROVE_WASTE)
async def decide_waste(tx: Tx, report_id: FromPath[UUID], data: JSONBody[DecideWaste]) -> WasteOut:
    """Approve a report of waste or refuse it."""
    await waste.decide_waste(tx, report_id, data)
    return await read_report(tx, report_id)


@query("/waste/rule", operation_id="getWasteRule", permission=READ_WASTE)
async def get_rule(tx: ReadTx) -> WasteRuleOut:
    """Return which waste needs approval."""
    return WasteRuleOut(approval_cents=await waste_rule.waste_rule(tx))


@command("/waste/rule", operation_id="setWasteRule", permission=SET_RULE, method="PUT")
async def put_rule(tx: Tx, data: JSONBody[SetWasteRule]) -> WasteRuleOut:
    """Change which waste needs approval."""
    await waste_rule.set_waste_rule(tx, data.approval_cents)
    return WasteRuleOut(approval_cents=await waste_rule.waste_rule(tx))


WASTE_ROUTER = Router(
    "/api/stock",
    route_handlers=[
        list_expiring,
        get_measure,
        list_ended,
        step_on_lot,
        list_waste,
        get_waste,
        report_waste,
        decide_waste,
        get_rule,
        put_rule,
    ],
)
