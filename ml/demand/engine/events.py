"""Dated local events (a mall's anniversary, a competitor's opening, a viral product) and what they do to demand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from demand.engine.effects import LEVEL_RATE, fit_effects
from demand.engine.model import day_factors
from demand.engine.smoothing import two_sided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from demand.panel import Floats, Panel

STATED_DAYS = 20.0  # what a stated uplift weighs, in days at mean demand
LEAST_LIFT, MOST_LIFT = 0.05, 20.0


@dataclass(frozen=True)
class Event:
    """A kind of event on some days, in some stores, for some products (codes of the panel; None: all).

    ``uplift`` is the factor on demand that a manager states; it counts until enough days of this kind were seen.
    ``measured`` is what this one was found to have done (see `review`); its own past days are seen with that.
    """

    kind: str
    first_day: date
    last_day: date
    uplift: float
    stores: frozenset[int] | None = None
    products: frozenset[int] | None = None
    measured: float | None = None


@dataclass(frozen=True)
class Uplift:
    """What a kind of event does: ``factor`` is used, ``measured`` is what past days alone tell (None: there are none).

    ``days`` of evidence at mean demand; ``stated`` by people, averaged over their events.
    """

    factor: float
    stated: float
    measured: float | None
    days: float

    @property
    def is_fitted(self) -> bool:
        """Whether the past says more about it than what was stated."""
        return self.days > STATED_DAYS


def with_events(panel: Panel, events: Sequence[Event]) -> tuple[Panel, dict[str, Uplift]]:
    """Return the panel with the factor of all its events, and the uplift of each kind.

    A kind's factor is what was sold on its past days over what was expected of them without it, shrunk to what was
    stated. What was expected is measured with all event days left out, so that events hide in no other effect.
    """
    if not events:
        return panel, {}
    share, usable, expected = _without(panel, events)
    uplifts: dict[str, Uplift] = {}
    for kind in sorted({event.kind for event in events}):
        own = [event for event in events if event.kind == kind]
        cells = np.logical_or.reduce([_cells(panel, event) for event in own])[: panel.history] & usable
        uplifts[kind] = _uplift(float(np.mean([event.uplift for event in own])), share[cells], expected[cells])
    return lifted(panel, events, {kind: uplift.factor for kind, uplift in uplifts.items()}), uplifts


def lifted(panel: Panel, events: Sequence[Event], factors: Mapping[str, float]) -> Panel:
    """Return the panel with the lift of events by what their kinds were found to do, without fitting anything.

    ``factors`` come from the pool's fit; a kind that it has not seen counts as each of its events states. What is past
    counts as it was measured, if it was, so that nothing of it is left in the level of ordinary days.
    """
    if not events:
        return panel
    lift = np.ones(panel.activity.shape, np.float32)
    past = np.arange(len(lift)) < panel.history
    for event in events:
        cells = _cells(panel, event)
        factor = factors.get(event.kind, event.uplift)
        lift[cells & ~past[:, None]] *= np.float32(factor)
        lift[cells & past[:, None]] *= np.float32(factor if event.measured is None else event.measured)
    return replace(panel, lift=np.clip(lift, LEAST_LIFT, MOST_LIFT))


def review(panel: Panel, event: Event, events: Sequence[Event]) -> Uplift:
    """Hold an event that is over against what was stated: what its own days alone measured."""
    share, usable, expected = _without(panel, [*events, event])
    cells = _cells(panel, event)[: panel.history] & usable
    return _uplift(event.uplift, share[cells], expected[cells])


def _uplift(stated: float, sold: Floats, expected: Floats) -> Uplift:
    days, units = float(expected.sum(dtype=np.float64)), float(sold.sum(dtype=np.float64))
    factor = (units + STATED_DAYS * stated) / (days + STATED_DAYS)
    return Uplift(min(max(factor, LEAST_LIFT), MOST_LIFT), stated, units / days if days > 0 else None, days)


def _without(panel: Panel, events: Sequence[Event]) -> tuple[Floats, NDArray[np.bool_], Floats]:
    """Return units over the series' mean, usable days, and what ordinary days let expect, each (T, N)."""
    eventful = np.logical_or.reduce([_cells(panel, event) for event in events])[: panel.history]
    usable = panel.seen & (panel.oos < 1)
    ordinary = replace(panel, seen=panel.seen & ~eventful, lift=None)
    counted = (usable & ~eventful).astype(np.float32)
    effect = day_factors(ordinary, fit_effects(ordinary)).effect[: panel.history]
    mean = np.maximum((panel.qty * counted).sum(axis=0) / np.maximum(counted.sum(axis=0), 1), 1e-6)
    share = (panel.qty / mean).astype(np.float32)
    level = two_sided(share * counted, effect * counted, LEVEL_RATE)
    return share, usable, level * effect


def _cells(panel: Panel, event: Event) -> NDArray[np.bool_]:
    """Tell which days and series (T + H, N) an event touches."""
    first, last = ((day - panel.first_day).days for day in (event.first_day, event.last_day))
    days = np.arange(len(panel.day_type))
    series = np.ones(panel.series, np.bool_)
    if event.stores is not None:
        series &= np.isin(panel.store, list(event.stores))
    if event.products is not None:
        series &= np.isin(panel.product, list(event.products))
    return ((days >= first) & (days <= last))[:, None] & series
