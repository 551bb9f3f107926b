"""Read what a report says, in one transaction; the pictures are fetched after it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import Select, and_, select

from storewalk.core.errors import Invalid, WrongState
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import organization_name
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.models import Inspection
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.report.events import ReportTaken
from storewalk.inspections.schemas.visits import AnswerOut, VisitOut
from storewalk.photos.api import Outgoing, may_go_out
from storewalk.stores.api import store_ref

MOST_PHOTOS: Final = 40
"""On one report; each has to be looked through for faces."""
EACH: Final = 3
"""Photographs of one finding."""
MOST_VISITS: Final = 20
"""In one file."""


class Place(Struct, frozen=True):
    """The store of a visit."""

    store_code: str
    region_name: str
    time_zone: str

    @property
    def zone(self) -> ZoneInfo:
        """Return the store's clock."""
        return ZoneInfo(self.time_zone)


class Told(Struct, frozen=True):
    """What a report says of a visit, and which of its photographs may go out."""

    visit: VisitOut
    place: Place
    photos: list[Outgoing]


class Reading(Struct, frozen=True):
    """Visits to report on, for whom, and when they were read."""

    chain: str
    locale: str
    reader: str
    at: datetime
    told: list[Told]


async def read_reports(tx: Tx, visit_ids: Sequence[UUID]) -> Reading:
    """Read some visits for a report; that they were taken is in the audit log.

    Raises NotFound for one out of sight, WrongState for one that has not ended, Invalid for more than fit in a file.
    """
    if not 0 < len(visit_ids) <= MOST_VISITS:
        raise Invalid("inspections.too_many_reports", field="visit", most=MOST_VISITS)
    return Reading(
        chain=await organization_name(tx),
        locale=tx.actor.locale,
        reader=tx.actor.name,
        at=tx.now,
        told=[await _told(tx, visit_id, MOST_PHOTOS // len(visit_ids)) for visit_id in dict.fromkeys(visit_ids)],
    )


async def _told(tx: Tx, visit_id: UUID, most_photos: int) -> Told:
    visit = await read_visit(tx, visit_id)
    if visit.status not in (VisitStatus.SUBMITTED, VisitStatus.SCORED):
        raise WrongState("inspections.no_report", status=visit.status)
    tx.record(ReportTaken(subject_id=visit.id, store_id=visit.store_id))
    wanted = [photo for answer in failed(visit) for photo in answer.photos[:EACH]]
    first = [answer.photos[0] for answer in failed(visit) if answer.photos]
    chosen = list(dict.fromkeys([*first, *wanted]))[: max(most_photos, 1)]
    return Told(visit, await _place(tx, visit_id), await may_go_out(tx, chosen))


def failed(visit: VisitOut) -> list[AnswerOut]:
    """Return what was not passed, the critical before the rest, each in the order of the checklist."""
    critical = {
        point.id for section in visit.template.sections for point in section.checkpoints if point.critical
    }  # fmt: skip
    left_out = set(visit.not_asked)
    found = [each for each in visit.answers if each.outcome == "fail" and each.checkpoint_id not in left_out]
    return sorted(found, key=lambda each: each.checkpoint_id not in critical)


async def _place(tx: AnyTx, visit_id: UUID) -> Place:
    store = store_ref.subquery("store")
    statement: Select[*tuple[Any, ...]] = (
        select(
            store.c.code.label("store_code"),
            store.c.region_name,
            store.c.time_zone,
        )
        .select_from(Inspection)
        .join(store, and_(store.c.org_id == Inspection.org_id, store.c.id == Inspection.store_id))
        .where(Inspection.org_id == tx.org_id, Inspection.id == visit_id)
    )
    return (await tx.all(statement, Place))[0]
