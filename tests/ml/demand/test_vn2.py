"""The VN2 replay: the competition's accounting, its benchmark, and what our policy costs on real weeks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from demand.cli import main
from demand.policy.scenarios import demand_scenarios, order_by_scenarios
from demand.simulation.competition import Competition, benchmark, open_competition, replay
from demand.simulation.weekly import forecast_weeks, our_policy
from demand.table.columns import TableError

if TYPE_CHECKING:
    from pathlib import Path

WEEKS = ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29"]


def write_case(folder: Path, sales: list[list[float]]) -> list[str]:
    """Two products in one store: the first opens with 3 units and 2 and 1 on the way, the second with nothing."""
    heads = ",".join(["Store", "Product", *WEEKS[: len(sales[0])]])
    rows = [f"0,{product}," + ",".join(map(str, units)) for product, units in zip((126, 182), sales, strict=True)]
    (folder / "sales.csv").write_text("\n".join([heads, *rows]))
    flags = [f"0,{product},True" for product in (182, 126)]
    (folder / "in_stock.csv").write_text("\n".join(["Store,Product,2024-01-01", *flags]))
    (folder / "state.csv").write_text(
        "Store,Product,End Inventory,In Transit W+1,In Transit W+2\n0,182,0,0,0\n0,126,3,2,1\n"
    )
    (folder / "master.csv").write_text("Store,Product,ProductGroup,Department\n0,126,1,1\n0,182,2,1\n")
    return [
        *("--sales", str(folder / "sales.csv"), "--state", str(folder / "state.csv")),
        *("--in-stock", str(folder / "in_stock.csv"), "--master", str(folder / "master.csv")),
    ]


def opened(folder: Path) -> Competition:
    return open_competition(*(folder / f"{name}.csv" for name in ("sales", "state", "in_stock", "master")))


def test_an_order_is_sold_two_weeks_after_the_next_and_each_week_is_charged(tmp_path: Path) -> None:
    write_case(tmp_path, [[1, 4, 4, 4, 4], [1, 1, 1, 1, 1]])
    ordered = [np.array([5.0, 1.0]), np.array([0.0, 0.0]), np.array([9.0, 9.0]), np.array([9.0, 9.0])]
    seen: list[tuple[int, list[float], list[list[float]]]] = []

    def policy(week: int, on_hand: np.ndarray, under_way: list[np.ndarray]) -> np.ndarray:
        seen.append((week, on_hand.tolist(), [units.tolist() for units in under_way]))
        return ordered[week - 1]

    cost = replay(opened(tmp_path), policy, 4)
    # first product: 3 + 2 - 4 = 1; 1 + 1 - 4 is 2 short; 0 + 5 - 4 = 1; 1 + 0 - 4 is 3 short
    # second: 1 short; 1 short; 0 + 1 - 1 = 0; 1 short
    assert cost.shortage.tolist() == [1, 3, 0, 4]
    assert np.allclose(cost.holding, [0.2, 0, 0.2, 0])
    assert cost.total == pytest.approx(8.4)
    assert cost.decided == pytest.approx(4.2)
    assert seen[0] == (1, [3, 0], [[2, 0], [1, 0]])
    assert seen[2] == (3, [0, 0], [[5, 1], [0, 0]])


def test_the_benchmark_orders_up_to_four_mean_weeks(tmp_path: Path) -> None:
    write_case(tmp_path, [[2, 4, 1, 1, 1], [1, 1, 1, 1, 1]])
    case = opened(tmp_path)
    assert benchmark(case)(2, case.on_hand, list(case.arriving)).tolist() == [4 * 3 - 6, 4]


def test_scenarios_have_the_mean_and_spread_that_they_are_drawn_from() -> None:
    mean, variance = np.array([[0.3, 4.0, 50.0]]), np.array([[0.5, 9.0, 400.0]])
    drawn = demand_scenarios(mean, variance, seed=1)[0]
    assert np.allclose(drawn.mean(axis=1), mean[0], rtol=0.02)
    assert np.allclose(drawn.var(axis=1), variance[0], rtol=0.08)


def test_no_other_order_costs_less_over_the_scenarios() -> None:
    demand = demand_scenarios(np.array([[2.0, 0.4], [2.0, 0.5], [3.0, 0.6]]), np.array([[4.0, 0.8]] * 3), seed=2)
    on_hand, arriving = np.array([1.0, 2.0]), [np.array([1.0, 0.0]), np.array([0.0, 0.0])]
    best = order_by_scenarios(demand, on_hand, arriving, 0.2, 1.0)

    def costs(order: np.ndarray) -> np.ndarray:
        left = np.maximum(on_hand[:, None] + arriving[0][:, None] - demand[0], 0)
        left = np.maximum(left + arriving[1][:, None] - demand[1], 0) + order[:, None] - demand[2]
        return (0.2 * np.maximum(left, 0) + np.maximum(-left, 0)).mean(axis=1)

    others = np.array([costs(np.full(2, float(order))) for order in range(12)])
    assert np.allclose(costs(best), others.min(axis=0))


def test_our_policy_sees_nothing_of_the_weeks_that_it_orders_for(demand_data: Path) -> None:
    case = vn2(demand_data)
    week = len(case.sales) - 8
    wild = replace(case, sales=np.concatenate([case.sales[:week], 99 + case.sales[week:]]))
    told, again = forecast_weeks(case, week), forecast_weeks(wild, week)
    assert np.array_equal(told.mean, again.mean)
    assert np.array_equal(told.variance, again.variance)


@pytest.mark.parametrize("ending", [0, -26, -31])
def test_our_policy_costs_at_most_nine_tenths_of_the_benchmark_on_known_weeks(demand_data: Path, ending: int) -> None:
    whole = vn2(demand_data)
    weeks = len(whole.sales) + ending
    case = replace(whole, sales=whole.sales[:weeks], in_stock=whole.in_stock[:weeks])
    assert replay(case, our_policy(case), 8).total <= 0.9 * replay(case, benchmark(case), 8).total


def vn2(folder: Path) -> Competition:
    names = ("sales", "initial_state", "in_stock", "master")
    return open_competition(*(folder / f"vn2_week0_{name}.csv" for name in names))


def test_the_command_prints_all_costs_and_names_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = write_case(tmp_path, [[2, 4, 1, 1, 1], [0, 0, 0, 0, 0]])
    assert main(["simulate-vn2", *files, "--weeks", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 store-products, the last 3 of 5 weeks"
    assert [line[:20].strip() for line in lines[2:]] == ["benchmark", "seasonal benchmark", "ours"]
    assert main(["simulate-vn2", *files, "--weeks", "5"]) == 2
    assert "the sales have 5 weeks; leave at least one before the replay" in capsys.readouterr().err
    (tmp_path / "state.csv").write_text("Store,Product,End Inventory\n0,126,3\n0,182,3\n")
    with pytest.raises(TableError, match=r"column .In Transit W\+1. is missing"):
        opened(tmp_path)
