"""Each night: does the model still see what it used to, and is any store corrected far more than the others?"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.identity.api import administrators, holders, root_node
from storewalk.shelves.detector import Label
from storewalk.shelves.drift_models import DriftEnd, DriftKind, ShelfDrift, ShelfScoreCheck
from storewalk.shelves.drift_rules import (
    REFERENCE_PHOTOS,
    WATCHED_PSI,
    Share,
    comparable,
    drifted_from,
    is_back,
    stability_index,
    stands_out,
)
from storewalk.shelves.events import DriftEnded, ModelDrifted
from storewalk.shelves.permissions import WATCH_MODELS
from storewalk.shelves.queries import drift
from storewalk.shelves.queries.model_use import WINDOW, current_version, others_of, stores_of, total

WEEK: Final = timedelta(days=7)
KINDS: Final = {Label.PRODUCT: DriftKind.PRODUCT_SCORES, Label.GAP: DriftKind.GAP_SCORES}
Cause = tuple[DriftKind, UUID | None]


async def watch(tx: Tx) -> None:
    """Look at the scores and corrections of the model that reads now; raise what is new, end what is over.

    Safe to run twice and beside itself: one look at a time, the night's check is written over, and a cause has one
    alert until it is over. Alerts about an earlier model are over.
    """
    await lock_names(tx, "model watch", ["night"])
    version = await current_version(tx)
    if version is None:
        return
    standing: dict[Cause, ShelfDrift] = {}
    for alert in await drift.lock_open(tx):
        if alert.model_version == version:
            standing[alert.kind, alert.store_id] = alert
        else:
            _end(tx, alert, DriftEnd.NEW_MODEL)
    await tx.flush()
    await _watch_scores(tx, version, standing)
    await _watch_stores(tx, version, standing)


async def _watch_scores(tx: Tx, version: str, standing: Mapping[Cause, ShelfDrift]) -> None:
    for found in await drift.scores_of(tx, version, REFERENCE_PHOTOS, tx.now - WEEK):
        check = await drift.lock_check(tx, tx.now.date(), version, found.label)
        if check is None:
            check = ShelfScoreCheck(org_id=tx.org_id, day=tx.now.date(), model_version=version, label=found.label)
            tx.session.add(check)
        boxes = sum(found.reference), sum(found.recent)
        check.reference, check.recent = found.reference, found.recent
        check.reference_photos, check.recent_photos = found.photos
        if not comparable(found.photos, boxes):
            check.psi = check.drifted_from = None
            continue
        psi, limit = stability_index(found.reference, found.recent), drifted_from(*boxes)
        check.psi, check.drifted_from = psi, limit
        kind = KINDS[found.label]
        alert = standing.get((kind, None))
        if alert is None and psi >= limit:
            await _raise(tx, version, (kind, None), (psi, limit), found.photos[1])
        elif alert is not None and psi < WATCHED_PSI:
            _end(tx, alert, DriftEnd.RECOVERED)


async def _watch_stores(tx: Tx, version: str, standing: Mapping[Cause, ShelfDrift]) -> None:
    stores = {store.store_id: store for store in await stores_of(tx, version, tx.now - WINDOW)}
    all_ = total(list(stores.values()))
    for store_id, store in stores.items():
        own, others = Share(store.corrected, store.photos), others_of(store, all_)
        if (DriftKind.CORRECTIONS, store_id) in standing or others is None:
            continue
        if stands_out(own, others, len(stores)):
            await _raise(tx, version, (DriftKind.CORRECTIONS, store_id), (own.value, others.value), own.photos)
    for (_, store_id), alert in standing.items():
        if store_id is None:
            continue
        store = stores.get(store_id)
        others = None if store is None else others_of(store, all_)
        if store is None or others is None or is_back(Share(store.corrected, store.photos), others):
            _end(tx, alert, DriftEnd.RECOVERED)


async def _raise(tx: Tx, version: str, cause: Cause, figures: tuple[float, float], photos: int) -> None:
    (kind, store_id), (figure, usual) = cause, figures
    alert = ShelfDrift(
        org_id=tx.org_id,
        id=new_id(),
        kind=kind,
        model_version=version,
        store_id=store_id,
        figure=figure,
        usual=usual,
        photos=photos,
    )
    tx.session.add(alert)
    place = store_id or await root_node(tx)
    tx.record(
        ModelDrifted(
            subject_id=alert.id,
            store_id=store_id,
            told_ids=await holders(tx, WATCH_MODELS, place) or await administrators(tx),
            what=kind.value,
            model_version=version,
            figure=figure,
            usual=usual,
            photos=photos,
        )
    )


def _end(tx: Tx, alert: ShelfDrift, why: DriftEnd) -> None:
    alert.ended_at, alert.ended = tx.now, why
    tx.record(
        DriftEnded(
            subject_id=alert.id,
            store_id=alert.store_id,
            what=alert.kind.value,
            model_version=alert.model_version,
            why=why.value,
        )
    )
