"""Finds jumps by the spread that the pool's fit has calibrated."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

import numpy as np

from demand.engine.jumps import jumps
from storewalk.core.objects import ObjectMissing, ObjectStore
from storewalk.core.settings import Settings
from storewalk.ordering.jump_finder import JumpFinder, SoFar
from storewalk.ordering.planning.kept import MOST_BYTES, Fit, fit_key


class SpreadJumps(JumpFinder):
    """Reads the last fit of an organization each time: it changes every night."""

    def __init__(self, settings: Settings) -> None:
        self._objects = ObjectStore(settings)

    async def find(self, org_id: UUID, so_far: Sequence[SoFar]) -> list[SoFar]:
        """Find jumps, in a thread."""
        if not so_far:
            return []
        try:
            kept = await self._objects.get(fit_key(org_id), MOST_BYTES)
        except ObjectMissing:
            return []
        return await asyncio.to_thread(_find, Fit.from_bytes(kept), so_far)


def _find(fit: Fit, so_far: Sequence[SoFar]) -> list[SoFar]:
    _, spread = fit.read()
    columns = np.array([(each.sold, each.expected, each.changes, each.share) for each in so_far], np.float32).T
    unusual, _ = jumps(columns[0], columns[1], columns[2], columns[3], spread)
    return [each for each, found in zip(so_far, unusual, strict=True) if found]
