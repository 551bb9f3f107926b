"""Row-level security attacked with the application's own role: no statement of ours between it and the tables."""

from collections.abc import AsyncGenerator

import asyncpg
import pytest

from storewalk.core.platform import Platform
from storewalk.core.settings import Settings
from storewalk.metadata import metadata
from tests.factories.organization import Org, found_organization

OWNED = sorted(t.name for t in metadata.tables.values() if "org_id" in t.columns)
COUNT_OTHERS = "SELECT count(*) FROM {table} WHERE org_id <> $1"


@pytest.fixture
async def attacker(settings: Settings) -> AsyncGenerator[asyncpg.Connection]:
    """The application's role on a bare connection."""
    connection = await asyncpg.connect(settings.database_url)
    yield connection
    await connection.close()


async def act_for(connection: asyncpg.Connection, org_id: object) -> None:
    await connection.execute("SELECT set_config('storewalk.org_id', $1, false)", str(org_id))


async def test_without_an_organization_no_table_shows_a_row(attacker: asyncpg.Connection, org: Org) -> None:
    assert org.places
    seen = {table: await attacker.fetchval(f"SELECT count(*) FROM {table}") for table in OWNED}
    assert {table for table, rows in seen.items() if rows} == set()


async def test_within_one_organization_no_table_shows_anothers_rows(
    attacker: asyncpg.Connection, org: Org, platform: Platform
) -> None:
    await found_organization(platform, 9001)
    await act_for(attacker, org.id)
    assert await attacker.fetchval("SELECT count(*) FROM account") == len(org.accounts)
    seen = {table: await attacker.fetchval(COUNT_OTHERS.format(table=table), org.id) for table in OWNED}
    assert {table for table, rows in seen.items() if rows} == set()
    assert await attacker.fetchval("SELECT count(*) FROM organization") == 1


async def test_a_row_for_another_organization_can_be_neither_written_nor_moved(
    attacker: asyncpg.Connection, org: Org, platform: Platform
) -> None:
    other = await found_organization(platform, 9002)
    await act_for(attacker, org.id)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await attacker.execute(
            "INSERT INTO role (org_id, id, code, permissions) VALUES ($1, gen_random_uuid(), 'spy', '{*}')", other.id
        )
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await attacker.execute("UPDATE role SET org_id = $1 WHERE code = 'clerk'", other.id)
    assert await attacker.execute("DELETE FROM role WHERE org_id = $1", other.id) == "DELETE 0"


async def test_a_foreign_key_cannot_reach_into_another_organization(
    attacker: asyncpg.Connection, org: Org, platform: Platform
) -> None:
    other = await found_organization(platform, 9003)
    await act_for(attacker, org.id)
    role = await attacker.fetchval("SELECT id FROM role WHERE code = 'admin'")
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await attacker.execute(
            "INSERT INTO access_grant (org_id, id, account_id, role_id, node_id)"
            " VALUES ($1, gen_random_uuid(), $2, $3, $4)",
            org.id, org.accounts["clerk"], role, other.places["A1"],
        )  # fmt: skip


@pytest.mark.parametrize("table", ["audit_entry", "audit_seal", "event", "event_done"])
@pytest.mark.parametrize("statement", ["UPDATE {table} SET org_id = org_id", "DELETE FROM {table}", "TRUNCATE {table}"])
async def test_history_cannot_be_edited_by_the_application(
    attacker: asyncpg.Connection, org: Org, table: str, statement: str
) -> None:
    await act_for(attacker, org.id)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await attacker.execute(statement.format(table=table))


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM login_throttle",
        "SELECT storewalk_grants(gen_random_uuid(), gen_random_uuid())",
        "CREATE TABLE mine (id int)",
        "ALTER TABLE account DISABLE ROW LEVEL SECURITY",
        "DROP POLICY tenant ON account",
        "SET ROLE storewalk_owner",
        "COPY account FROM STDIN",
    ],
)
async def test_the_applications_role_cannot_open_what_is_closed(
    attacker: asyncpg.Connection, org: Org, statement: str
) -> None:
    await act_for(attacker, org.id)
    with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.FeatureNotSupportedError)):
        await attacker.execute(statement)


async def test_the_doors_before_log_in_give_nothing_for_a_guess(attacker: asyncpg.Connection) -> None:
    assert await attacker.fetch("SELECT * FROM storewalk_session($1)", b"guess") == []
    assert await attacker.fetch("SELECT * FROM storewalk_token($1)", b"guess") == []
    row = await attacker.fetchrow("SELECT * FROM storewalk_log_in('nobody', NULL, '{}')")
    assert row is not None
    assert (row["org_id"], row["password_hash"]) == (None, None)
