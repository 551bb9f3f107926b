"""Fits a pool and forecasts a block with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from demand.engine.blend import BUCKETS, Blend, bucket
from demand.engine.effects import Effects, fit_effects
from demand.engine.features import Movement, features, movement
from demand.engine.smoothing import LEVEL, SEEN, SOLD, TINY, level_states

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from demand.panel import Floats, Panel

STEP = 7  # days between the earlier days on which weights are learned
STEPS = 4
LEAST_BEFORE, FEWEST_BEFORE = 13, 7  # days of history before the first of them, and where there are no more
RECENT, USUAL = 7, 28  # days whose promotions stand for those not known ahead
RECENT_SHARE = np.array([0.65, 0.45, 0.2], np.float32)  # of the recent ones, by bucket


@dataclass(frozen=True)
class Pool:
    """What all series share: effects, how products have moved, and how levels are blended for each bucket of days."""

    effects: Effects
    moved: Movement
    weights: Floats


@dataclass(frozen=True)
class Forecast:
    """``mean`` (H, N): units expected each day ahead; ``seen`` and ``sold`` (N,): days known, and with a sale."""

    mean: Floats
    seen: Floats
    sold: Floats


@dataclass(frozen=True)
class Day:
    """The factors of all days (T + H, N): ``plain`` by day type and event, ``promotion`` by promotion and weather."""

    plain: Floats
    promotion: Floats

    @property
    def effect(self) -> Floats:
        """Return the whole factor, (T + H, N)."""
        return self.plain * self.promotion


def day_factors(panel: Panel, effects: Effects) -> Day:
    """Return the factors of a panel's days, from the pool's effects and each series' own profile."""
    promotion = effects.promotion(panel)
    if panel.lift is None:
        return Day(effects.profiles(panel, promotion)[panel.day_type], promotion)
    return Day(effects.profiles(panel, promotion * panel.lift)[panel.day_type] * panel.lift, promotion)


def ahead_effect(day: Day, known: NDArray[np.bool_], now: int, ahead: int) -> Floats:
    """Return the factor (N,) ``ahead`` days after the first ``now`` days; unknown promotions go on as lately."""
    there = now + ahead - 1
    if known[there].all():
        return day.plain[there] * day.promotion[there]
    share = RECENT_SHARE[bucket(ahead)]
    recent = day.promotion[max(0, now - RECENT) : now].mean(axis=0)
    usual = day.promotion[max(0, now - USUAL) : now].mean(axis=0)
    likely = share * recent + (1 - share) * usual
    return day.plain[there] * np.where(known[there], day.promotion[there], likely)


def fit(panel: Panel) -> Pool:
    """Fit the pool on a panel's history.

    Weights are learned from days STEP apart before the end: what was known then, against what was sold after. If the
    panel does not know the promotions ahead, they are learned as if none had been known.
    """
    now = panel.history
    effects = fit_effects(panel)
    day = day_factors(panel, effects)
    planned = panel.plans_known
    known = np.full(panel.promotion_known.shape, planned)
    before = earlier_days(now)
    states = level_states(panel.qty, panel.seen, panel.oos, day.effect, np.array([*before, now], np.int64))
    scale = naive_scale(panel)
    rows = effects.product_rows(panel.product)
    blend = Blend()
    for position, then in enumerate(before):
        moved = movement(states[position], panel.product, panel.category)
        levels = features(states[position], rows, panel.store, moved)
        begun = states[position][SEEN] > 0
        level = states[position][LEVEL + 1]
        alike = np.where(level > 0, scale / np.sqrt(np.maximum(level, TINY)), 0)
        for ahead in range(1, min(BUCKETS[-1], now - then) + 1):
            there = then + ahead - 1
            effect = ahead_effect(day, known, then, ahead)
            blend.learn(ahead, levels, effect, panel.qty[there], panel.seen[there] & begun, alike)
    return Pool(effects, movement(states[-1], panel.product, panel.category), blend.weights())


def forecast(panel: Panel, pool: Pool) -> Forecast:
    """Forecast a block: the blended level times each day's factor."""
    now = panel.history
    day = day_factors(panel, pool.effects)
    states = level_states(panel.qty, panel.seen, panel.oos, day.effect, np.array([now], np.int64))[0]
    levels = features(states, pool.effects.product_rows(panel.product), panel.store, pool.moved)
    blended = pool.weights @ levels
    mean = np.empty((panel.horizon, panel.series), np.float32)
    for ahead in range(1, panel.horizon + 1):
        mean[ahead - 1] = blended[bucket(ahead)] * ahead_effect(day, panel.promotion_known, now, ahead)
    return Forecast(mean, states[SEEN], states[SOLD])


def earlier_days(now: int) -> list[int]:
    """Return the days on which weights are learned: up to STEPS of them, STEP days apart, before ``now``."""
    steps = [now - STEP * back for back in range(STEPS, 0, -1)]
    return [then for then in steps if then >= LEAST_BEFORE] or [then for then in steps[-1:] if then >= FEWEST_BEFORE]


def naive_scale(panel: Panel) -> Floats:
    """Return each series' root mean square of day-to-day changes (the scale of RMSSE), 0 where there is none."""
    both = panel.seen[1:] & panel.seen[:-1]
    squares = np.where(both, np.diff(panel.qty, axis=0), 0) ** 2
    return np.sqrt(squares.sum(axis=0) / np.maximum(both.sum(axis=0), 1)).astype(np.float32)
