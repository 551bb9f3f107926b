"""Stores as rows of a sheet: names instead of ids; what a sheet leaves out stays as it is."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType, convert, structs
from sqlalchemy import select

from storewalk.core.bulk import LineFault, Options, Outcome
from storewalk.core.errors import FieldError
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import Place, place_node, register_stores, within
from storewalk.stores import hot, queries
from storewalk.stores.events import StoresImported
from storewalk.stores.hours import OpenHours
from storewalk.stores.models import Region, Store, StoreFormat, StoreStatus
from storewalk.stores.permissions import EDIT
from storewalk.stores.position import Datum, Position
from storewalk.stores.records import StoreRecord, change, faults, new_record
from storewalk.stores.schemas import StoreForm

NOWHERE = UUID(int=0)
AS_IN_SHEET = {"regionId": "region", "legalEntityId": "legalEntity"}


class StoreLine(Struct, frozen=True, kw_only=True):
    """A store in a sheet. Its owner and its cut are those that hold tomorrow: what a change made now would follow."""

    code: str
    name: str | UnsetType = UNSET
    region: str | UnsetType = UNSET
    legal_entity: str | UnsetType | None = UNSET
    status: StoreStatus | UnsetType = UNSET
    format: StoreFormat | UnsetType | None = UNSET
    time_zone: str | UnsetType = UNSET
    lat: float | UnsetType | None = UNSET
    lng: float | UnsetType | None = UNSET
    datum: Datum | UnsetType = UNSET
    opening_hours: list[OpenHours] | UnsetType = UNSET
    business_day_cut: str | UnsetType = UNSET


class _Plan(Struct):
    form: StoreForm
    record: StoreRecord | None


class _Names(Struct):
    """Regions the actor may put stores into, by name; legal entities by name and by credit code."""

    regions: Mapping[str, UUID]
    entities: Mapping[str, UUID]
    region_ids: frozenset[UUID]
    entity_ids: frozenset[UUID]


async def give_out(tx: AnyTx) -> list[StoreLine]:
    """Return the stores in the actor's scope as rows."""
    stores = await hot.every_store(tx, at=tx.now + timedelta(days=1))
    return [
        StoreLine(
            code=out.code,
            name=out.name,
            region=out.region_name,
            legal_entity=out.legal_entity_name,
            status=out.status,
            format=out.format,
            time_zone=out.time_zone,
            lat=out.position.lat if out.position else None,
            lng=out.position.lng if out.position else None,
            datum=out.position.datum if out.position else UNSET,
            opening_hours=out.opening_hours,
            business_day_cut=out.business_day_cut,
        )
        for out in stores
    ]


async def options(tx: AnyTx) -> dict[str, Options]:
    """Return what a row may name: the regions that the actor may put stores into, and the legal entities."""
    names = await _names(tx)
    entities = [row.name for row in await queries.list_legal_entities(tx)]
    return {
        "region": Options(sorted(names.regions)),
        "legalEntity": Options(entities, frozenset(names.entities)),
    }


async def take_in(tx: Tx, lines: Sequence[tuple[int, StoreLine]], *, dry_run: bool) -> Outcome:
    """Add the stores that are new by their code and change those that differ, all or, with any fault, none.

    The numbers beside the lines are the rows that faults name. A dry run only tells what would happen. Of two
    sheets at once with a code in common the second finds what the first has made.
    """
    await lock_names(tx, "store_code", (line.code for _, line in lines))
    names = await _names(tx)
    records = {record.store.code: record for record in await queries.lock_records(tx)}
    editable = set(await tx.scalars(select(Store.id).where(within(tx, EDIT, Store.id))))
    found: list[LineFault] = []
    plans: list[_Plan] = []
    same, seen = 0, set[str]()
    for row, line in lines:
        record = records.get(line.code)
        before = _form(record, tx) if record else None
        form = _merged(line, before, names)
        wrong = list(_wrong(line, form, names, seen))
        if record is not None and record.store.id not in editable:
            wrong = [FieldError("code", "stores.code_taken", {"code": line.code})]
        found += [LineFault(row, fault) for fault in wrong]
        seen.add(line.code)
        if form == before:
            same += 1
        else:
            plans.append(_Plan(form, record))
    if found:
        return Outcome(faults=found)
    created = sum(plan.record is None for plan in plans)
    if plans and not dry_run:
        await _apply(tx, plans)
        tx.record(StoresImported(subject_id=new_id(), created=created, updated=len(plans) - created))
    return Outcome(created=created, updated=len(plans) - created, unchanged=same)


