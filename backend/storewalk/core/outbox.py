"""What a transaction leaves behind: events, audit entries, live notices and jobs, in the transaction itself."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import msgspec
import structlog

from storewalk.core.changes import Change
from storewalk.core.events import Event, encode
from storewalk.core.ids import new_id

if TYPE_CHECKING:
    from storewalk.core.tx import Tx

LIVE_CHANNEL: Final = "storewalk_live"

# One statement for the three things that an event leaves: itself, its audit entry, a notice to open pages.
RECORD: Final = f"""
WITH written AS (
    INSERT INTO event (org_id, id, kind, subject_id, store_id, actor_id, occurred_at, recorded_at, device_seq, payload)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb)
), audited AS (
    INSERT INTO audit_entry (org_id, id, event_id, kind, subject_id, actor_id, actor_name, changes)
    VALUES ($1, $11, $2, $3, $4, $6, $12, $13::text::jsonb)
)
SELECT pg_notify('{LIVE_CHANNEL}', $14)"""
# A SQL function made of pgqueuer's own enqueue statement (see the first migration), so that the process that serves
# requests need not load the library: 14 MiB.
ENQUEUE: Final = (
    "SELECT storewalk_enqueue($1::int[], $2::text[], $3::bytea[], $4::interval[], $5::text[], $6::text[]::jsonb[])"
)


class QueuedJob(msgspec.Struct, frozen=True):
    """A job on its way into the queue."""

    name: str
    payload: bytes
    wait: timedelta
    dedupe: str | None


class Notice(msgspec.Struct, frozen=True, rename="camel"):
    """What live listeners are told: that something changed, not what it is now."""

    org: str
    kind: str
    subject_id: str
    store_id: str | None


async def write(tx: "Tx") -> None:
    """Insert the events, audit entries, notices and jobs of `tx`. Runs after the flush, before the commit."""
    changes = tx.changes.take()
    for number, event in enumerate(tx.events):
        # The changes of a transaction belong to what happened in it: they stand with its first event.
        await _record(tx, event, changes if number == 0 else [])
    await _enqueue(tx, [*_subscriptions(tx), *tx.jobs])
    tx.events, tx.jobs = [], []


async def _record(tx: "Tx", event: Event, changes: list[Change]) -> None:
    notice = Notice(str(tx.org_id), event.kind, str(event.subject_id), str(event.store_id) if event.store_id else None)
    await tx.raw.execute(
        RECORD,
        tx.org_id,
        event.id,
        event.kind,
        event.subject_id,
        event.store_id,
        event.actor_id,
        event.occurred_at,
        event.recorded_at,
        tx.occurrence.device_seq,
        encode(event).decode(),
        new_id(),
        tx.actor.name,
        msgspec.json.encode(changes).decode(),
        msgspec.json.encode(notice).decode(),
    )


def _subscriptions(tx: "Tx") -> Iterable[QueuedJob]:
    for event in tx.events:
        payload = msgspec.json.encode({"event_id": event.id, "kind": event.kind})
        for name in tx.listeners.get(type(event), ()):
            yield QueuedJob(name, payload, timedelta(0), None)


async def _enqueue(tx: "Tx", jobs: list[QueuedJob]) -> None:
    if not jobs:
        return
    headers = msgspec.json.encode({"org": tx.org_id}).decode()
    trace = structlog.contextvars.get_contextvars().get("request_id")
    await tx.raw.execute(
        ENQUEUE,
        [0] * len(jobs),
        [job.name for job in jobs],
        [msgspec.json.encode({"org": tx.org_id, "job": msgspec.Raw(job.payload), "trace": trace}) for job in jobs],
        [job.wait for job in jobs],
        [job.dedupe and f"{tx.org_id}:{job.name}:{job.dedupe}" for job in jobs],
        [headers] * len(jobs),
    )
