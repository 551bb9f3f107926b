"""What a database must hold after a day, whatever was killed in it: every fact once, and none besides."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

import asyncpg
import msgspec

from storewalk.audit import chain
from storewalk.metadata import SUBSCRIBERS
from storewalk.photos import keys
from storewalk_embedded.api import BUCKET
from tests.embedded.machine import photos as photos_of
from tests.factories.organization import Org
from tests.factories.processes import Installation
from tests.faults.script import Day

PATIENCE_S: Final = 240.0
# What comes round by the clock, or waits for a task's due time, is no backlog.
BACKLOG: Final = """
SELECT entrypoint, status::text, attempts FROM pgqueuer WHERE headers ->> 'org' = $1 AND (status = 'failed'
   OR entrypoint NOT IN ('audit.seal', 'audit.prune_receipts', 'inspections.mark_missed', 'tasks.escalate'))"""
UNSEALED: Final = """
SELECT (SELECT count(*) FROM audit_entry WHERE org_id = $1) - (SELECT count(*) FROM audit_seal WHERE org_id = $1)"""


def told(event: dict[str, Any]) -> list[str]:
    """Return who gets an entry for a step of a task, or for a visit to sign."""
    match event["kind"]:
        case "inspections.to_sign":
            return event["told_ids"]
        case "tasks.opened":
            return [event["assignee_id"]] if event["assignee_id"] else event["overseer_ids"]
        case "tasks.answered":
            return event["verifier_ids"]
        case "tasks.accepted" | "tasks.returned":
            return [event["answered_by_id"]]
        case _:
            return []


def _link(event: dict[str, Any]) -> str:
    signing = event["kind"] == "inspections.to_sign"
    return f"/visits/{event['subject_id']}/signing" if signing else f"/tasks/{event['subject_id']}"


class Facts:
    """Looks into one organization's rows as the superuser, past row-level security."""

    def __init__(self, running: Installation, org: Org) -> None:
        self.running = running
        self.org = org

    async def rows(self, sql: str, *arguments: object) -> list[asyncpg.Record]:
        """Run a query whose $1 is the organization."""
        connection = await asyncpg.connect(self.running.services.superuser_url)
        try:
            return await connection.fetch(sql, self.org.id, *arguments)
        finally:
            await connection.close()

    async def count(self, table: str, condition: str = "true") -> int:
        """Count the organization's rows of a table."""
        return (await self.rows(f"SELECT count(*) FROM {table} WHERE org_id = $1 AND {condition}"))[0][0]

    async def backlog(self) -> list[asyncpg.Record]:
        """Return the jobs that are not done."""
        connection = await asyncpg.connect(self.running.services.superuser_url)
        try:
            return await connection.fetch(BACKLOG, str(self.org.id))
        finally:
            await connection.close()

    async def events(self) -> list[dict[str, Any]]:
        """Return all events, each with its kind, in order."""
        rows = await self.rows("SELECT kind, payload::text FROM event WHERE org_id = $1 ORDER BY recorded_at, id")
        return [{**msgspec.json.decode(row["payload"]), "kind": row["kind"]} for row in rows]

    async def drained(self) -> None:
        """Wait until no job is left but those of the clock; a job that was given up fails at once."""

        async def empty() -> bool:
            left = await self.backlog()
            assert [row for row in left if row["status"] == "failed"] == []
            return not left

        await until(empty)

    async def sealed(self) -> None:
        """Wait until the worker has sealed every audit entry."""

        async def done() -> bool:
            return (await self.rows(UNSEALED))[0][0] == 0

        await until(done)


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Return once the condition holds. Raises TimeoutError."""
    give_up = time.monotonic() + PATIENCE_S
    while not await holds():
        if time.monotonic() > give_up:
            raise TimeoutError(holds.__qualname__)
        await asyncio.sleep(0.1)


async def require_exactly(facts: Facts, day: Day) -> None:
    """Assert that everything of the day is there once."""
    await facts.drained()
    await _visits(facts, day)
    await _photos(facts, day)
    await _tasks(facts, day)
    await _traces(facts, day)
    await facts.sealed()
    async with facts.running.platform.transaction(facts.org.system) as tx:
        found = await chain.verify(tx)
    assert found == chain.Verdict(await facts.count("audit_entry"), None)


async def _visits(facts: Facts, day: Day) -> None:
    visits = await facts.rows("SELECT id::text, status, score FROM inspection WHERE org_id = $1")
    assert sorted(row["id"] for row in visits) == sorted(day.visits)
    assert {row["status"] for row in visits} == {"scored"}
    assert await facts.count("inspection_answer") == day.answers
    happened = Counter((event["kind"], event["subject_id"]) for event in await facts.events())
    for kind in ("started", "submitted", "scored", "checkpoint_failed"):
        assert {v: happened[f"inspections.{kind}", v] for v in day.visits} == dict.fromkeys(day.visits, 1), kind


async def _photos(facts: Facts, day: Day) -> None:
    photos = await facts.rows("SELECT id::text, state, sha256 FROM photo WHERE org_id = $1")
    assert {row["id"]: row["sha256"] for row in photos} == day.photos
    assert {row["state"] for row in photos} == {"ready"}
    ready = Counter(e["subject_id"] for e in await facts.events() if e["kind"] == "photos.ready")
    assert ready == Counter(day.photos.keys())
    objects, org = facts.running.platform.objects, facts.org.id
    listing = photos_of(facts.running.services).list_objects(BUCKET, prefix=f"{org}/", recursive=True)
    stored = {found.object_name for found in await asyncio.to_thread(list, listing)}
    kept = (keys.original, keys.large, keys.small)
    assert stored == {key(org, UUID(photo_id)) for photo_id in day.photos for key in kept}
    for photo_id, digest in day.photos.items():
        data = await objects.get(keys.original(org, UUID(photo_id)), 10_000_000)
        assert sha256(data).hexdigest() == digest


async def _tasks(facts: Facts, day: Day) -> None:
    tasks = await facts.rows(
        "SELECT status, finding_count, returned_count, count(*) AS n FROM task WHERE org_id = $1 GROUP BY 1, 2, 3"
    )
    returned = day.visits_per_store // 2
    found = {(row["status"], row["finding_count"], row["returned_count"]): row["n"] for row in tasks}
    expected = {
        ("accepted", 1, 0): day.visits_per_store - returned,
        ("accepted", 1, 1): returned,
        ("open", 1, 0): day.visits_per_store,
    }
    assert found == {key: n for key, n in expected.items() if n}
    assert sum(found.values()) == day.failures
    assert await facts.count("task_response") == day.visits_per_store + returned
    steps = await facts.events()
    wanted = Counter((e["kind"], _link(e), person) for e in steps for person in told(e))
    entries = await facts.rows("SELECT kind, link, account_id::text FROM notification WHERE org_id = $1")
    assert Counter(tuple(row) for row in entries) == wanted


async def _traces(facts: Facts, day: Day) -> None:
    receipts = await facts.rows("SELECT key, status FROM command_receipt WHERE org_id = $1")
    assert sorted(row["key"] for row in receipts) == sorted(day.answered)
    assert all(row["status"] in {200, 201} for row in receipts)
    listening = [(s.event.kind, s.name) for s in SUBSCRIBERS]
    wanted = Counter((e["id"], name) for e in await facts.events() for kind, name in listening if kind == e["kind"])
    handled = await facts.rows("SELECT event_id::text, handler FROM event_done WHERE org_id = $1")
    assert Counter(tuple(row) for row in handled) == wanted
    audited = await facts.rows("SELECT event_id::text FROM audit_entry WHERE org_id = $1")
    assert Counter(row[0] for row in audited) == Counter(e["id"] for e in await facts.events())
