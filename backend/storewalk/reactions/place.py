"""A store as notices speak of it."""

from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from storewalk.core.tx import AnyTx
from storewalk.stores.api import store_ref


class Place(msgspec.Struct, frozen=True):
    """A store's name and the zone of its clocks."""

    id: UUID
    name: str
    time_zone: str

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the store's clocks."""
        return ZoneInfo(self.time_zone)


_places = store_ref.subquery("place")
PLACE = _places.select().with_only_columns(_places.c.id, _places.c.name, _places.c.time_zone)


async def place_of(tx: AnyTx, store_id: UUID | None) -> Place | None:
    """Return the store that an event names, if it names one."""
    if store_id is None:
        return None
    return await tx.one_or_none(PLACE.where(_places.c.org_id == tx.org_id, _places.c.id == store_id), Place)
