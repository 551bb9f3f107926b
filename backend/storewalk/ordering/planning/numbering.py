"""Numbers ids all at once, where a look-up of each by itself would cost more than the forecast."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

NONE: Final = -1
MIXER: Final = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no half is lost

Numbers = NDArray[np.int64]


class Numbering:
    """Finds the number of an id among some, all at once: a search among two halves made one.

    Two ids of the same sum would be mistaken for each other, so those are refused when the numbering is made.
    """

    def __init__(self, ids: Sequence[bytes]) -> None:
        sums = _sums(np.frombuffer(b"".join(ids), np.uint64))
        self._order = np.argsort(sums, kind="stable")
        self._sorted = sums[self._order]
        if len(np.unique(sums)) < len(sums):
            raise ValueError("two ids have the same sum")
        self._ids = np.frombuffer(b"".join(ids), np.uint64).reshape(-1, 2)

    def of(self, halves: NDArray[np.uint64]) -> Numbers:
        """Return the number of each id, given as two halves one after another; NONE for others."""
        if not len(self._sorted):
            return np.full(len(halves) // 2, NONE)
        sums = _sums(halves)
        place = np.minimum(np.searchsorted(self._sorted, sums), len(self._sorted) - 1)
        number = self._order[place]
        known = (self._ids[number] == halves.reshape(-1, 2)).all(axis=1)
        return np.where(known, number, NONE)


def halves_of(ids: Sequence[bytes]) -> NDArray[np.uint64]:
    """Return the two halves of each id, one after another."""
    return np.frombuffer(b"".join(ids), np.uint64)


def _sums(halves: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Mix the halves of each id into one number; what overflows is what mixes."""
    return halves[0::2] * MIXER + halves[1::2]
