"""Reads from a request which shelves and days are asked for; the trend, its photos and their exports do it by this."""

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from litestar.di import Provide
from litestar.params import FromQuery, QueryParameter

from storewalk.analytics.availability_trend import Chosen


def read_chosen(
    *,
    region: FromQuery[UUID | None] = None,
    store: FromQuery[UUID | None] = None,
    shelf: FromQuery[str | None] = None,
    first: Annotated[date | None, QueryParameter(name="from")] = None,
    last: Annotated[date | None, QueryParameter(name="to")] = None,
) -> Chosen:
    """Take the days and the part of the chain; what is not named is not narrowed down."""
    return Chosen(first=first, last=last, region=region, store=store, shelf=shelf)


CHOSEN: Final = {"chosen": Provide(read_chosen, sync_to_thread=False)}
