"""One person's visits of a day in the order of their way, from where they are."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from math import cos, radians
from typing import Final
from uuid import UUID

from storewalk.core.tx import AnyTx
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection
from storewalk.inspections.plans.calendar import visit_columns
from storewalk.inspections.plans.kinds import VisitKind
from storewalk.inspections.plans.route import Stop, metres, ordered
from storewalk.inspections.plans.schemas import CalendarVisit, RouteStop, VisitRoute
from storewalk.inspections.plans.seen import seen
from storewalk.stores.api import Position, StoreClock, store_clocks, to_gcj02, to_wgs84

DEGREE_M: Final = 111_195.0
"""A degree of latitude on the mean earth; over the ways of a day the plane is as good as the sphere."""
WANTED: Final = (VisitStatus.PLANNED, VisitStatus.STARTED)
MOST: Final = 40


async def day_route(tx: AnyTx, day: date, inspector_id: UUID, start: Position | None) -> VisitRoute:
    """Return somebody's visits of a day that are still to make, in order; those at places unknown come last."""
    statement = visit_columns().where(
        Inspection.org_id == tx.org_id,
        Inspection.inspector_id == inspector_id,
        Inspection.business_date == day,
        Inspection.status.in_(WANTED),
        Inspection.kind == VisitKind.VISIT,
        seen(tx, Inspection),
    )
    visits = await tx.all(statement.order_by(Inspection.window_from, Inspection.id).limit(MOST), CalendarVisit)
    clocks = await store_clocks(tx, list({visit.store_id for visit in visits}))
    places = [(visit, at) for visit in visits if (at := clocks[visit.store_id].position) is not None]
    placed = [visit for visit, _ in places]
    plane = _Plane([to_wgs84(at) for _, at in places])
    stops = [_stop(visit, plane.at(to_wgs84(at))) for visit, at in places]
    here = None if start is None else plane.at(to_wgs84(start))
    begins = max(tx.now, _morning(clocks, day) or tx.now)
    order = ordered(stops, here, begins)
    at, legs = here, list[RouteStop]()
    for number in order:
        way = None if at is None else round(metres(at, stops[number]))
        legs.append(_leg(placed[number], clocks[placed[number].store_id], way))
        at = stops[number]
    legs += [_leg(visit, clocks[visit.store_id], None) for visit in visits if visit not in placed]
    return VisitRoute(day=day, stops=legs, metres=sum(leg.metres or 0 for leg in legs))


def _morning(clocks: dict[UUID, StoreClock], day: date) -> datetime | None:
    """Return eight in the morning where the stores are, which is when a day's way begins."""
    zones = [clock.zone for clock in clocks.values()]
    return datetime.combine(day, time(8), tzinfo=zones[0]).astimezone(UTC) if zones else None


def _stop(visit: CalendarVisit, at: Stop) -> Stop:
    return Stop(at.east, at.north, visit.window_from, visit.due_at)


class _Plane:
    """The plane that touches the earth at the latitude of a day's places, in metres."""

    def __init__(self, places: Sequence[Position]) -> None:
        latitude = sum(at.lat for at in places) / len(places) if places else 0.0
        self._east = DEGREE_M * cos(radians(latitude))

    def at(self, place: Position) -> Stop:
        return Stop(place.lng * self._east, place.lat * DEGREE_M)


def _leg(visit: CalendarVisit, clock: StoreClock, way: int | None) -> RouteStop:
    at = None if clock.position is None else to_gcj02(clock.position)
    return RouteStop(visit=visit, metres=way, lat_gcj02=at and at.lat, lng_gcj02=at and at.lng)
