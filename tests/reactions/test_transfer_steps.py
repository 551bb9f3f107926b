"""Whom the steps of a transfer are told to."""

from typing import Any

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.transfers import Crew, step
from tests.faults.stage import Stage
from tests.faults.transfer_scenarios import crew, goods
from tests.reactions.test_count_steps import inbox


@pytest.fixture
def stage(org: Org, client: LogIn, app_tx: AppTx) -> Stage:
    return Stage(org, client, app_tx, number=1)


async def letters(who: Client, transfer: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [letter for letter in await inbox(who) if letter[2].endswith(f"transfers/{transfer['id']}")]


async def test_each_step_is_told_to_whoever_has_the_next_one(stage: Stage, run_jobs: JobRunner) -> None:
    people: Crew = await crew(stage)
    asked = await people.request((await goods(stage), "3"))
    await run_jobs()
    desk, phone = f"/console/transfers/{asked['id']}", f"/transfers/{asked['id']}"
    assert await letters(people.regional, asked) == [("A1 店：有调拨待审批", "调往A2 店，共 1 个商品。", desk)]
    assert await letters(people.sender, asked) == await letters(people.receiver, asked) == []
    approved = await people.approve(asked)
    await run_jobs()
    assert await letters(people.sender, asked) == [("A1 店：有调拨待发货", "请备好发往A2 店的货，共 1 个商品。", phone)]
    sent = await people.ship(approved)
    await run_jobs()
    coming = ("A2 店：有调拨待收货", "A1 店已发货，共 1 个商品，到货后请清点。", phone)
    assert await letters(people.receiver, asked) == [coming]
    [part] = sent["lines"][0]["parts"]
    differences = [{"partId": part["id"], "received": "1", "reason": "not_loaded"}]
    await people.receive(sent, differences=differences)
    await run_jobs()
    back = "A2 店有 1 个商品少收：损失 0.00 元；未装车退回本店账面 0.20 元。"
    assert (await letters(people.sender, asked))[0] == ("A1 店：发出的调拨少收", back, phone)


async def test_a_refusal_goes_to_who_asked_and_a_cancellation_to_who_had_it_to_ship(
    stage: Stage, run_jobs: JobRunner
) -> None:
    people: Crew = await crew(stage)
    product = await goods(stage)
    refused = await people.request((product, "3"))
    await step(people.regional, refused, "refusal", reason="已有货")
    await run_jobs()
    [(title, body, _)] = await letters(people.receiver, refused)
    assert (title, body) == ("A1 店：调拨未通过", "A1 店 → A2 店：已有货")
    approved = await people.approve(await people.request((product, "2")))
    await run_jobs()
    await step(people.receiver, approved, "cancellation", reason="不需要了")
    await run_jobs()
    assert (await letters(people.sender, approved))[0][:2] == ("A1 店：调拨已取消", "不用再发货给A2 店了：不需要了")


async def test_a_transfer_that_arrives_whole_is_told_to_nobody(stage: Stage, run_jobs: JobRunner) -> None:
    people: Crew = await crew(stage)
    sent = await people.shipped((await goods(stage), "3"))
    await run_jobs()
    before = await letters(people.sender, sent)
    await people.receive(sent)
    await run_jobs()
    assert await letters(people.sender, sent) == before
