"""Keeps a pool's fit as bytes, so that it is fitted once and every shard is planned with the same."""

from __future__ import annotations

import io
from dataclasses import fields
from zipfile import BadZipFile

import numpy as np

from demand.engine.effects import Effects
from demand.engine.features import Movement
from demand.engine.model import Pool
from demand.engine.totals import Spread

WEATHER = "effects.weather."


def to_bytes(pool: Pool, spread: Spread) -> bytes:
    """Write a fit as an archive of arrays (NumPy's .npz)."""
    arrays = {
        "pool.weights": pool.weights,
        "effects.profile": pool.effects.profile,
        "effects.slopes": pool.effects.slopes,
        **{WEATHER + name: np.float64(slope) for name, slope in pool.effects.weather.items()},
        **{f"moved.{field.name}": getattr(pool.moved, field.name) for field in fields(Movement)},
        **{f"spread.{field.name}": getattr(spread, field.name) for field in fields(Spread)},
    }
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    return file.getvalue()


def from_bytes(data: bytes) -> tuple[Pool, Spread]:
    """Read what `to_bytes` wrote; raise ValueError for anything else."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            arrays = dict(archive)
        weather = {name.removeprefix(WEATHER): float(arrays[name]) for name in arrays if name.startswith(WEATHER)}
        moved = {field.name: arrays[f"moved.{field.name}"] for field in fields(Movement)}
        moved["enough"] = moved["enough"].item()
        effects = Effects(arrays["effects.profile"], arrays["effects.slopes"], weather)
        pool = Pool(effects, Movement(**moved), arrays["pool.weights"])
        return pool, Spread(**{field.name: arrays[f"spread.{field.name}"] for field in fields(Spread)})
    except (BadZipFile, KeyError, OSError, TypeError) as error:
        raise ValueError(f"no fit of a pool: {error}") from error
