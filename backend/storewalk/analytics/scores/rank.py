"""Places among values, as a pure function."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def places(values: Mapping[K, float | None]) -> dict[K, int]:
    """Return the place of each value, 1 for the highest; equal values share one, None has none."""
    ordered = sorted((value for value in values.values() if value is not None), reverse=True)
    first: dict[float, int] = {}
    for place, value in enumerate(ordered, 1):
        first.setdefault(value, place)
    return {key: first[value] for key, value in values.items() if value is not None}
