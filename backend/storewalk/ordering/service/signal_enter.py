"""Tell of a dated event, otherwise, or that it does not take place."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from storewalk.catalog.api import known_products
from storewalk.core.errors import Conflict, Invalid, NotFound, WrongState
from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.identity.api import NodeKind, lies_below
from storewalk.ordering.events import SignalCancelled, SignalChanged, SignalEntered
from storewalk.ordering.permissions import ENTER_SIGNAL
from storewalk.ordering.queries.signal_list import read_signal
from storewalk.ordering.signal_models import (
    DemandEvent,
    DemandEventCategory,
    DemandEventPlace,
    DemandEventProduct,
    DemandEventReview,
    SignalKind,
    SignalStatus,
)
from storewalk.ordering.signal_schemas import CancelSignal, ChangeSignal, EnterSignal, SignalForm

LONGEST: Final = timedelta(days=365)
AHEAD: Final = timedelta(days=2 * 365)
ROOT: Final = "/"
CATEGORIES: Final = "SELECT id FROM category WHERE org_id = $1 AND id = ANY ($2)"
OWN_PLACES: Final = f"""
SELECT p.id, p.kind FROM scope_node p
WHERE p.org_id = $1 AND p.id = ANY ($2) AND p.kind <> 'organization' AND {lies_below("p", "p.id", "$3")}"""


async def enter_signal(tx: Tx, form: EnterSignal) -> UUID:
    """Enter an event under the sender's id. Again changes nothing.

    Raises NotFound for places outside the actor's scope, Invalid for days, names and goods that cannot be, Conflict for
    an id that is of another event.
    """
    tx.require(ENTER_SIGNAL)
    event_id = form.id or new_id()
    await lock_names(tx, "signal", [event_id])
    known = await tx.session.get(DemandEvent, (tx.org_id, event_id))
    if known is not None:
        current = await read_signal(tx, event_id)
        if (known.kind, known.entered_by) != (form.kind, tx.actor.account_id):
            raise Conflict("ordering.signal_id_taken", current=current, field="id")
        return event_id
    store_id = await _check(tx, form)
    event = DemandEvent(
        org_id=tx.org_id, id=event_id, status=SignalStatus.PLANNED, entered_by=tx.actor.account_id, **_stated(form)
    )
    tx.session.add(event)
    await tx.flush()
    await _touch(tx, event_id, form)
    tx.record(SignalEntered(subject_id=event_id, store_id=store_id, **_told(event)))
    await tx.flush()
    return event_id


async def change_signal(tx: Tx, signal_id: UUID, form: ChangeSignal) -> UUID:
    """Change an event, also one that is under way. What it measured so far is measured anew.

    Raises NotFound, Conflict when it has changed meanwhile, WrongState for a cancelled one, and for another uplift once
    it was measured: what was stated stays beside it.
    """
    event = await _own(tx, signal_id, form.if_version)
    store_id = await _check(tx, form)
    review = await tx.session.get(DemandEventReview, (tx.org_id, signal_id))
    if review is not None and review.measured is not None and form.factor != event.uplift:
        raise WrongState("ordering.signal_measured")
    for name, value in _stated(form).items():
        setattr(event, name, value)
    restated = tx.session.is_modified(event)
    if await _touch(tx, signal_id, form) or restated:
        event.changed_at = tx.now  # another place alone makes a version, too
        if review is not None:
            await tx.session.delete(review)
        tx.record(SignalChanged(subject_id=signal_id, store_id=store_id, **_told(event)))
    await tx.flush()
    return signal_id


async def cancel_signal(tx: Tx, signal_id: UUID, form: CancelSignal) -> UUID:
    """Cancel an event; it counts for nothing any more. Raises NotFound, Conflict, WrongState for a cancelled one."""
    event = await _own(tx, signal_id, form.if_version)
    event.status = SignalStatus.CANCELLED
    tx.record(SignalCancelled(subject_id=signal_id, what=event.kind, name=event.name))
    await tx.flush()
    return signal_id


async def _own(tx: Tx, signal_id: UUID, version: int) -> DemandEvent:
    """Lock an event all of whose places are the actor's."""
    tx.require(ENTER_SIGNAL)
    event = await tx.session.get(DemandEvent, (tx.org_id, signal_id), with_for_update=True, populate_existing=True)
    if event is None:
        raise NotFound("core.not_found")
    current = await read_signal(tx, signal_id)
    if not current.may_change:
        raise NotFound("core.not_found")
    if event.version != version:
        raise Conflict("core.changed_meanwhile", current=current)
    if event.status is SignalStatus.CANCELLED:
        raise WrongState("ordering.signal_cancelled")
    return event


async def _check(tx: Tx, form: SignalForm) -> UUID | None:
    """Raise for what cannot be; return the store, where the event is one store's."""
    if not form.first_day <= form.last_day <= form.first_day + LONGEST:
        raise Invalid("ordering.signal_days", field="lastDay")
    if abs(form.first_day - tx.now.date()) > AHEAD:
        raise Invalid("ordering.signal_far", field="firstDay")
    if form.kind is SignalKind.OTHER and not form.name.strip():
        raise Invalid("ordering.signal_name", field="name")
    paths = list(tx.actor.paths(ENTER_SIGNAL))
    places = await tx.fetch(OWN_PLACES, tx.org_id, form.place_ids, paths)
    if len(places) != len(set(form.place_ids)) or (not places and ROOT not in paths):
        raise NotFound("core.not_found")
    if await known_products(tx, form.product_ids) != set(form.product_ids):
        raise Invalid("ordering.unknown_product", field="productIds")
    if len(await tx.fetch(CATEGORIES, tx.org_id, form.category_ids)) != len(set(form.category_ids)):
        raise Invalid("ordering.unknown_category", field="categoryIds")
    stores = [row["id"] for row in places if row["kind"] == NodeKind.STORE]
    return stores[0] if len(places) == len(stores) == 1 else None


async def _touch(tx: Tx, event_id: UUID, form: SignalForm) -> bool:
    """Keep what an event touches, and tell whether that is something else than before."""
    wanted: tuple[tuple[type[DemandEventPlace | DemandEventProduct | DemandEventCategory], str, Collection[UUID]], ...]
    wanted = (
        (DemandEventPlace, "place_id", form.place_ids),
        (DemandEventProduct, "product_id", form.product_ids),
        (DemandEventCategory, "category_id", form.category_ids),
    )
    touched = False
    for table, column, ids in wanted:
        rows = list(await tx.session.scalars(select(table).where(table.event_id == event_id)))
        held = {getattr(row, column): row for row in rows}
        for gone in held.keys() - set(ids):
            await tx.session.delete(held[gone])
        tx.session.add_all(
            table(org_id=tx.org_id, event_id=event_id, **{column: each}) for each in set(ids) - held.keys()
        )
        touched = touched or held.keys() != set(ids)
    return touched


def _stated(form: SignalForm) -> dict[str, object]:
    return {
        "kind": form.kind,
        "name": form.name.strip(),
        "first_day": form.first_day,
        "last_day": form.last_day,
        "uplift": form.factor,
        "note": form.note.strip(),
    }


def _told(event: DemandEvent) -> dict[str, Any]:
    return {
        "what": event.kind,
        "name": event.name,
        "first_day": event.first_day,
        "last_day": event.last_day,
        "uplift": event.uplift,
    }
