"""The model's scores and a store's corrections are watched each night: one alert for a cause, until it is over."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.shelves.changes import BoxChanges, changes_between
from storewalk.shelves.detector import Box, Label
from storewalk.shelves.drift_rules import Share, alarm_z, drifted_from, is_back, stability_index, stands_out, wilson
from storewalk.shelves.events import DriftEnded, ModelDrifted
from storewalk.shelves.jobs import WatchModel, watch_model
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org

FIRST, LATER = "1.1+aaaaaaaa", "1.2+bbbbbbbb"
PHOTOS = """
INSERT INTO photo (org_id, id, store_id, permission, purpose, state, sha256, size, content_type, version)
SELECT $1, id, $2, 'photos.read', 'shelf', 'uploaded', repeat('0', 64), 1, 'image/jpeg', 1
FROM unnest($3::uuid[]) AS id"""
READINGS = """
INSERT INTO shelf_reading (org_id, id, photo_id, store_id, state, tries, availability, facings, gaps, boxes, rows,
    model_version, read_at, revision)
SELECT $1, gen_random_uuid(), photo_id, $2, 'read', 0, 1, 10, 10, (
    SELECT jsonb_agg(jsonb_build_object('label', label, 'score', $6::float + 0.04 * n))
    FROM generate_series(0, 9) n, (VALUES ('product'), ('gap')) AS l (label)
), '[]', $4, $5, CASE WHEN place <= $7 THEN 1 ELSE 0 END
FROM unnest($3::uuid[]) WITH ORDINALITY AS p (photo_id, place)"""
CORRECTIONS = """
INSERT INTO shelf_correction (org_id, id, photo_id, store_id, number, corrected_by, corrected_at, model_version, boxes,
    rows, facings, gaps, added, removed, moved, relabelled)
