"""A commit whose answer never arrives: it happened or it did not, and the command is done once either way."""

from uuid import uuid4

import msgspec

from storewalk.asgi import build_app
from storewalk.core.settings import Settings
from tests.conftest import open_client
from tests.faults.stage import Stage
from tests.faults.wire import wired


async def test_a_command_whose_commit_lost_its_answer_is_answered_from_its_receipt(
    stage: Stage, settings: Settings
) -> None:
    async with wired(settings.database_url) as (wire, url):
        app = build_app(msgspec.structs.replace(settings, database_url=url))
        async with app.lifespan(), open_client(app) as admin:
            await admin.log_in("admin", stage.org.password, stage.org.code)
            before = await stage.held()
            wire.cuts = 1
            answer = await admin.post("/api/accounts", stage.person())
            assert (answer.status_code, wire.lost) == (201, 1)
            written = await stage.held() - before
            assert (written["account"], written["identity.account_opened"], written["command_receipt"]) == (1, 1, 1)
            assert (await admin.get(f"/api/accounts/{answer.json()['id']}")).json() == answer.json()


async def test_a_command_that_loses_every_answer_is_put_off_and_its_repetition_finds_it_done(
    stage: Stage, settings: Settings
) -> None:
    key = str(uuid4())
    async with wired(settings.database_url) as (wire, url):
        app = build_app(msgspec.structs.replace(settings, database_url=url))
        async with app.lifespan(), open_client(app) as admin:
            await admin.log_in("admin", stage.org.password, stage.org.code)
            before = await stage.held()
            wire.cuts = 3
            put_off = await admin.post("/api/accounts", stage.person(), key=key)
            assert (put_off.status_code, put_off.json()["code"], wire.lost) == (503, "unavailable", 3)
            again = await admin.post("/api/accounts", stage.person(), key=key)
            assert again.status_code == 201
            written = await stage.held() - before
            assert (written["account"], written["identity.account_opened"], written["command_receipt"]) == (1, 1, 1)
