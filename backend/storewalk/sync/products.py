"""The catalogue that a phone keeps, so that it can scan without signal: told part by part, then only what changed."""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

import msgspec

from storewalk.catalog.api import changed_products
from storewalk.core.tx import ReadTx
from storewalk.sync.cursor import OVERLAP
from storewalk.sync.schemas import ProductChanges

PART: Final = 500
BEGINNING: Final = datetime(2000, 1, 1, tzinfo=UTC)


class Place(msgspec.Struct, frozen=True):
    """How far a phone is: behind product `id`, which changed at `at`; without an id it knows all changes until then."""

    at: datetime
    id: UUID | None = None


async def changes(tx: ReadTx, since: str | None) -> ProductChanges:
    """Return the next part of the changes.

    A phone that knew all is told again what changed in the minute before: a change is seen from its commit on.
    """
    place = _decode(since)
    start = place.at if place.id is not None else place.at - OVERLAP
    rows = await changed_products(tx, start, place.id, PART + 1)
    shown, more = rows[:PART], len(rows) > PART
    last_at = shown[-1][0] if shown else place.at
    mark = Place(last_at, shown[-1][1].id if more else None)
    return ProductChanges(items=[product for _, product in shown], cursor=_encode(mark), more=more)


def _encode(place: Place) -> str:
    return urlsafe_b64encode(msgspec.json.encode(place)).rstrip(b"=").decode()


def _decode(text: str | None) -> Place:
    """Read a mark back; anything else is answered from the beginning, as the delta sync does."""
    try:
        place = msgspec.json.decode(urlsafe_b64decode((text or "") + "=" * (-len(text or "") % 4)), type=Place)
    except (binascii.Error, msgspec.DecodeError, ValueError):
        return Place(BEGINNING)
    return place if place.at.tzinfo is not None else Place(BEGINNING)
