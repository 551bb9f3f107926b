"""The history in the object store, as dense files by shard and month."""

import asyncio
from collections.abc import Sequence
from typing import Final
from uuid import UUID

import numpy as np

from demand.history.shard import DayFacts, Shard
from storewalk.core.objects import ObjectMissing, ObjectStore
from storewalk.core.settings import Settings
from storewalk.ordering.history import DemandHistory, StoreDemand

LARGEST: Final = 512 * 1024 * 1024
ARROW: Final = "application/vnd.apache.arrow.file"
PERCENT: Final = 100


class DenseHistory(DemandHistory):
    """Shards under `demand/ORGANIZATION/`."""

    def __init__(self, settings: Settings) -> None:
        self._objects = Files(ObjectStore(settings))

    async def put(self, org_id: UUID, shard: str, days: Sequence[StoreDemand]) -> None:
        """Keep days of stores of one shard, in a thread."""
        await asyncio.to_thread(self._put, org_id, shard, days)

    def _put(self, org_id: UUID, shard: str, days: Sequence[StoreDemand]) -> None:
        files = Shard(self._objects, f"demand/{org_id}/{shard}")
        begun = set(files.series())
        facts: list[DayFacts] = []
        for day in sorted(days, key=lambda each: (each.day, each.store_id)):
            store = day.store_id.bytes
            told = [
                each
                for each in day.products
                if each.quantity or each.out_of_stock < 1 or (store, each.product_id.bytes) in begun
            ]
            keys = [(store, each.product_id.bytes) for each in told]
            begun.update(keys)
            out = np.array([each.out_of_stock for each in told], np.float32)
            facts.append(
                DayFacts(
                    day.day,
                    keys,
                    np.array([each.quantity for each in told], np.float32),
                    np.rint(out * PERCENT).astype(np.uint8),
                    np.array([each.price for each in told], np.float32),  # None is NaN,
                )
            )
        files.put(facts)


class Files:
    """The bucket, for code that waits."""

    def __init__(self, objects: ObjectStore) -> None:
        self._objects = objects

    def get(self, name: str) -> bytes | None:
        """Read an object, None where there is none."""
        try:
            return self._objects.read(name, LARGEST)
        except ObjectMissing:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Write an object."""
        self._objects.write(name, data, ARROW)
