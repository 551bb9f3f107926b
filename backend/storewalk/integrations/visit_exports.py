"""Visits to take away over HTTP under the filters of their list: as CSV, or with sections and answers as a workbook."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar import Router
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery, QueryParameter

from storewalk.core.http import query
from storewalk.core.tx import Tx
from storewalk.inspections.api import CheckInLook, ListScope, VisitFilter, VisitStatus, give_out_list, give_out_visits
from storewalk.integrations.given_sheet import Written, as_book, as_csv, give_out
from storewalk.integrations.permissions import EXPORT_VISITS
from storewalk.integrations.visit_sheets import ANSWERS, SECTIONS, VISITS


async def visits_wanted(
    *,
    within: Annotated[ListScope, QueryParameter(name="scope")] = ListScope.ALL,
    store: FromQuery[UUID | None] = None,
    status: FromQuery[VisitStatus | None] = None,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    last: Annotated[date | None, QueryParameter(name="to")] = None,
    check_in: Annotated[CheckInLook | None, QueryParameter(name="checkIn")] = None,
) -> VisitFilter:
    """Read the filters of the list."""
    return VisitFilter(scope=within, store=store, status=status, first=first, last=last, check_in=check_in)


@query("/exports/visits.csv", operation_id="exportVisits", permission=EXPORT_VISITS, recorded=True, write=as_csv)
async def export_list(tx: Tx, visits_wanted: NamedDependency[VisitFilter]) -> Written:
    """Export the list of visits under the same filters."""
    return give_out(tx, VISITS, await give_out_list(tx, visits_wanted))


@query(
    "/exports/visits.xlsx", operation_id="exportVisitsWorkbook", permission=EXPORT_VISITS, recorded=True, write=as_book
)
async def export_book(tx: Tx, visits_wanted: NamedDependency[VisitFilter]) -> list[Written]:
    """Export the list of visits, the points of their sections and their answers, a sheet each."""
    found = await give_out_visits(tx, visits_wanted)
    return [
        give_out(tx, VISITS, found.visits),
        give_out(tx, SECTIONS, found.sections),
        give_out(tx, ANSWERS, found.answers),
    ]


VISIT_EXPORT_ROUTER: Final = Router(
    "/api", route_handlers=[export_list, export_book], dependencies={"visits_wanted": Provide(visits_wanted)}
)
