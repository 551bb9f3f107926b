"""Where stores are, for the `photos` room below; only the worker's composition root imports this module."""

from uuid import UUID

import msgspec
from sqlalchemy import select

from storewalk.core.tx import AnyTx
from storewalk.photos.api import Position as PhotoPosition
from storewalk.photos.api import Site, Surveyor
from storewalk.stores.models import Store
from storewalk.stores.position import Datum, Position, distance_m


class StoreSurveyor(Surveyor):
    """Answers from the table of stores."""

    async def site(self, tx: AnyTx, store_id: UUID, position: PhotoPosition | None) -> Site | None:
        """Describe a store; see `Surveyor.site`."""
        columns = (Store.name, Store.time_zone, Store.latitude, Store.longitude, Store.datum)
        found = await tx.one_or_none(select(*columns).where(Store.org_id == tx.org_id, Store.id == store_id), _Located)
        if found is None:
            return None
        place = found.position
        metres = distance_m(place, _position(position)) if place is not None and position is not None else None
        return Site(found.name, found.time_zone, metres)

    def apart_m(self, one: PhotoPosition, other: PhotoPosition) -> float:
        """Return the metres between two positions; see `Surveyor.apart_m`."""
        return distance_m(_position(one), _position(other))


class _Located(msgspec.Struct, frozen=True):
    name: str
    time_zone: str
    latitude: float | None
    longitude: float | None
    datum: Datum | None

    @property
    def position(self) -> Position | None:
        if self.latitude is None or self.longitude is None or self.datum is None:
            return None
        return Position(lat=self.latitude, lng=self.longitude, datum=self.datum)


def _position(position: PhotoPosition) -> Position:
    return Position(lat=position.lat, lng=position.lng, datum=Datum(position.datum))
