"""Boosted trees: LightGBM through Nixtla's mlforecast, where they are installed (extra ``demand-baselines``)."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import numpy as np

from demand.evaluation.methods import Method

if TYPE_CHECKING:
    from demand.panel import Floats, Panel

NAME = "LightGBM"
TREES = {
    "n_estimators": 300,
    "learning_rate": 0.05,
    "num_leaves": 63,
    "min_child_samples": 50,
    "subsample": 0.8,
    "subsample_freq": 1,
    "colsample_bytree": 0.8,
    "n_jobs": 1,
    "verbosity": -1,
    "deterministic": True,
    "seed": 0,
}
LAGS = [1, 2, 3, 7, 14]
SHORTEST = 14 + 7  # days that the lags leave nothing of


def boosted_method() -> Method:
    """Return LightGBM with lags, rolling means, ids and (where known) plans; raise ImportError without it."""
    importlib.import_module("lightgbm")
    importlib.import_module("mlforecast")
    return Method(NAME, _tell, statistical=False, uses_plans=True)


def _tell(panel: Panel) -> Floats:
    lightgbm = importlib.import_module("lightgbm")
    mlforecast = importlib.import_module("mlforecast")
    rolled = importlib.import_module("mlforecast.lag_transforms")
    if panel.history < SHORTEST:
        return np.repeat(panel.qty.mean(axis=0, keepdims=True), panel.horizon, axis=0)
    planned = panel.plans_known
    means = [rolled.RollingMean(7), rolled.RollingMean(14), rolled.RollingMean(28, min_samples=7)]
    model = mlforecast.MLForecast(
        models={"trees": lightgbm.LGBMRegressor(**TREES)},
        freq="D",
        lags=LAGS,
        lag_transforms={
            1: [*means, rolled.ExponentiallyWeightedMean(0.1), rolled.ExpandingMean()],
            7: [rolled.RollingMean(7)],
        },
        date_features=["dayofweek"],
        num_threads=1,
    )
    model.fit(_rows(panel, 0, panel.history, planned=planned), static_features=["store", "product", "category"])
    ahead = _rows(panel, panel.history, panel.history + panel.horizon, planned=planned)
    told = model.predict(panel.horizon, X_df=ahead.drop(columns=["store", "product", "category"]))
    told = told.sort_values(["unique_id", "ds"])["trees"].to_numpy()
    return np.maximum(told.reshape(panel.series, panel.horizon).T, 0).astype(np.float32)


def _rows(panel: Panel, first: int, last: int, *, planned: bool) -> Any:
    """Return the long table of days first to last that mlforecast takes."""
    pandas = importlib.import_module("pandas")
    days = last - first
    columns: dict[str, Any] = {
        "unique_id": np.repeat(np.arange(panel.series), days),
        "ds": np.tile(pandas.date_range(panel.first_day, periods=last)[first:], panel.series),
        "store": np.repeat(panel.store, days),
        "product": np.repeat(panel.product, days),
        "category": np.repeat(panel.category[panel.product], days),
        "day_type": np.tile(panel.day_type[first:last], panel.series),
    }
    if last <= panel.history:
        columns["y"] = panel.qty[first:last].T.ravel()
    if planned:
        plans = {"price": panel.price, "activity": panel.activity, **panel.weather}
        columns |= {name: values[first:last].T.ravel() for name, values in plans.items()}
    return pandas.DataFrame(columns)
