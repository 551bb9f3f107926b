"""Reports of visits over HTTP: one as a picture or PDF, several as one PDF."""

from typing import Annotated
from uuid import UUID

from litestar import Router
from litestar.datastructures import State
from litestar.params import FromPath, QueryParameter

from storewalk.core.http import query
from storewalk.core.tx import Tx
from storewalk.inspections.permissions import REPORT
from storewalk.inspections.report.read import read_reports
from storewalk.inspections.report.shape import Form
from storewalk.inspections.report.write import Wanted, write


@query(
    "/inspections/{visit_id:uuid}/report.pdf",
    operation_id="getVisitReport",
    permission=REPORT,
    recorded=True,
    write=write,
)
async def get_report(tx: Tx, state: State, visit_id: FromPath[UUID]) -> Wanted:
    """Make the report of a visit that has ended, to print or to keep."""
    return Wanted(state["platform"], await read_reports(tx, [visit_id]), Form.PDF)


@query(
    "/inspections/{visit_id:uuid}/report.jpg",
    operation_id="getVisitReportPicture",
    permission=REPORT,
    recorded=True,
    write=write,
)
async def get_picture(tx: Tx, state: State, visit_id: FromPath[UUID]) -> Wanted:
    """Make the report of a visit that has ended as one tall picture, for a chat."""
    return Wanted(state["platform"], await read_reports(tx, [visit_id]), Form.PICTURE)


@query("/visit-reports.pdf", operation_id="getVisitReports", permission=REPORT, recorded=True, write=write)
async def get_reports(
    tx: Tx, state: State, *, visit: Annotated[list[UUID] | None, QueryParameter(name="visit")] = None
) -> Wanted:
    """Make the reports of chosen visits one after another in one file."""
    return Wanted(state["platform"], await read_reports(tx, visit or []), Form.PDF)


REPORT_ROUTER = Router("/api", route_handlers=[get_report, get_picture, get_reports])
