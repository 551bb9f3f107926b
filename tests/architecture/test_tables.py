"""The database as it is after all migrations, against the models and the rules of tenancy."""

from typing import Any

import asyncpg
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Enum, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from storewalk.core.settings import Settings
from storewalk.metadata import metadata

# Belongs to no organization: the job queue (its rows name theirs in a header) and Alembic's own.
SHARED = {"alembic_version", "pgqueuer", "pgqueuer_log", "pgqueuer_schedules", "pgqueuer_statistics"}

UNPROTECTED = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
  AND (NOT c.relrowsecurity OR (c.relname <> 'login_throttle'
       AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)))"""
UNLED_KEYS = """
SELECT conrelid::regclass::text || '.' || conname FROM pg_constraint k
WHERE contype IN ('p', 'f') AND connamespace = 'public'::regnamespace
  AND NOT (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = conkey[1]) = 'org_id'
  AND NOT conrelid::regclass::text = ANY ($1)"""
UNSAFE_VIEWS = """
SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND (
  relkind = 'm' OR (relkind = 'v' AND NOT coalesce(reloptions::text LIKE '%security_invoker=true%', false)))"""


async def rows(settings: Settings, sql: str, *arguments: object) -> list[str]:
    connection = await asyncpg.connect(settings.owner_database_url)
    try:
        return sorted(row[0] for row in await connection.fetch(sql, *arguments))
    finally:
        await connection.close()


async def test_every_table_has_a_policy_but_the_short_named_list(settings: Settings) -> None:
    assert set(await rows(settings, UNPROTECTED)) == SHARED


async def test_every_primary_and_foreign_key_leads_with_the_organization(settings: Settings) -> None:
    own = [*SHARED, "organization", "login_throttle"]
    assert await rows(settings, UNLED_KEYS, own) == []


async def test_views_run_with_the_rights_of_who_asks(settings: Settings) -> None:
    assert await rows(settings, UNSAFE_VIEWS) == []


async def test_migrations_make_exactly_the_tables_of_the_models(settings: Settings) -> None:
    engine = create_async_engine(make_url(settings.owner_database_url or "").set(drivername="postgresql+asyncpg"))
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
        differences = await connection.run_sync(differences_of)
    await engine.dispose()
    assert differences == []


def differences_of(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"include_name": own_table, "compare_type": True})
    return compare_metadata(context, metadata)


def own_table(name: str | None, kind: str, parents: dict[str, str | None]) -> bool:
    del parents
    return not (kind == "table" and (name in SHARED or name == "login_throttle"))


def test_no_native_enums_so_that_comparisons_stay_leakproof() -> None:
    native = [c for t in metadata.tables.values() for c in t.columns if isinstance(c.type, Enum) and c.type.native_enum]
    assert native == []
