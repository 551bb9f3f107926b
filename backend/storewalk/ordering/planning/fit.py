"""Fits the pool on a sample of stores: whole shards, until there are series enough."""

from typing import Final

import numpy as np

from demand.engine.events import with_events
from demand.engine.keep import to_bytes
from demand.engine.model import fit
from demand.engine.totals import calibrate
from demand.history.shard import Window
from storewalk.ordering.planning.kept import Fit
from storewalk.ordering.planning.tasks import FitTask

SAMPLE: Final = 15_000  # series, which settle what thousands of products and the calendar do
SEED: Final = 0


def fit_pool(task: FitTask) -> Fit | None:
    """Return the fit of a pool; None where nothing was ever sold."""
    facts = task.facts
    windows: list[Window] = []
    series = 0
    for shard, day in task.shards:
        window = facts.window(shard, day)
        windows.append(window)
        series += len(window.keys)
        if series >= SAMPLE:
            break
    if not series:
        return None
    sample = _joined(windows)
    panel = facts.panel(sample, 0)
    stores = list(dict.fromkeys(store for store, _ in sample.keys))
    panel, uplifts = with_events(panel, facts.events_at(stores))
    pool = to_bytes(fit(panel), calibrate(panel))
    # What was never seen counts as each event states, not as they do on average.
    factors = {kind: uplift.factor for kind, uplift in uplifts.items() if uplift.measured is not None}
    return Fit(facts.planned_at, b"".join(facts.products), pool, factors)


def _joined(windows: list[Window]) -> Window:
    """Return windows side by side, and of too many series a part drawn with a fixed seed; all end on the latest day.

    Shards end on different days only where stores keep different days; days are counted back from each one's end.
    """
    keys = [key for window in windows for key in window.keys]
    whole = Window(
        max(window.last for window in windows),
        keys,
        np.concatenate([window.qty for window in windows], axis=1),
        np.concatenate([window.oos for window in windows], axis=1),
        np.concatenate([window.price for window in windows], axis=1),
    )
    begun = np.flatnonzero(~np.isnan(whole.qty).all(axis=0))
    if len(begun) > SAMPLE:
        begun = np.sort(np.random.default_rng(SEED).choice(begun, SAMPLE, replace=False))
    chosen = [keys[place] for place in begun]
    return Window(whole.last, chosen, whole.qty[:, begun], whole.oos[:, begun], whole.price[:, begun])
