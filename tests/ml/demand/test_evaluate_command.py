"""``storewalk-demand evaluate`` measures the engine beside others; none knows what comes after an origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest

from demand.cli import main
from demand.evaluation.methods import OURS, Method, naive, own_methods, seasonal_naive
from demand.evaluation.run import Evaluation, evaluate
from tests.ml.demand.conftest import drawn, panel_of

if TYPE_CHECKING:
    from pathlib import Path

    from demand.panel import Floats, Panel


def test_the_command_writes_tables_plots_and_a_machine_readable_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawn(days=98).write_parquet(tmp_path / "sales.parquet")
    assert (
        main(["evaluate", "--data", str(tmp_path / "sales.parquet"), "--origins", "2", "--out", str(tmp_path / "out")])
        == 0
    )
    found = msgspec.json.decode((tmp_path / "out" / "evaluation.json").read_bytes(), type=Evaluation)
    assert (found.series, found.origins) == (40, ["2024-05-27", "2024-05-20"])
    values = {(row.method, row.plans_known): row.values for row in found.measured}
    assert values[OURS, True]["RMSSE"] < values[OURS, False]["RMSSE"] < 0.95 * values["SeasonalNaive", True]["RMSSE"]
    assert "mean of these ratios" in capsys.readouterr().out
    assert (tmp_path / "out" / "ratios-known.svg").read_text().startswith("<svg")


def test_naive_methods_repeat_the_last_day_and_the_last_week() -> None:
    panel = panel_of(drawn()).until(70, 10)
    assert np.array_equal(naive(panel), np.repeat(panel.qty[69:70], 10, axis=0))
    assert np.array_equal(seasonal_naive(panel)[[0, 6, 7]], panel.qty[[63, 69, 63]])


def test_no_method_sees_units_after_the_origin_nor_plans_where_they_count_as_unknown() -> None:
    asked: list[tuple[int, int, bool]] = []

    def spy(panel: Panel) -> Floats:
        asked.append(
            (len(panel.qty), len(panel.seen) + len(panel.oos), bool(panel.promotion_known[panel.history :].any()))
        )
        return seasonal_naive(panel)

    methods = [*own_methods(), Method("Spy", spy, statistical=False, uses_plans=True)]
    evaluate(panel_of(drawn(days=98)), methods, [70], 14, data="drawn")
    histories = {70, 63, 56, 49, 42}
    assert {(units, both) for units, both, _ in asked} == {(days, 2 * days) for days in histories}
    assert [known for _, _, known in asked] == [True] * 5 + [False] * 5
