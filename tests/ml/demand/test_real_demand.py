"""The goals on real demand (FreshRetailNet), on a sample and beside methods that need no other library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from demand.calendar.table import china
from demand.evaluation.ablations import ablations, table_of
from demand.evaluation.measures import COVERAGES, HELD, joined
from demand.evaluation.methods import OURS, own_methods
from demand.evaluation.run import evaluate
from demand.table.columns import checked, open_table
from demand.table.dense import furnish

if TYPE_CHECKING:
    from pathlib import Path

    from demand.panel import Panel

ORIGINS = [62, 55, 48, 41]


@pytest.fixture(scope="module")
def panel(demand_data: Path) -> Panel:
    file = demand_data / "frn_daily_dev.parquet"
    whole = furnish(checked(open_table(file), file.name, with_sales=True), None, 0, china()).panel
    return whole.chosen(np.sort(np.random.default_rng(1).choice(whole.series, 600, replace=False)))


def test_every_measure_clearly_beats_the_seasonal_naive_and_quantiles_cover(panel: Panel) -> None:
    found = evaluate(panel, own_methods(), ORIGINS, 14, data="sample")
    values = {(row.method, row.plans_known): row.values for row in found.measured}
    for known in (True, False):
        ours, naive = values[OURS, known], values["SeasonalNaive", known]
        assert {name: ours[name] / naive[name] < 0.95 for name in HELD} == dict.fromkeys(HELD, True)
        assert all(abs(ours[name] - level) <= 0.04 for name, level in COVERAGES.items())
        assert 0.95 < ours["bias"] < 1.05


def test_hours_without_stock_and_promotions_are_worth_their_place_at_every_origin(panel: Panel) -> None:
    found = ablations(panel, ORIGINS, 14)
    means = {name: joined([each["RMSSE"] for each in scores]).value for name, scores in found.items()}
    assert min(means, key=lambda name: means[name]) in {"whole", "no weather"}
    for part in ("no outages", "no promotions"):
        pairs = zip(found["whole"], found[part], strict=True)
        assert all(whole["RMSSE"].value < less["RMSSE"].value for whole, less in pairs)
    assert len(table_of(found).splitlines()) == 8
