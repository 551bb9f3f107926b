"""Tx: one unit of work. Services lock, check, change and record in it; whoever opened it commits."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

import asyncpg
import msgspec
from sqlalchemy import Select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from storewalk.core import outbox
from storewalk.core.access import Actor, Permission
from storewalk.core.changes import Changes
from storewalk.core.clock import occurred
from storewalk.core.events import Event
from storewalk.core.ids import new_id
from storewalk.core.jobs import Job

T = TypeVar("T")


class Occurrence(msgspec.Struct, frozen=True):
    """What a device said of its command: its own time, how far its clock is off, its running number."""

    device_at: datetime | None = None
    offset: timedelta = timedelta(0)
    device_seq: int | None = None


class ReadTx:
    """A read-only transaction. Column selects go straight into Structs, hot reads straight to the driver."""

    __slots__ = ("actor", "connection", "now", "org_id", "raw")

    def __init__(self, connection: AsyncConnection, raw: asyncpg.Connection, actor: Actor, now: datetime) -> None:
        self.connection = connection
        self.raw = raw
        self.actor = actor
        self.org_id = actor.org_id
        self.now = now

    async def all(self, statement: Select[*tuple[Any, ...]], kind: type[T]) -> list[T]:
        """Return the rows of a column select as structs of `kind`, matched by label."""
        return [kind(**row) for row in (await self.connection.execute(statement)).mappings()]

    async def one_or_none(self, statement: Select[*tuple[Any, ...]], kind: type[T]) -> T | None:
        """Return the only row as a struct of `kind`, or None."""
        row = (await self.connection.execute(statement)).mappings().one_or_none()
        return None if row is None else kind(**row)

    async def scalars(self, statement: Select[*tuple[Any, ...]]) -> list[Any]:
        """Return the first column of every row."""
        return list((await self.connection.execute(statement)).scalars())

    async def fetch(self, sql: str, *arguments: object) -> list[asyncpg.Record]:
        """Run SQL on the driver's connection and return its rows; JSON columns come as text."""
        return await self.raw.fetch(sql, *arguments)

    async def fetchrow(self, sql: str, *arguments: object) -> asyncpg.Record | None:
        """Run SQL on the driver's connection and return its first row."""
        return await self.raw.fetchrow(sql, *arguments)


class Tx:
    """A writing transaction of one organization: session, actor, clock, and what happened in it."""

    def __init__(
        self,
        session: AsyncSession,
        raw: asyncpg.Connection,
        actor: Actor,
        now: datetime,
        listeners: Mapping[type[Event], tuple[str, ...]],
        *,
        occurrence: Occurrence | None = None,
    ) -> None:
        self.session = session
        self.raw = raw
        self.actor = actor
        self.org_id = actor.org_id
        self.now = now
        self.occurrence = occurrence or Occurrence()
        self.occurred_at = occurred(now, self.occurrence.device_at, self.occurrence.offset)
        self.listeners = listeners
        self.caused_at: datetime | None = None  # in a subscriber: when its event was recorded, perhaps long ago
        self.events: list[Event] = []
        self.jobs: list[outbox.QueuedJob] = []
        self.changes = Changes(session.sync_session, now)

    def require(self, permission: Permission) -> None:
        """Raise Forbidden unless the actor holds `permission` somewhere."""
        self.actor.require(permission)

    def record(self, event: Event) -> None:
        """Write the event, its audit entry and one job per subscriber; all commit with the change or not at all."""
        event.id = new_id()
        event.actor_id = self.actor.account_id
        event.recorded_at = self.now
        event.occurred_at = event.occurred_at or self.occurred_at
        self.events.append(event)

    async def enqueue(
        self, job: Job, *, after: timedelta | None = None, at: datetime | None = None, dedupe: str | None = None
    ) -> None:
        """Queue a job that leaves with the commit: at once, `after` a while, or `at` an instant.

        While a job of the same `dedupe` key is queued, another is not added.
        """
        wait = after or (at - self.now if at is not None else timedelta(0))
        self.jobs.append(outbox.QueuedJob(job.label, msgspec.json.encode(job), wait, dedupe))

    async def flush(self) -> None:
        """Send pending changes, so that an answer can be read back with its new version."""
        await self.session.flush()

    async def all(self, statement: Select[*tuple[Any, ...]], kind: type[T]) -> list[T]:
        """Return the rows of a column select as structs of `kind`, matched by label."""
        return [kind(**row) for row in (await self.session.execute(statement)).mappings()]

    async def one_or_none(self, statement: Select[*tuple[Any, ...]], kind: type[T]) -> T | None:
        """Return the only row as a struct of `kind`, or None."""
        row = (await self.session.execute(statement)).mappings().one_or_none()
        return None if row is None else kind(**row)

    async def scalars(self, statement: Select[*tuple[Any, ...]]) -> list[Any]:
        """Return the first column of every row."""
        return list((await self.session.execute(statement)).scalars())

    async def fetch(self, sql: str, *arguments: object) -> list[asyncpg.Record]:
        """Flush, run SQL on the driver's connection and return its rows; JSON columns come as text."""
        await self.session.flush()
        return await self.raw.fetch(sql, *arguments)

    async def fetchrow(self, sql: str, *arguments: object) -> asyncpg.Record | None:
        """Flush, run SQL on the driver's connection and return its first row."""
        await self.session.flush()
        return await self.raw.fetchrow(sql, *arguments)

    async def finish(self, answer: outbox.Answer | None = None) -> None:
        """Flush the changes, write what was recorded and a command's answer; the opener calls it before the commit."""
        await self.session.flush()
        await outbox.write(self, answer)


AnyTx = Tx | ReadTx
