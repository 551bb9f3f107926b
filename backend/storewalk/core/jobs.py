"""Background work: named jobs that leave with the transaction, run at least once, and wait in view when they fail."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from uuid import UUID

import msgspec

from storewalk.core.access import system_actor
from storewalk.core.clock import Clock
from storewalk.core.objects import ObjectStore
from storewalk.core.settings import Settings
from storewalk.core.structs import FrozenKeywordStruct

if TYPE_CHECKING:
    from storewalk.core.platform import Platform
    from storewalk.core.tx import Tx

R = TypeVar("R")


class Job(msgspec.Struct, metaclass=FrozenKeywordStruct, frozen=True):
    """Work by name: `class VerifyPhoto(Job, label="photos.verify")`, with what it needs to start as fields."""

    label: ClassVar[str] = ""


class Envelope(msgspec.Struct, frozen=True):
    """What lies in the queue: the organization, the job's fields, and the request that asked for it."""

    org: UUID
    job: msgspec.Raw
    trace: str | None = None


class JobContext:
    """What a running job may use. Talk to S3, the model or the network outside `tx()`."""

    def __init__(self, platform: "Platform", org_id: UUID) -> None:
        self.platform = platform
        self.org_id = org_id

    @property
    def objects(self) -> ObjectStore:
        """The object store."""
        return self.platform.objects

    @property
    def settings(self) -> Settings:
        """This installation's settings."""
        return self.platform.settings

    @property
    def clock(self) -> Clock:
        """The clock."""
        return self.platform.clock

    def tx(self) -> "AbstractAsyncContextManager[Tx]":
        """Open a transaction of the job's organization as the system; it commits when the block ends well."""
        return self._tx()

    @asynccontextmanager
    async def _tx(self) -> "AsyncGenerator[Tx]":
        async with self.platform.transaction(system_actor(self.org_id)) as tx:
            yield tx

    def use(self, kind: type[R]) -> R:
        """Return the resource of class `kind` that the worker was composed with. Raises KeyError without one."""
        resource = self.platform.resources[kind]
        if not isinstance(resource, kind):
            raise TypeError(kind)
        return resource


class JobHandler(msgspec.Struct, frozen=True):
    """How a job is run: its handler, the number of tries, and the wait before the second one, doubled each time."""

    job: type[Job]
    run: Callable[[JobContext, Any], Awaitable[None]]
    attempts: int = 8
    first_wait: timedelta = timedelta(seconds=1)
    longest_wait: timedelta = timedelta(minutes=5)
    concurrency: int = 0


class Schedule(msgspec.Struct, frozen=True):
    """A job for every organization at the times of a cron expression in UTC; a sixth field, the last, is seconds."""

    name: str
    cron: str
    job: Job
