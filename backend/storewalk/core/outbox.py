"""What a transaction leaves behind: events, audit entries, live notices and jobs, in the transaction itself."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import msgspec
import structlog

from storewalk.core.events import Event, encode
from storewalk.core.ids import new_id

if TYPE_CHECKING:
    from storewalk.core.tx import Tx

LIVE_CHANNEL: Final = "storewalk_live"

# One statement for the three things that an event leaves: itself, its audit entry, a notice to open pages. With the
# last event of a transaction go its jobs and the answer of its receipt: each statement less is a way to the server
# less.
WRITTEN: Final = """
WITH written AS (
    INSERT INTO event (org_id, id, kind, subject_id, store_id, actor_id, occurred_at, recorded_at, device_seq, payload)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb)
), audited AS (
    INSERT INTO audit_entry (org_id, id, event_id, kind, subject_id, actor_id, actor_name, changes)
    VALUES ($1, $11, $2, $3, $4, $6, $12, $13::text::jsonb)
)"""
TOLD: Final = f"SELECT pg_notify('{LIVE_CHANNEL}', $14)"
ANSWERED: Final = """, answered AS (
    UPDATE command_receipt SET status = ${0}, body = ${1} WHERE org_id = $1 AND actor_id = $6 AND key = ${2}
)"""
# A SQL function made of pgqueuer's own enqueue statement (see the first migration), so that the process that serves
# requests need not load the library: 14 MiB.
QUEUED: Final = (
    "storewalk_enqueue(${0}::int[], ${1}::text[], ${2}::bytea[], ${3}::interval[], ${4}::text[], ${5}::text[]::jsonb[])"
)
ENQUEUE: Final = f"SELECT {QUEUED.format(*range(1, 7))}"
FINISH: Final = """
UPDATE command_receipt SET status = $4, body = $5 WHERE org_id = $1 AND actor_id = $2 AND key = $3"""
RECORD: Final = f"{WRITTEN} {TOLD}"
RECORD_ALL: Final = {
    (False, False): RECORD,
    (False, True): f"{RECORD}, (SELECT count(*) FROM {QUEUED.format(*range(15, 21))})",
    (True, False): f"{WRITTEN}{ANSWERED.format(*range(15, 18))} {TOLD}",
    (True, True): f"{WRITTEN}{ANSWERED.format(*range(15, 18))} {TOLD},"
    f" (SELECT count(*) FROM {QUEUED.format(*range(18, 24))})",
}
"""By whether a receipt is answered, and whether there are jobs."""


class QueuedJob(msgspec.Struct, frozen=True):
    """A job on its way into the queue."""

    name: str
    payload: bytes
    wait: timedelta
    dedupe: str | None


class Answer(msgspec.Struct, frozen=True):
    """What the receipt of a command keeps."""

    key: str
    status: int
    body: bytes


class Notice(msgspec.Struct, frozen=True, rename="camel"):
    """What live listeners are told: that something changed, not what it is now."""

    org: str
    kind: str
    subject_id: str
    store_id: str | None


async def write(tx: "Tx", answer: Answer | None = None) -> None:
    """Insert what `tx` leaves behind, and keep the answer of its command. Runs after the flush, before the commit."""
    changes = msgspec.json.encode(tx.changes.take()).decode()
    # The changes of a transaction belong to what happened in it: they stand with its first event.
    facts = [_fact(tx, event, "[]" if number else changes) for number, event in enumerate(tx.events)]
    queued = [*_subscriptions(tx), *tx.jobs]
    jobs = _columns(tx, queued) if queued else ()
    answered = () if answer is None else (answer.status, answer.body, answer.key)
    tx.events, tx.jobs = [], []
    if facts:
        if facts[1:]:
            await tx.raw.executemany(RECORD, facts[:-1])
        await tx.raw.execute(RECORD_ALL[bool(answered), bool(jobs)], *facts[-1], *answered, *jobs)
        return
    if jobs:
        await tx.raw.execute(ENQUEUE, *jobs)
    if answer is not None:
        await tx.raw.execute(FINISH, tx.org_id, tx.actor.account_id, answer.key, answer.status, answer.body)


def _fact(tx: "Tx", event: Event, changes: str) -> tuple[object, ...]:
    notice = Notice(str(tx.org_id), event.kind, str(event.subject_id), str(event.store_id) if event.store_id else None)
    hint = "" if event.silent else msgspec.json.encode(notice).decode()  # an empty one is no notice to whoever listens
    return (
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
        changes,
        hint,
    )


def _subscriptions(tx: "Tx") -> Iterable[QueuedJob]:
    for event in tx.events:
        payload = msgspec.json.encode({"event_id": event.id, "kind": event.kind})
        for name in tx.listeners.get(type(event), ()):
            yield QueuedJob(name, payload, timedelta(0), None)


def _columns(tx: "Tx", jobs: list[QueuedJob]) -> tuple[list[object], ...]:
    headers = msgspec.json.encode({"org": tx.org_id}).decode()
    trace = structlog.contextvars.get_contextvars().get("request_id")
    return (
        [0] * len(jobs),
        [job.name for job in jobs],
        [msgspec.json.encode({"org": tx.org_id, "job": msgspec.Raw(job.payload), "trace": trace}) for job in jobs],
        [job.wait for job in jobs],
        [job.dedupe and f"{tx.org_id}:{job.name}:{job.dedupe}" for job in jobs],
        [headers] * len(jobs),
    )
