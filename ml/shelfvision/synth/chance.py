"""Draws of chance in words, so that plans read as shares and ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.random import Generator

Option = TypeVar("Option")


def chance(rng: Generator, share: float) -> bool:
    """Tell yes in ``share`` (0 to 1) of all draws."""
    return float(rng.random()) < share


def between(rng: Generator, low: float, high: float) -> float:
    """Draw evenly from ``low`` to ``high``."""
    return float(rng.uniform(low, high))


def pick(rng: Generator, options: Sequence[Option]) -> Option:
    """Pick one of the options, all alike."""
    return options[int(rng.integers(len(options)))]


def weighted(rng: Generator, options: Mapping[Option, float]) -> Option:
    """Pick one of the options by its weight."""
    mark = float(rng.random()) * sum(options.values())
    for option, weight in options.items():
        mark -= weight
        if mark < 0:
            return option
    return list(options)[-1]
