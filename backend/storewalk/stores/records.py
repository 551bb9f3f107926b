"""A store with its dated rows, and how a form changes them; the same for one store and for a file of thousands."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from storewalk.core.errors import FieldError
from storewalk.core.pinyin import initials
from storewalk.stores.business_day import MIDNIGHT, SINCE_EVER, DayCut, business_date
from storewalk.stores.hours import overlaps
from storewalk.stores.models import Store, StoreDayCut, StoreEntity, StoreKind
from storewalk.stores.schemas import StoreForm

Dated = TypeVar("Dated", StoreDayCut, StoreEntity)


@dataclass
class StoreRecord:
    """A store's row and the rows that say what holds from which day on."""

    store: Store
    cuts: list[StoreDayCut] = field(default_factory=list[StoreDayCut])
    entities: list[StoreEntity] = field(default_factory=list[StoreEntity])

    def today(self, now: datetime) -> date:
        """Return the store's business day at `now`."""
        cuts = [DayCut(row.valid_from, row.cut) for row in self.cuts]
        return business_date(now, ZoneInfo(self.store.time_zone), cuts)

    def calendar_day(self, now: datetime) -> date:
        """Return the day on the store's wall calendar, for which a store's owner and cut are shown."""
        return now.astimezone(ZoneInfo(self.store.time_zone)).date()

    def tomorrow(self, now: datetime) -> date:
        """Return the next day on the store's calendar: what is changed without a date holds from then on."""
        return self.calendar_day(now) + timedelta(days=1)

    def cut_on(self, day: date) -> time:
        """Return the wall-clock time at which business day `day` begins."""
        row = _valid(self.cuts, day)
        return row.cut if row else MIDNIGHT

    def entity_on(self, day: date) -> UUID | None:
        """Return the legal entity that the store belongs to on `day`."""
        row = _valid(self.entities, day)
        return row.legal_entity_id if row else None


def faults(form: StoreForm, regions: Container[UUID], entities: Container[UUID]) -> Iterable[FieldError]:
    """Yield what is wrong with a form beyond its shape; `regions` and `entities` are those that it may name."""
    if not _is_zone(form.time_zone):
        yield FieldError("timeZone", "stores.no_time_zone", {"zone": form.time_zone})
    if overlaps(form.opening_hours):
        yield FieldError("openingHours", "stores.hours_overlap")
    if form.region_id not in regions:
        yield FieldError("regionId", "stores.no_region")
    if form.legal_entity_id is not None and form.legal_entity_id not in entities:
        yield FieldError("legalEntityId", "stores.no_legal_entity")


def new_record(org_id: UUID, store_id: UUID, form: StoreForm, kind: StoreKind = StoreKind.STORE) -> StoreRecord:
    """Make the rows of a new store; its owner and its cut hold since ever unless the form dates them."""
    record = StoreRecord(Store(org_id=org_id, id=store_id, kind=kind))
    _describe(record.store, form)
    cut = time.fromisoformat(form.business_day_cut)
    if cut != MIDNIGHT:
        record.cuts.append(_cut_row(record.store, form.day_cut_from or SINCE_EVER, cut))
    if form.legal_entity_id is not None:
        record.entities.append(_entity_row(record.store, form.entity_from or SINCE_EVER, form.legal_entity_id))
    return record


def cut_in_past(record: StoreRecord, form: StoreForm, now: datetime) -> bool:
    """Tell whether the form would move facts that are already booked on a business day."""
    day, cut = form.day_cut_from, time.fromisoformat(form.business_day_cut)
    return day is not None and day <= record.today(now) and cut != record.cut_on(day)


def change(record: StoreRecord, form: StoreForm, now: datetime) -> list[StoreDayCut | StoreEntity]:
    """Make the rows say what the form says; return the dated rows that are new.

    A change of owner or of the cut holds from tomorrow on the store's calendar unless the form dates it. What hangs on
    a store is part of it: `changed_at` moves with it, so that its version counts and phones fetch it again.
    """
    store, added = record.store, list[StoreDayCut | StoreEntity]()
    today, tomorrow = record.calendar_day(now), record.tomorrow(now)
    _describe(store, form)
    cut, cut_from = time.fromisoformat(form.business_day_cut), form.day_cut_from or tomorrow
    # A form that repeats undated what holds today asks for nothing: a change planned for later stays planned.
    cut_is_meant = form.day_cut_from is not None or cut != record.cut_on(today)
    if cut_is_meant and cut != record.cut_on(cut_from):
        row = _starting(record.cuts, cut_from)
        if row is None:
            record.cuts.append(_cut_row(store, cut_from, cut))
            added.append(record.cuts[-1])
        else:
            row.cut = cut
        store.changed_at = now
    entity, entity_from = form.legal_entity_id, form.entity_from or tomorrow
    entity_is_meant = form.entity_from is not None or entity != record.entity_on(today)
    if entity is not None and entity_is_meant and entity != record.entity_on(entity_from):
        owner = _starting(record.entities, entity_from)
        if owner is None:
            record.entities.append(_entity_row(store, entity_from, entity))
            added.append(record.entities[-1])
        else:
            owner.legal_entity_id = entity
        store.changed_at = now
    return added


def _describe(store: Store, form: StoreForm) -> None:
    store.region_id, store.code, store.name = form.region_id, form.code, form.name
    store.search_code, store.search_name = form.code.lower(), form.name.lower()
    store.search_pinyin = initials(form.name)
    store.status, store.format, store.time_zone = form.status, form.format, form.time_zone
    position = form.position
    store.latitude = position.lat if position else None
    store.longitude = position.lng if position else None
    store.datum = position.datum if position else None
    store.opening_hours = msgspec.to_builtins(form.opening_hours)


def _valid(rows: list[Dated], day: date) -> Dated | None:
    valid = [row for row in rows if row.valid_from <= day]
    return max(valid, key=lambda row: row.valid_from, default=None)


def _starting(rows: list[Dated], day: date) -> Dated | None:
    return next((row for row in rows if row.valid_from == day), None)


def _cut_row(store: Store, valid_from: date, cut: time) -> StoreDayCut:
    return StoreDayCut(org_id=store.org_id, store_id=store.id, valid_from=valid_from, cut=cut)


def _entity_row(store: Store, valid_from: date, entity_id: UUID) -> StoreEntity:
    return StoreEntity(org_id=store.org_id, store_id=store.id, valid_from=valid_from, legal_entity_id=entity_id)


def _is_zone(name: str) -> bool:
    try:
        return ZoneInfo(name).key == name
    except (KeyError, ValueError, OSError):
        return False
