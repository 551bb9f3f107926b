"""What is said about a task, and the way it took."""

from typing import Any
from uuid import uuid4

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.tasks import photo
from tests.tasks.conftest import OpenTask, answer


def said(text: str, **changes: Any) -> dict[str, Any]:
    """Return the form of a comment."""
    return {"id": str(uuid4()), "text": text, **changes}


async def inbox(client: Client) -> list[tuple[str, str]]:
    """Return kind and body of an inbox's entries of comments, which jobs write in any order."""
    entries = (await client.get("/api/notifications")).json()["items"]
    return sorted((e["kind"], e["body"]["zh"]) for e in entries if e["kind"] == "tasks.commented")


async def test_both_sides_talk_in_order_and_each_is_told_what_the_other_said(
    task: OpenTask, client: LogIn, run_jobs: JobRunner
) -> None:
    manager, inspector, regional = await client("manager"), await client("inspector"), await client("regional")
    picture = photo()
    await manager.post(f"{task.path}/comments", said("缺的是哪一格？"))
    await inspector.post(f"{task.path}/comments", said("第二层左边", photos=[picture]))
    shown = (await manager.post(f"{task.path}/comments", said("明白了"))).json()
    assert [(c["byName"], c["text"], c["photos"]) for c in shown["comments"]] == [
        (manager.me["account"]["name"], "缺的是哪一格？", []),
        (inspector.me["account"]["name"], "第二层左边", [picture["id"]]),
        (manager.me["account"]["name"], "明白了", []),
    ]
    assert shown["version"] == 1
    await run_jobs()
    assert await inbox(inspector) == [
        ("tasks.commented", "“饮料柜缺货”：明白了"),
        ("tasks.commented", "“饮料柜缺货”：缺的是哪一格？"),
    ]
    assert await inbox(manager) == [("tasks.commented", "“饮料柜缺货”：第二层左边")]
    assert await inbox(regional) == []


async def test_a_comment_makes_no_answer_stale_and_the_same_one_again_is_one(task: OpenTask, client: LogIn) -> None:
    manager, inspector = await client("manager"), await client("inspector")
    form = said("请先补饮料柜")
    for _ in range(2):
        assert (await inspector.post(f"{task.path}/comments", form)).status_code == 200
    assert (await manager.post(f"{task.path}/comments", form)).status_code == 404
    shown = (await answer(manager, task, version=1)).json()
    assert (shown["status"], len(shown["comments"])) == ("answered", 1)


async def test_an_empty_comment_and_one_from_another_store_are_refused(org: Org, task: OpenTask, client: LogIn) -> None:
    empty = await (await client("manager")).post(f"{task.path}/comments", said("  "))
    assert (empty.status_code, empty.json()["errors"][0]["field"]) == (422, "text")
    admin, clerk = await client("admin"), await client("clerk")
    grants = {"grants": [{"role": "clerk", "nodeId": str(org.places["B1"])}]}
    await admin.put(f"/api/accounts/{org.accounts['clerk']}/grants", grants)
    assert (await clerk.post(f"{task.path}/comments", said("你好"))).status_code == 404
    assert (await (await client("buyer")).post(f"{task.path}/comments", said("你好"))).status_code == 403


async def test_the_way_of_a_task_is_told_step_by_step_with_who_took_it(org: Org, task: OpenTask, client: LogIn) -> None:
    manager, clerk, inspector = await client("manager"), await client("clerk"), await client("inspector")
    await manager.post(f"{task.path}/assignment", {"accountId": str(org.accounts["clerk"]), "ifVersion": 1})
    await clerk.post(f"{task.path}/block", {"reason": "supplier", "note": "等送货", "ifVersion": 2})
    await clerk.post(f"{task.path}/unblock", {"ifVersion": 3})
    await clerk.post(f"{task.path}/comments", said("到货了"))
    await answer(clerk, task, version=4)
    await inspector.post(f"{task.path}/verification", {"accepted": False, "reason": "还缺一排", "ifVersion": 5})
    shown = (await inspector.get(task.path)).json()
    names = {role: c.me["account"]["name"] for role, c in (("m", manager), ("c", clerk), ("i", inspector))}
    assert [(s["kind"], s["byName"], s["toName"], s["note"], s["reason"]) for s in shown["steps"]] == [
        ("opened", None, names["m"], None, None),
        ("assigned", names["m"], names["c"], None, None),
        ("blocked", names["c"], None, "等送货", "supplier"),
        ("unblocked", names["c"], names["c"], None, None),
        ("commented", names["c"], None, "到货了", None),
        ("answered", names["c"], None, None, None),
        ("returned", names["i"], None, "还缺一排", None),
    ]
    assert shown["steps"][0]["refId"] == shown["findings"][0]["id"]
    assert shown["steps"][4]["refId"] == shown["comments"][0]["id"]
    assert shown["steps"][5]["refId"] == shown["responses"][0]["id"]
