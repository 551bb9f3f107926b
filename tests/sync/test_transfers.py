"""A phone is told of the transfers of its person's stores."""

from typing import Any

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.faults.stage import Stage
from tests.faults.transfer_scenarios import crew, goods


@pytest.fixture
def stage(org: Org, client: LogIn, app_tx: AppTx) -> Stage:
    return Stage(org, client, app_tx, number=1)


async def told(who: Client, since: str | None = None) -> tuple[list[tuple[str, str]], str]:
    answer: dict[str, Any] = (await who.get("/api/sync", since=since)).json()
    return [(each["id"], each["status"]) for each in answer["transfers"]], answer["cursor"]


async def test_a_phone_keeps_what_is_open_and_hears_what_became_of_it(stage: Stage, client: LogIn) -> None:
    people = await crew(stage)
    product = await goods(stage)
    [(other, _)], _ = await told(people.receiver)
    first = await people.shipped((product, "3"))
    second = await people.request((product, "1"))
    known, cursor = await told(people.receiver)
    assert known == [(second["id"], "requested"), (first["id"], "shipped"), (other, "shipped")]
    await people.receive(first)
    changed, _ = await told(people.receiver, cursor)
    assert (first["id"], "received") in changed
    assert (await told(people.receiver))[0] == [(second["id"], "requested"), (other, "shipped")]
    inspector = await client("inspector")
    assert (await told(inspector))[0] == []