async def _apply(tx: Tx, plans: Sequence[_Plan]) -> None:
    new = [new_record(tx.org_id, new_id(), plan.form) for plan in plans if plan.record is None]
    await register_stores(tx, [Place(r.store.id, r.store.region_id, r.store.name) for r in new])
    tx.session.add_all(record.store for record in new)
    await tx.flush()
    for record in new:
        tx.session.add_all([*record.cuts, *record.entities])
    for plan in plans:
        if plan.record is not None:
            store = plan.record.store
            if (store.region_id, store.name) != (plan.form.region_id, plan.form.name):
                await place_node(tx, Place(store.id, plan.form.region_id, plan.form.name))
            day = plan.record.tomorrow(tx.now)
            dated = structs.replace(plan.form, day_cut_from=day, entity_from=day)
            tx.session.add_all(change(plan.record, dated, tx.now))
    await tx.flush()


def _form(record: StoreRecord, tx: Tx) -> StoreForm:
    """Return what a store is, as the form that would leave it so."""
    store, day = record.store, record.tomorrow(tx.now)
    position = None
    if store.latitude is not None and store.longitude is not None and store.datum is not None:
        position = Position(lat=store.latitude, lng=store.longitude, datum=store.datum)
    return StoreForm(
        code=store.code,
        name=store.name,
        region_id=store.region_id,
        status=store.status,
        format=store.format,
        time_zone=store.time_zone,
        position=position,
        opening_hours=convert(store.opening_hours, list[OpenHours]),
        business_day_cut=record.cut_on(day).isoformat("minutes"),
        legal_entity_id=record.entity_on(day),
    )


def _merged(line: StoreLine, before: StoreForm | None, names: _Names) -> StoreForm:
    form = before or StoreForm(code=line.code, name="", region_id=NOWHERE)
    given: dict[str, object] = {
        name: value
        for name in ("name", "status", "format", "time_zone", "opening_hours", "business_day_cut")
        if (value := getattr(line, name)) is not UNSET
    }
    if line.region is not UNSET:
        given["region_id"] = names.regions.get(line.region, NOWHERE)
    if isinstance(line.legal_entity, str):
        given["legal_entity_id"] = names.entities.get(line.legal_entity, NOWHERE)
    if line.lat is None and line.lng is None:
        given["position"] = None
    elif isinstance(line.lat, float) and isinstance(line.lng, float):
        known = form.position.datum if form.position else Datum.WGS84
        datum = known if line.datum is UNSET else line.datum
        given["position"] = Position(lat=line.lat, lng=line.lng, datum=datum)
    return structs.replace(form, **given)


def _wrong(line: StoreLine, form: StoreForm, names: _Names, seen: set[str]) -> Iterable[FieldError]:
    if line.code in seen:
        yield FieldError("code", "stores.code_twice", {"code": line.code})
    if not form.name:
        yield FieldError("name", "stores.name_missing")
    if (line.lat is None) != (line.lng is None) or (line.lat is UNSET) != (line.lng is UNSET):
        yield FieldError("lat" if line.lat in (None, UNSET) else "lng", "stores.half_position")
    for fault in faults(form, names.region_ids, names.entity_ids):
        yield FieldError(AS_IN_SHEET.get(fault.field, fault.field), fault.message_key, fault.params)


async def _names(tx: AnyTx) -> _Names:
    allowed = select(Region.id, Region.name).where(within(tx, EDIT, Region.id))
    regions = {row.name: row.id for row in await tx.all(allowed, queries.Named)}
    rows = await queries.list_legal_entities(tx)
    entities = {row.name: row.id for row in rows} | {row.credit_code: row.id for row in rows}
    return _Names(regions, entities, frozenset(regions.values()), frozenset(entities.values()))
