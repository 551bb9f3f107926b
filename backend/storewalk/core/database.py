"""The connection to PostgreSQL: one pool; commands through a session, reads straight on the driver's connection."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Final, cast
from uuid import UUID

import asyncpg
import msgspec
from sqlalchemy import event, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

RETRIED_STATES: Final = frozenset({"40001", "40P01", "57P01", "57P03", "55P03"})
LOST_CONNECTION: Final = (
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # of a connection between the server's last word and its end
    asyncpg.AdminShutdownError,
    asyncpg.CannotConnectNowError,
    OSError,
)
SESSION_SETTINGS: Final = {
    "timezone": "UTC",
    "statement_timeout": "15s",
    "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "30s",
    "jit": "off",
    "plan_cache_mode": "auto",
}


READ: Final = "BEGIN READ ONLY"
WRITE: Final = "BEGIN"


def within(begin: str, org_id: UUID) -> str:
    """Return a beginning that also names the organization whose rows are there, in one way to the server."""
    return f"{begin}; SELECT set_config('storewalk.org_id', '{org_id}', true)"


class TransactionLost(Exception):
    """The commit turned into a rollback: something before it failed and was swallowed."""


class Database:
    """The application role's pool of connections to one PostgreSQL."""

    def __init__(self, url: str, *, pool_size: int = 10, application: str = "storewalk") -> None:
        self.url = make_url(url)
        self.engine: AsyncEngine = create_async_engine(
            self.url.set(drivername="postgresql+asyncpg"),
            pool_size=pool_size,
            hide_parameters=True,  # an error names the statement; its values are people's and stay out of logs
            max_overflow=5,
            pool_use_lifo=True,  # few warm connections, whose statements are planned, instead of many cold ones
            json_serializer=_json,
            json_deserializer=msgspec.json.decode,
            connect_args={"server_settings": {**SESSION_SETTINGS, "application_name": application}},
        )
        event.listen(self.engine.sync_engine, "checkout", _require_living)
        self.pool = self.engine.execution_options(isolation_level="AUTOCOMMIT")

    async def connect(self, application: str = "storewalk") -> asyncpg.Connection:
        """Open a connection outside the pool, for listening; the server shows it under the name `application`."""
        url = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        return await asyncpg.connect(url, server_settings={"application_name": application})

    @asynccontextmanager
    async def transaction(self, begin: str) -> AsyncGenerator[tuple[AsyncConnection, asyncpg.Connection]]:
        """Give a connection in a transaction, by SQLAlchemy and by asyncpg (the same one).

        The transaction is ours, by plain statements, so that reads can go round SQLAlchemy at a third of its cost.
        Raises TransactionLost when a swallowed failure made PostgreSQL roll back at the commit.
        """
        async with self.pool.connect() as connection:
            raw = await driver_connection(connection)
            try:
                await raw.execute(begin)
                yield connection, raw
                ended = await raw.execute("COMMIT")
            except BaseException as error:
                if raw.is_closed() or _is_lost(error):
                    await connection.invalidate()
                else:
                    await raw.execute("ROLLBACK")
                raise
            if ended != "COMMIT":
                raise TransactionLost(ended)

    async def close(self) -> None:
        """Close the pool."""
        await self.engine.dispose()


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _require_living(adapted: Any, record: object, fairy: object) -> None:
    """Have the pool renew a connection that its server has ended.

    After a restart of PostgreSQL that is every one of them, more than a request has tries; the driver knows without
    asking the server.
    """
    del record, fairy
    if adapted.driver_connection.is_closed():
        raise DisconnectionError


async def driver_connection(connection: AsyncConnection) -> asyncpg.Connection:
    """Return the asyncpg connection beneath a SQLAlchemy one."""
    pooled = await connection.get_raw_connection()
    return cast("asyncpg.Connection", pooled.driver_connection)


def may_retry(error: BaseException) -> bool:
    """Tell whether running the same transaction again can help.

    Serialization failures, deadlocks and lock time-outs are listed by PostgreSQL as retryable (appendix A, classes 40
    and 55); a lost connection is safe to retry because a command's receipt makes it idempotent.
    """
    state = getattr(_of_driver(error), "sqlstate", None)
    return _is_lost(error) or state in RETRIED_STATES


def _is_lost(error: BaseException) -> bool:
    invalidated = isinstance(error, DBAPIError) and error.connection_invalidated
    return invalidated or isinstance(_of_driver(error), LOST_CONNECTION)


def _of_driver(error: BaseException) -> BaseException:
    """Return what asyncpg raised beneath an error of SQLAlchemy's."""
    return (error.orig.__cause__ or error) if isinstance(error, DBAPIError) and error.orig is not None else error
