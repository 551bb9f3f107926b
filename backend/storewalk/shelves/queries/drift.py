"""The scores of a model's boxes by tenths, the nightly checks and the alerts."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import Select, and_, or_, select

from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import within
from storewalk.shelves.detector import Label
from storewalk.shelves.drift_models import ShelfDrift, ShelfScoreCheck
from storewalk.shelves.drift_schemas import DriftAlert, ScoreCheck
from storewalk.shelves.permissions import WATCH_MODELS
from storewalk.stores.api import store_ref

BINS: Final = 10
MOST_RECENT: Final = 2000
"""Photos of a week; a chain that takes more is judged by its newest."""
MOST_ALERTS: Final = 100
SCORES: Final = """
WITH of_model AS (
    SELECT photo_id, read_at, boxes FROM shelf_reading
    WHERE org_id = $1 AND model_version = $2 AND state IN ('read', 'unsure')
),
reference AS (SELECT * FROM of_model ORDER BY read_at, photo_id LIMIT $3),
recent AS (
    SELECT * FROM of_model
    WHERE read_at >= $4 AND photo_id NOT IN (SELECT photo_id FROM reference)
    ORDER BY read_at DESC LIMIT $5
),
score AS (
    SELECT side, box ->> 'label' AS label, (box ->> 'score')::float AS score
    FROM (SELECT 0 AS side, boxes FROM reference UNION ALL SELECT 1, boxes FROM recent) p,
        jsonb_array_elements(p.boxes) AS box
),
edge AS (
    SELECT label, percentile_cont($6::float[]) WITHIN GROUP (ORDER BY score) AS edges
    FROM score WHERE side = 0 GROUP BY label
)
SELECT label, width_bucket(score, edges) AS bin,
    count(*) FILTER (WHERE side = 0)::int AS reference, count(*) FILTER (WHERE side = 1)::int AS recent
FROM score JOIN edge USING (label) GROUP BY 1, 2"""
PHOTOS: Final = """
WITH of_model AS (
    SELECT read_at, row_number() OVER (ORDER BY read_at, photo_id) AS place FROM shelf_reading
    WHERE org_id = $1 AND model_version = $2 AND state IN ('read', 'unsure')
)
SELECT count(*) FILTER (WHERE place <= $3)::int AS reference,
    least(count(*) FILTER (WHERE place > $3 AND read_at >= $4), $5)::int AS recent
FROM of_model"""


class Scores(msgspec.Struct, frozen=True):
    """Boxes of a class by the tenths of the reference's scores, and the photos they are on."""

    label: Label
    reference: list[int]
    recent: list[int]
    photos: tuple[int, int]


async def scores_of(tx: Tx, version: str, first: int, since: datetime) -> list[Scores]:
    """Count the boxes of a model's `first` photos and of those read since then, class by class."""
    given = (tx.org_id, version, first, since, MOST_RECENT)
    photos = await tx.fetchrow(PHOTOS, *given)
    tenths = [tenth / BINS for tenth in range(1, BINS)]
    rows = [dict(row) for row in await tx.fetch(SCORES, *given, tenths)]
    if photos is None:
        return []
    sides = photos["reference"], photos["recent"]
    return [Scores(label, _by_bin(rows, label, 0), _by_bin(rows, label, 1), sides) for label in Label]


def _by_bin(rows: Sequence[Mapping[str, Any]], label: Label, side: int) -> list[int]:
    name = ("reference", "recent")[side]
    found = {row["bin"]: row[name] for row in rows if row["label"] == label}
    return [found.get(number, 0) for number in range(BINS)]


async def lock_check(tx: Tx, day: date, version: str, label: Label) -> ShelfScoreCheck | None:
    """Lock a night's check of a class."""
    return await tx.session.get(ShelfScoreCheck, (tx.org_id, day, version, label), with_for_update=True)


async def lock_open(tx: Tx) -> list[ShelfDrift]:
    """Lock the alerts that stand."""
    statement = (
        select(ShelfDrift).where(ShelfDrift.org_id == tx.org_id, ShelfDrift.ended_at.is_(None)).with_for_update()
    )
    return list((await tx.session.execute(statement.order_by(ShelfDrift.id))).scalars())


async def checks_since(tx: AnyTx, day: date) -> list[ScoreCheck]:
    """Return the checks from a day on, the newest first."""
    columns = [getattr(ShelfScoreCheck, name) for name in ScoreCheck.__struct_fields__]
    statement: Select[*tuple[Any, ...]] = (
        select(*columns)
        .where(ShelfScoreCheck.org_id == tx.org_id, ShelfScoreCheck.day >= day)
        .order_by(ShelfScoreCheck.day.desc(), ShelfScoreCheck.model_version, ShelfScoreCheck.label)
    )
    return await tx.all(statement, ScoreCheck)


async def alerts(tx: AnyTx) -> list[DriftAlert]:
    """Return the alerts that the actor may see, those that stand before the others, the newest first."""
    store = store_ref.subquery()
    own = [getattr(ShelfDrift, name) for name in DriftAlert.__struct_fields__ if name != "store_name"]
    statement: Select[*tuple[Any, ...]] = (
        select(*own, store.c.name.label("store_name"))
        .outerjoin(store, and_(store.c.org_id == ShelfDrift.org_id, store.c.id == ShelfDrift.store_id))
        .where(
            ShelfDrift.org_id == tx.org_id,
            or_(ShelfDrift.store_id.is_(None), within(tx, WATCH_MODELS, ShelfDrift.store_id)),
        )
        .order_by(ShelfDrift.ended_at.is_not(None), ShelfDrift.recorded_at.desc(), ShelfDrift.id)
        .limit(MOST_ALERTS)
    )
    return await tx.all(statement, DriftAlert)


async def open_stores(tx: AnyTx) -> set[UUID]:
    """Return the stores that an alert stands for."""
    statement = select(ShelfDrift.store_id).where(
        ShelfDrift.org_id == tx.org_id, ShelfDrift.ended_at.is_(None), ShelfDrift.store_id.is_not(None)
    )
    return set(await tx.scalars(statement))
