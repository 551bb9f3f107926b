"""Whom the steps of a count are told to."""

from typing import Any

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.faults.count_scenarios import counting
from tests.faults.stage import Stage


async def inbox(who: Client) -> list[tuple[str, str, str]]:
    items: list[dict[str, Any]] = (await who.get("/api/notifications")).json()["items"]
    return [(each["title"]["zh"], each["body"]["zh"], each["link"]) for each in items]


async def test_a_count_is_told_to_counters_then_to_who_approves_then_to_the_store(
    org: Org, client: LogIn, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    stage = Stage(org, client, app_tx, number=1)
    clerk, regional, manager = await client("clerk"), await client("regional"), await client("manager")
    count = await counting(stage, "9", submitted=True)
    await run_jobs()
    assert await inbox(clerk) == [("A1 店：有新的盘点", "“盘点 1”已开始，请按区域盘点。", f"/counts/{count['id']}")]
    approve = "“盘点 1”已提交，共 1 个商品，请查看差异并审批。"
    assert await inbox(regional) == [("A1 店：盘点待审批", approve, f"/console/counts/{count['id']}")]
    assert await inbox(manager) == []
    answer = await regional.post(f"/api/counts/{count['id']}/approval", {"ifVersion": count["version"]})
    assert answer.is_success, answer.text
    await run_jobs()
    done = "“盘点 1”账面已调整：盘盈 0.00 元，盘亏 1.00 元。"
    assert await inbox(manager) == [("A1 店：盘点已通过", done, f"/console/counts/{count['id']}")]


async def test_a_recount_is_told_only_to_those_who_have_not_counted(
    org: Org, client: LogIn, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    stage = Stage(org, client, app_tx, number=1)
    clerk, manager = await client("clerk"), await client("manager")
    count = await counting(stage, "2", submitted=True)
    await run_jobs()
    again = "“盘点 1”有 1 个商品差异较大，请换一个人复盘。"
    assert (await inbox(manager)) == [("A1 店：需要复盘", again, f"/counts/{count['id']}")]
    assert [title for title, _, _ in await inbox(clerk)] == ["A1 店：有新的盘点"]
