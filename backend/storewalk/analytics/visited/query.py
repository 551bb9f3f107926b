"""Reads from a request which visits are asked for; every list and export of what visits found does it by this."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar.di import Provide
from litestar.params import FromQuery, QueryParameter

from storewalk.analytics.visited.asked import VisitsAsked
from storewalk.inspections.api import VisitKind


def read_visits_asked(
    *,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    last: Annotated[date | None, QueryParameter(name="to")] = None,
    place: FromQuery[UUID | None] = None,
    kind: FromQuery[VisitKind] = VisitKind.VISIT,
) -> VisitsAsked:
    """Take the days, the part of the chain and the kind of visit; what is not named is not narrowed down."""
    return VisitsAsked(first=first, last=last, place=place, kind=kind)


VISITS_ASKED: Final = {"asked": Provide(read_visits_asked, sync_to_thread=False)}
