"""The order of lists."""

from typing import Any

from sqlalchemy import ColumnElement, Select, literal, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from storewalk.core.orm import Tenanted
from storewalk.core.schemas import Cursor


def newest_first(
    found: Select[*tuple[Any, ...]], table: type[Tenanted], after: Cursor | None
) -> Select[*tuple[Any, ...]]:
    """Order rows of `table` from the newest on, those after a cursor only."""
    place = tuple_(table.recorded_at, table.id)
    if after is not None:
        found = found.where(place < tuple_(literal(after.at), literal(after.id)))
    return found.order_by(table.recorded_at.desc(), table.id.desc())


def same(
    org_id: InstrumentedAttribute[Any], key: InstrumentedAttribute[Any], table: type[Tenanted]
) -> ColumnElement[bool]:
    """Return the condition that `table` has the row which a foreign key names."""
    return (table.org_id == org_id) & (table.id == key)
