"""What never gets into a log: values of rows, which are people's."""

import json
import logging
from collections.abc import Generator
from uuid import uuid4

import asyncpg
import pytest
import structlog
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storewalk.core import logs
from tests.factories.given import AppTx
from tests.factories.organization import Org

ADD_ACCOUNT = """
INSERT INTO account (org_id, id, username, name, locale, password_hash)
SELECT org_id, gen_random_uuid(), username, name, locale, :secret FROM account WHERE username = :username"""


@pytest.fixture
def log() -> Generator[structlog.typing.FilteringBoundLogger]:
    logs.configure("INFO")
    yield structlog.get_logger()
    logs.configure("CRITICAL")


async def test_a_refused_row_is_logged_without_its_values(
    log: structlog.typing.FilteringBoundLogger, capsys: pytest.CaptureFixture[str], org: Org, app_tx: AppTx
) -> None:
    secret = uuid4().hex
    with pytest.raises(DBAPIError) as raised:
        async with app_tx(org) as tx:
            await tx.session.execute(text(ADD_ACCOUNT), {"username": org.username("clerk"), "secret": secret})
    logs.configure("INFO")  # to the stream of this test
    log.error("request.failed", exc_info=raised.value)
    log.warning("job.failed", exc_info=raised.value)
    logging.getLogger("library").error("It failed: %s", raised.value, exc_info=raised.value)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"].split(":")[0] for line in lines] == ["request.failed", "job.failed", "It failed"]
    told = json.dumps(lines)
    assert "ix_account_org_id_username" in told
    assert secret not in told
    assert f"({org.id}, clerk)" not in told
    assert "already exists" not in told


async def test_a_value_of_the_wrong_type_is_logged_without_the_value(org: Org, app_tx: AppTx) -> None:
    with pytest.raises(asyncpg.DataError) as raised:
        async with app_tx(org) as tx:
            await tx.raw.fetchval("SELECT $1::uuid", "li.mei")
    record = {"error": str(raised.value)}
    assert "li.mei" in record["error"]
    assert "li.mei" not in str(logs.without_values(None, "error", record))
