"""The log of pushes becomes the log of all channels, and can become one of pushes again."""

import asyncio
from collections.abc import Generator
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from storewalk.maintenance import MIGRATIONS
from storewalk_embedded.api import Services, start_services

NAME = "delivery_channels"
ORG, PERSON, PHONE = (str(UUID(int=number)) for number in (1, 2, 3))
ROWS = (
    f"INSERT INTO organization (id, code, name) VALUES ('{ORG}', 'c', 'c')",
    f"""INSERT INTO account (org_id, id, username, name, locale, password_hash)
        VALUES ('{ORG}', '{PERSON}', 'li.mei', '李梅', 'zh', 'x')""",
    f"""INSERT INTO push_subscription
        (org_id, id, account_id, device_name, endpoint, p256dh, auth, state, registered_at)
        VALUES ('{ORG}', '{PHONE}', '{PERSON}', '手机', 'https://push.invalid/x', 'k', 'a', 'live', now())""",
)
ENTRY = """
INSERT INTO notification (org_id, id, account_id, kind, title, body, link, urgent, version)
VALUES ($1, $2, $3, 'k', '{"zh": "一", "en": "1"}', '{"zh": "一", "en": "1"}', '/', false, 1)"""
PUSH = """
INSERT INTO push_delivery (org_id, id, notification_id, subscription_id, state, attempts, finished_at)
VALUES ($1, $2, $2, $3, $4::varchar, 1, CASE WHEN $4::varchar = 'queued' THEN NULL ELSE now() END)"""
JOB = """
INSERT INTO pgqueuer (priority, entrypoint, payload, status, execute_after)
VALUES (0, 'notifications.send_push', '', 'queued', now())"""
STATES = ("queued", "sent", "failed", "gone")
LOG = "SELECT state, channel, account_id::text, bundle, attempts FROM delivery ORDER BY id"
PUSHES = "SELECT state FROM push_delivery ORDER BY id"


@pytest.fixture
def database(tmp_path: Path) -> Generator[Services]:
    """A database of this test's own, whose schema it changes."""
    services = start_services(tmp_path, durable=False)
    yield services
    services.stop()


async def arrange(url: str) -> None:
    connection = await asyncpg.connect(url)
    for row in ROWS:
        await connection.execute(row)
    for number, state in enumerate(STATES, start=10):
        await connection.execute(ENTRY, UUID(ORG), UUID(int=number), UUID(PERSON))
        await connection.execute(PUSH, UUID(ORG), UUID(int=number), UUID(PHONE), state)
    await connection.execute(JOB)
    await connection.close()


async def read(url: str, sql: str) -> list[tuple[object, ...]]:
    connection = await asyncpg.connect(url)
    rows = [tuple(row) for row in await connection.fetch(sql)]
    await connection.close()
    return rows


def test_the_log_and_what_is_queued_are_kept_there_and_back(database: Services) -> None:
    config, url = Config(), database.owner_url
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    chain = ScriptDirectory.from_config(config).walk_revisions()
    after = next(each.revision for each in chain if each.revision.endswith(NAME))
    command.upgrade(config, after)
    command.downgrade(config, "-1")
    asyncio.run(arrange(url))
    command.upgrade(config, after)
    assert asyncio.run(read(url, LOG)) == [(state, "webpush", PERSON, 1, 1) for state in STATES]
    jobs = asyncio.run(read(url, "SELECT entrypoint FROM pgqueuer"))
    assert jobs == [("notifications.send",)]
    command.downgrade(config, "-1")
    assert asyncio.run(read(url, PUSHES)) == [(state,) for state in STATES]
