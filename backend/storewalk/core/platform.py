"""What a process is made of: composed once at start, handed to requests and jobs; no module holds state."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy.ext.asyncio import AsyncSession

from storewalk.core.access import Actor
from storewalk.core.changes import TrackedSession
from storewalk.core.clock import Clock
from storewalk.core.credentials import Credentials
from storewalk.core.database import WRITE, Database, within
from storewalk.core.events import Event, Subscriber
from storewalk.core.messages import Catalog
from storewalk.core.objects import ObjectStore
from storewalk.core.resources import Resources
from storewalk.core.settings import Settings
from storewalk.core.tx import Occurrence, Tx

Authenticate = Callable[[asyncpg.Connection, Credentials], Awaitable[Actor]]


class Platform:
    """Database, object store, clock, texts, who listens to which event, and how a request becomes an actor."""

    def __init__(
        self,
        settings: Settings,
        *,
        authenticate: Authenticate,
        subscribers: Sequence[Subscriber],
        catalog: Catalog,
        clock: Clock | None = None,
        resources: Mapping[type, Any] | None = None,
        application: str = "storewalk",
    ) -> None:
        self.settings = settings
        self.database = Database(settings.database_url, pool_size=settings.pool_size, application=application)
        self.objects = ObjectStore(settings)
        self.clock = clock or Clock()
        self.catalog = catalog
        self.authenticate = authenticate
        self.resources = Resources(resources or {})
        self.subscribers = subscribers
        self.listeners: dict[type[Event], tuple[str, ...]] = {}
        for subscriber in subscribers:
            self.listeners[subscriber.event] = (*self.listeners.get(subscriber.event, ()), subscriber.name)

    @asynccontextmanager
    async def session(self, begin: str = WRITE) -> AsyncGenerator[tuple[AsyncSession, asyncpg.Connection]]:
        """Give a session in a transaction that commits when the block ends well."""
        async with (
            self.database.transaction(begin) as (connection, raw),
            AsyncSession(bind=connection, expire_on_commit=False, sync_session_class=TrackedSession) as session,
        ):
            yield session, raw

    @asynccontextmanager
    async def transaction(self, actor: Actor, occurrence: Occurrence | None = None) -> AsyncGenerator[Tx]:
        """Give a Tx of a known actor: for jobs, the demo chain and tests. It commits when the block ends well."""
        async with self.session(within(WRITE, actor.org_id)) as (session, raw):
            tx = Tx(session, raw, actor, self.clock.now(), self.listeners, occurrence=occurrence)
            yield tx
            await tx.finish()

    async def close(self) -> None:
        """Close the pool."""
        await self.database.close()
