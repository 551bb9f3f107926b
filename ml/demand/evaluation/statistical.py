"""Statistical methods of Nixtla's statsforecast, where it is installed (extra ``demand-baselines``)."""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from demand.evaluation.methods import Method

if TYPE_CHECKING:
    from demand.panel import Floats, Panel

NAMES = ("TSB", "CrostonSBA", "ADIDA", "IMAPA", "SES", "Theta", "AutoETS")


def statistical_methods(names: tuple[str, ...] = NAMES) -> list[Method]:
    """Return the methods of these names; raise ImportError without statsforecast."""
    importlib.import_module("statsforecast")
    return [Method(name, partial(_tell, name), statistical=True) for name in names]


def _model(name: str) -> Any:
    """Make statsforecast's model, with the usual parameters (weekly season, smoothing of 0.1 for TSB)."""
    models = importlib.import_module("statsforecast.models")
    if name == "TSB":
        return models.TSB(alpha_d=0.1, alpha_p=0.1)
    if name == "SES":
        return models.SimpleExponentialSmoothingOptimized()
    return getattr(models, name)(season_length=7) if name in {"Theta", "AutoETS"} else getattr(models, name)()


def _tell(name: str, panel: Panel) -> Floats:
    """Forecast each series by itself; units never below 0."""
    told = np.empty((panel.horizon, panel.series), np.float32)
    model = _model(name)
    for i in range(panel.series):
        units = np.ascontiguousarray(panel.qty[:, i])
        told[:, i] = model.forecast(y=units, h=panel.horizon)["mean"]
    return np.maximum(np.nan_to_num(told), 0)
