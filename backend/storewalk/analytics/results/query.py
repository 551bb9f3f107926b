"""Reads from a request what results are asked for; every list and export of results does it by this."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar.di import Provide
from litestar.params import FromQuery, QueryParameter

from storewalk.analytics.results.asked import Asked


def read_asked(
    *,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    last: Annotated[date | None, QueryParameter(name="to")] = None,
    place: FromQuery[UUID | None] = None,
    source: FromQuery[UUID | None] = None,
    category: FromQuery[UUID | None] = None,
) -> Asked:
    """Take the days and the part of the chain; what is not named is not narrowed down."""
    return Asked(first=first, last=last, place=place, source=source, category=category)


ASKED: Final = {"asked": Provide(read_asked, sync_to_thread=False)}
