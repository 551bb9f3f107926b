"""What a model file says of itself is checked when it is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from shelfvision.inference.model import ModelFacts, ShelfModel


def facts(**changed: Any) -> bytes:
    """Return the shipped model's kind of facts, some of them changed."""
    good: dict[str, Any] = {
        "version": "1.1+00000000",
        "labels": ["product", "gap"],
        "thresholds": [0.4, 0.3],
        "side": 320,
        "stride": 32,
        "overlap": 0.5,
        "sure": 0.4,
        "calibration": [{"rise": 1.0, "fall": 1.0, "shift": 0.0}] * 2,
        "tiles": {"grids": [2, 3], "overlap": 0.2, "small": 15.0},
    }
    return msgspec.json.encode(good | changed)


def test_the_shipped_model_states_its_tile_policy(model_path: Path) -> None:
    policy = ShelfModel(model_path, threads=1).facts.tiles
    assert (policy.grids, policy.overlap, policy.small) == ((2, 3), 0.2, 15.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"labels": ["product", "product"]},
        {"labels": ["product"]},
        {"labels": ["gap", "cat"]},
        {"thresholds": [0.4]},
        {"thresholds": [0.4, 1.2]},
        {"side": 300},
        {"overlap": 0},
        {"sure": 1.0},
        {"version": ""},
        {"tiles": {"grids": [9], "overlap": 0.2, "small": 15.0}},
        {"tiles": {"grids": [2], "overlap": 0.9, "small": 15.0}},
        {"tiles": {"grids": [2], "overlap": 0.2, "small": 0}},
        {"calibration": [{"rise": 1.0, "fall": 1.0, "shift": 0.0}]},
        {"calibration": [{"rise": 0.0, "fall": 1.0, "shift": 0.0}] * 2},
        {"surprise": 1},
    ],
    ids=str,
)
def test_facts_that_contradict_themselves_are_refused(wrong: dict[str, Any]) -> None:
    assert msgspec.json.decode(facts(), type=ModelFacts).side == 320
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(facts(**wrong), type=ModelFacts)


def test_facts_without_a_tile_policy_are_refused() -> None:
    old = {name: value for name, value in msgspec.json.decode(facts()).items() if name != "tiles"}
    with pytest.raises(msgspec.ValidationError, match="tiles"):
        msgspec.json.decode(msgspec.json.encode(old), type=ModelFacts)
