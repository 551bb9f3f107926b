"""A history of demand as years of nights would have left it: drawn sales, written shard by shard, month by month."""

import io
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import numpy as np
import polars as pl

from demand.history.segment import Segment
from storewalk.core.objects import ObjectStore
from storewalk.core.settings import Settings
from storewalk.ordering.dense_history import Files
from storewalk.ordering.history import shard_of
from storewalk.ordering.planning.kept import shard_prefix
from tests.factories.organization import Org

BUSY = 0.05  # of days had hours without stock
PROMOTED, REDUCED = 0.1, 0.85  # of weeks, and the price then over the usual one


def write_history(
    settings: Settings, org: Org, goods: tuple[Sequence[UUID], Sequence[UUID]], last: date, days: int
) -> None:
    """Have every store sell every product for so many days up to `last`, by a Poisson law; `goods` are those two."""
    stores, products = goods
    shards: dict[str, list[UUID]] = {}
    for store in stores:
        shards.setdefault(shard_of(store), []).append(store)
    files = Files(ObjectStore(settings))
    names = [each.bytes for each in products]
    for number, (shard, members) in enumerate(sorted(shards.items())):
        prefix = shard_prefix(org.id, shard)
        keys = pl.DataFrame(
            {
                "store": [store.bytes for store in members for _ in names],
                "product": names * len(members),
            },
            schema={"store": pl.Binary, "product": pl.Binary},
        )
        file = io.BytesIO()
        keys.write_ipc(file)
        files.put(f"{prefix}/series.arrow", file.getvalue())
        chance = np.random.default_rng(number)
        level = chance.gamma(1, 2, len(keys))
        first = last - timedelta(days=days - 1)
        month = first.replace(day=1)
        while month <= last:
            segment = Segment.empty(month, len(keys))
            for day in range(len(segment.qty)):
                if first <= month + timedelta(days=day) <= last:
                    week = (month + timedelta(days=day)).toordinal() // 7
                    reduced = np.random.default_rng((number, week)).random(len(keys)) < PROMOTED
                    segment.qty[day] = chance.poisson(np.where(reduced, 2 * level, level))
                    segment.price[day] = np.where(segment.qty[day] > 0, np.where(reduced, REDUCED, 1), np.nan)
                    segment.oos[day] = 100 * (chance.random(len(keys)) < BUSY)
            files.put(f"{prefix}/{month:%Y-%m}.arrow", segment.to_bytes())
            month = (month + timedelta(days=31)).replace(day=1)
