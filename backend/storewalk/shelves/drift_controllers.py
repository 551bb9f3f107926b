"""Which model read what, how often people corrected it, and where it drifts, over HTTP."""

from datetime import timedelta
from typing import Final

from litestar import Router
from litestar.params import FromQuery

from storewalk.core.http import query
from storewalk.core.tx import ReadTx
from storewalk.shelves.drift_rules import WATCHED_PSI, wilson
from storewalk.shelves.drift_schemas import Corrected, ModelWatch, StoreCorrectionList, StoreCorrections
from storewalk.shelves.permissions import WATCH_MODELS
from storewalk.shelves.queries import drift, model_use
from storewalk.shelves.queries.model_use import WINDOW, StoreUse, others_of, stores_of, total

SHOWN: Final = timedelta(days=30)


@query("/shelf-models", operation_id="watchModels", permission=WATCH_MODELS)
async def watch_models(tx: ReadTx) -> ModelWatch:
    """Show which model versions read the reader's photos, how their scores lie, and what alerts there are."""
    return ModelWatch(
        current=await model_use.current_version(tx),
        versions=await model_use.versions(tx),
        checks=await drift.checks_since(tx, (tx.now - SHOWN).date()),
        alerts=await drift.alerts(tx),
        psi_watched=WATCHED_PSI,
    )


@query("/shelf-models/stores", operation_id="listStoreCorrections", permission=WATCH_MODELS)
async def list_store_corrections(tx: ReadTx, version: FromQuery[str | None] = None) -> StoreCorrectionList:
    """Show how often each store's photos of the last four weeks were corrected; the current model's, unless told."""
    version = version or await model_use.current_version(tx)
    if version is None:
        return StoreCorrectionList(version=None, days=WINDOW.days, stores=[])
    stores, seen = await stores_of(tx, version, tx.now - WINDOW), await model_use.seen_stores(tx)
    all_, alarmed = total(stores), await drift.open_stores(tx)
    shown = [_shown(store, all_, alert=store.store_id in alarmed) for store in stores if store.store_id in seen]
    return StoreCorrectionList(
        version=version, days=WINDOW.days, stores=sorted(shown, key=lambda each: (-each.low, each.store_name))
    )


def _shown(store: StoreUse, all_: Corrected, *, alert: bool) -> StoreCorrections:
    where = wilson(store.corrected, store.photos)
    own = {name: getattr(store, name) for name in StoreUse.__struct_fields__}
    others = others_of(store, all_)
    return StoreCorrections(
        **own, low=where.low, high=where.high, others=None if others is None else others.value, alert=alert
    )


ROUTER = Router("/api", route_handlers=[watch_models, list_store_corrections])
"""Of those who watch the model."""