SELECT org_id, gen_random_uuid(), photo_id, store_id, 1, $2, now(), model_version, '[]', '[]', 0, 0, 2, 1, 3, 0
FROM shelf_reading WHERE org_id = $1 AND revision = 1 AND photo_id = ANY ($3::uuid[])"""


def box(x: float, label: Label = Label.PRODUCT, width: float = 0.1) -> Box:
    return Box(label=label, score=0.7, x0=x, y0=0.2, x1=x + width, y1=0.4)


def test_what_a_person_changed_is_told_box_by_box() -> None:
    model = [box(0.1), box(0.3), box(0.5), box(0.7)]
    own = [box(0.1), box(0.31), box(0.5, Label.GAP), box(0.9, Label.GAP, 0.05)]
    assert changes_between(model, own) == BoxChanges(added=1, removed=1, moved=1, relabelled=1)
    assert changes_between(model, list(reversed(model))) == BoxChanges()
    assert changes_between([], own) == BoxChanges(added=4)


def test_few_photos_do_not_cry_and_many_do() -> None:
    assert stability_index([50] * 10, [25] * 10) == pytest.approx(0, abs=1e-12)
    assert stability_index([100] * 10, [10, 10, 10, 10, 10, 10, 10, 10, 10, 910]) > 1
    assert (drifted_from(100_000, 100_000), round(drifted_from(200, 200), 3)) == (0.25, 0.279)
    interval = wilson(5, 10)
    assert (round(interval.low, 3), round(interval.high, 3)) == (0.237, 0.763)
    assert not stands_out(Share(2, 4), Share(5, 100), 10)  # half of four photos
    assert not stands_out(Share(2, 20), Share(0, 100), 10)
    assert not stands_out(Share(5, 20), Share(10, 100), 1000)
    assert stands_out(Share(15, 20), Share(10, 100), 1000)
    assert is_back(Share(4, 40), Share(10, 100))
    assert not is_back(Share(20, 40), Share(10, 100))
    assert alarm_z(1000) > alarm_z(10)


class Chain:
    """An organization whose photos were read a while ago, and its nights."""

    def __init__(self, platform: Platform, org: Org) -> None:
        self.platform, self.org = platform, org

    async def read(
        self, store: str, photos: int, *, ago: float, score: float = 0.4, corrected: int = 0, model: str = FIRST
    ) -> Sequence[UUID]:
        """Have photos of a store read some days ago, with scores from `score` upwards; the first ones are corrected."""
        ids = [uuid4() for _ in range(photos)]
        place, by = self.org.places[store], self.org.accounts["inspector"]
        async with self.platform.transaction(self.org.system) as tx:
            await tx.raw.execute(PHOTOS, self.org.id, place, ids)
            at = tx.now - timedelta(days=ago)
            await tx.raw.execute(READINGS, self.org.id, place, ids, model, at, score, corrected)
            await tx.raw.execute(CORRECTIONS, self.org.id, by, ids)
        return ids

    async def night(self) -> None:
        """Let the nightly job run, twice at once as two workers may."""
        job, ctx = WatchModel(), JobContext(self.platform, self.org.id)
        await asyncio.gather(watch_model(ctx, job), watch_model(ctx, job))

    async def told(self, kind: str) -> list[tuple[str, str | None]]:
        """Return what alerts were raised or ended, and for which store."""
        async with self.platform.transaction(self.org.system) as tx:
            rows = await tx.fetch(
                "SELECT payload ->> 'what' AS what, store_id FROM event WHERE org_id = $1 AND kind = $2"
                " ORDER BY recorded_at, id",
                self.org.id,
                kind,
            )
        names = {place: name for name, place in self.org.places.items()}
        return [(row["what"], names.get(row["store_id"])) for row in rows]


@pytest.fixture
def chain(platform: Platform, org: Org) -> Chain:
    """The organization of the test."""
    return Chain(platform, org)


async def test_scores_that_shift_raise_one_alert_until_they_are_back(
    chain: Chain, client: LogIn, run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    await chain.read("A1", 300, ago=40)
    await chain.read("A1", 49, ago=1, score=0.05)
    await chain.night()
    watch = await watched(admin)
    assert [(check["label"], check["psi"], check["recentPhotos"]) for check in watch["checks"]] == [
        ("gap", None, 49),
        ("product", None, 49),
    ]
    assert watch["alerts"] == []

    drifting = await chain.read("A2", 60, ago=1, score=0.05)
    for _ in range(2):
        await chain.night()
    watch = await watched(admin)
    assert [(a["kind"], a["photos"], a["figure"] >= a["usual"], a["endedAt"]) for a in watch["alerts"]] == [
        ("gap_scores", 109, True, None),
        ("product_scores", 109, True, None),
    ]
    assert len(watch["checks"]) == 2
    assert sorted(await chain.told(ModelDrifted.kind)) == [("gap_scores", None), ("product_scores", None)]
    await run_jobs()
    inbox = (await admin.get("/api/notifications")).json()["items"]
    assert [(item["kind"], item["link"]) for item in inbox] == [("shelves.drifted", "/console/models")] * 2
    assert all("109" in item["body"]["en"] and "109" in item["body"]["zh"] for item in inbox)

    async with chain.platform.transaction(chain.org.system) as tx:
        await tx.raw.execute(
            "UPDATE shelf_reading SET read_at = read_at - interval '10 days' WHERE photo_id = ANY ($1::uuid[])"
            " OR read_at > now() - interval '2 days'",
            list(drifting),
        )
    await chain.read("A1", 400, ago=1)
    await chain.night()
    assert [a["ended"] for a in (await watched(admin))["alerts"]] == ["recovered", "recovered"]
    assert len(await chain.told(DriftEnded.kind)) == 2


async def test_a_store_that_is_corrected_far_more_stands_out_recovers_and_a_new_model_begins_anew(
    chain: Chain, client: LogIn
) -> None:
    admin = await client("admin")
    await chain.read("A1", 100, ago=20, corrected=5)
    await chain.read("A2", 4, ago=20, corrected=4)
    await chain.read("B1", 60, ago=20, corrected=40)
    await chain.night()
    assert await chain.told(ModelDrifted.kind) == [("corrections", "B1")]
    shown = (await admin.get("/api/shelf-models/stores")).json()
    assert (shown["version"], shown["days"]) == (FIRST, 28)
    stores = {s["storeId"]: s for s in shown["stores"]}
    b1 = stores[str(chain.org.places["B1"])]
    assert (b1["photos"], b1["corrected"], b1["added"], b1["removed"], b1["moved"], b1["alert"]) == (
        60, 40, 80, 40, 120, True,
    )  # fmt: skip
    assert (b1["low"] < 40 / 60 < b1["high"], round(b1["others"], 4)) == (True, round(9 / 104, 4))
    assert not stores[str(chain.org.places["A2"])]["alert"]
    (version,) = (await watched(admin))["versions"]
    assert (version["version"], version["photos"], version["corrected"], version["doubted"]) == (FIRST, 164, 49, 0)

    await chain.read("B1", 900, ago=1)
    await chain.night()
    assert await chain.told(DriftEnded.kind) == [("corrections", "B1")]
    await chain.read("B1", 60, ago=0.5, corrected=60)
    await chain.read("A1", 60, ago=0.4, model=LATER)
    await chain.read("A2", 60, ago=0.3, corrected=50, model=LATER)
    await chain.night()
    assert await chain.told(ModelDrifted.kind) == [("corrections", "B1"), ("corrections", "A2")]
    await chain.read("A1", 1, ago=0, model=FIRST)
    await chain.night()
    assert [a["ended"] for a in (await watched(admin))["alerts"]] == ["new_model", "recovered"]


async def test_who_does_not_watch_models_sees_nothing_of_them(client: LogIn) -> None:
    for role in ("inspector", "regional", "manager"):
        for path in ("/api/shelf-models", "/api/shelf-models/stores"):
            assert (await (await client(role)).get(path)).status_code == 403


async def watched(admin: Client) -> dict[str, Any]:
    answer = await admin.get("/api/shelf-models")
    assert answer.status_code == 200, answer.text
    return answer.json()
