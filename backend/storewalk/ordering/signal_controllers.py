"""Days off and dated events over HTTP."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import Meta

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.ordering.permissions import EDIT_CALENDAR, ENTER_SIGNAL, READ_SIGNALS
from storewalk.ordering.queries.signal_days import read_calendar, read_day
from storewalk.ordering.queries.signal_list import Asked, list_signals, read_signal
from storewalk.ordering.service import signal_days, signal_enter
from storewalk.ordering.signal_models import SignalKind
from storewalk.ordering.signal_schemas import (
    CalendarOut,
    CancelSignal,
    ChangeSignal,
    EnterSignal,
    ResetSpecialDay,
    SetSpecialDay,
    SignalOut,
    SpecialDayOut,
)


@query("/signals", operation_id="listSignals", permission=READ_SIGNALS)
async def get_signals(
    tx: ReadTx,
    *,
    place: FromQuery[UUID | None] = None,
    kind: FromQuery[SignalKind | None] = None,
    from_: Annotated[date | None, QueryParameter(name="from")] = None,
    to: FromQuery[date | None] = None,
    measured: FromQuery[bool | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[SignalOut]:
    """List dated events that touch the reader's stores, or one `place`, with a day between `from` and `to`."""
    asked = Asked(place=place, kind=kind, since=from_, until=to, measured=measured, limit=limit, cursor=cursor)
    return await list_signals(tx, asked)


@command("/signals", operation_id="enterSignal", permission=ENTER_SIGNAL, status=201)
async def enter_signal(tx: Tx, data: JSONBody[EnterSignal]) -> SignalOut:
    """Tell of a dated event."""
    return await read_signal(tx, await signal_enter.enter_signal(tx, data))


@query("/signals/{signal_id:uuid}", operation_id="getSignal", permission=READ_SIGNALS)
async def get_signal(tx: ReadTx, signal_id: FromPath[UUID]) -> SignalOut:
    """Return a dated event."""
    return await read_signal(tx, signal_id)


@command("/signals/{signal_id:uuid}", operation_id="changeSignal", permission=ENTER_SIGNAL, method="PUT")
async def change_signal(tx: Tx, signal_id: FromPath[UUID], data: JSONBody[ChangeSignal]) -> SignalOut:
    """Tell otherwise of a dated event."""
    return await read_signal(tx, await signal_enter.change_signal(tx, signal_id, data))


@command("/signals/{signal_id:uuid}/cancellation", operation_id="cancelSignal", permission=ENTER_SIGNAL)
async def cancel_signal(tx: Tx, signal_id: FromPath[UUID], data: JSONBody[CancelSignal]) -> SignalOut:
    """Cancel a dated event."""
    return await read_signal(tx, await signal_enter.cancel_signal(tx, signal_id, data))


@query("/calendar", operation_id="getCalendar", permission=READ_SIGNALS)
async def get_calendar(
    tx: ReadTx, *, year: FromQuery[Annotated[int, Meta(ge=2000, le=2100)] | None] = None
) -> CalendarOut:
    """Return the days off and worked weekends of a year, of this one unless told."""
    return await read_calendar(tx, year or tx.now.year)


@command("/days/{day:date}", operation_id="setSpecialDay", permission=EDIT_CALENDAR, method="PUT")
async def set_special_day(tx: Tx, day: FromPath[date], data: JSONBody[SetSpecialDay]) -> SpecialDayOut:
    """Make a day something else than the calendar says."""
    await signal_days.set_day(tx, day, data)
    return await read_day(tx, day)


@command("/days/{day:date}/reset", operation_id="resetSpecialDay", permission=EDIT_CALENDAR)
async def reset_special_day(tx: Tx, day: FromPath[date], data: JSONBody[ResetSpecialDay]) -> SpecialDayOut:
    """Let a day be again what the built-in calendar says."""
    await signal_days.reset_day(tx, day, data)
    return await read_day(tx, day)


SIGNAL_ROUTER: Final = Router(
    "/api/demand",
    route_handlers=[
        get_signals,
        enter_signal,
        get_signal,
        change_signal,
        cancel_signal,
        get_calendar,
        set_special_day,
        reset_special_day,
    ],
)
