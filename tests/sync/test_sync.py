"""A phone asks what changed, and is told that and nothing else."""

from collections.abc import Callable, Generator
from datetime import datetime, timedelta
from typing import Any

import pytest

from storewalk.core.platform import Platform
from storewalk.core.schemas import Words
from storewalk.notifications.api import Notice, notify
from storewalk.stores.api import ChangeStore, change_store, get_store
from storewalk.sync import delta
from storewalk.tasks.api import open_task
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import begin, checkpoint, publish, template
from tests.factories.organization import Org
from tests.factories.tasks import finding, photo

LISTS = ("visits", "templates", "tasks", "stores", "notifications")


@pytest.fixture
def pass_time(platform: Platform) -> Generator[Callable[[timedelta], None]]:
    """`pass_time(timedelta(minutes=2))`: let time go by, and again."""
    kept = platform.clock.offset

    def go(by: timedelta) -> None:
        platform.clock.offset += by

    yield go
    platform.clock.offset = kept


@pytest.fixture
def world(org: Org, app_tx: AppTx) -> "World":
    return World(org, app_tx)


class World:
    """What happens at stores between two syncs."""

    def __init__(self, org: Org, app_tx: AppTx) -> None:
        self.org, self.app_tx = org, app_tx

    async def task(self, store: str, key: str = "fridge") -> str:
        """Open a task at a store."""
        async with self.app_tx(self.org) as tx:
            return str(await open_task(tx, finding(self.org, tx, store=store, fault_key=key)))

    async def tell(self, role: str) -> None:
        """Put an entry into an inbox."""
        async with self.app_tx(self.org) as tx:
            words = Words("通知", "Notice")
            account = self.org.accounts[role]
            await notify(tx, Notice(account_ids=(account,), kind="test", title=words, body=words, link="/"))

    async def rename(self, store: str, name: str) -> None:
        """Give a store another name."""
        async with self.app_tx(self.org) as tx:
            known = await get_store(tx, self.org.places[store])
            form = ChangeStore(
                code=known.code,
                name=name,
                region_id=known.region_id,
                legal_entity_id=known.legal_entity_id,
                if_version=known.version,
            )
            await change_store(tx, known.id, form)


async def sync(client: Client, since: str | None = None) -> dict[str, Any]:
    answer = await client.get("/api/sync", since=since)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(answer: dict[str, Any]) -> dict[str, list[str]]:
    return {name: [row["id"] for row in answer[name]] for name in LISTS if answer[name]}


async def test_the_first_answer_is_everything_in_ones_scope_and_nothing_of_another_store(
    world: World, client: LogIn
) -> None:
    mine, _, _ = await world.task("A1"), await world.task("A2"), await world.task("B1")
    await world.tell("clerk")
    answer = await sync(await client("clerk"))
    assert (answer["full"], answer["unread"]) == (True, 1)
    assert [task["id"] for task in answer["tasks"]] == [mine]
    assert [store["id"] for store in answer["stores"]] == [str(world.org.places["A1"])]
    assert len(answer["notifications"]) == 1
    assert answer["tasks"][0]["requirement"]["zh"] == "补满、价签对齐"


async def test_later_only_what_changed_comes(
    world: World, client: LogIn, pass_time: Callable[[timedelta], None]
) -> None:
    first, second = await world.task("A1", "fridge"), await world.task("A1", "floor")
    await world.tell("manager")
    manager = await client("manager")
    pass_time(timedelta(minutes=2))
    quiet = await sync(manager, (await sync(manager))["cursor"])
    assert (quiet["full"], ids(quiet), quiet["unread"]) == (False, {}, 1)
    answered = {"note": "", "photos": [photo()], "ifVersion": 1}
    await manager.post(f"/api/tasks/{second}/response", answered)
    await world.task("A2")
    await world.rename("B1", "别的店")
    changed = await sync(manager, quiet["cursor"])
    assert (changed["full"], ids(changed)) == (False, {"tasks": [second]})
    assert (changed["tasks"][0]["status"], len(changed["tasks"][0]["responses"])) == ("answered", 1)
    pass_time(timedelta(minutes=2))
    await world.rename("A1", "A1 新名")
    await manager.post("/api/notifications/read-all")
    renamed = await sync(manager, changed["cursor"])
    assert set(ids(renamed)) == {"tasks", "stores", "notifications"}
    assert (ids(renamed)["tasks"], renamed["stores"][0]["name"], renamed["unread"]) == ([second], "A1 新名", 0)
    assert first not in ids(renamed)["tasks"]


async def test_a_done_task_comes_once_more_as_done_and_is_in_no_fresh_answer(world: World, client: LogIn) -> None:
    task = await world.task("A1")
    manager, inspector = await client("manager"), await client("inspector")
    mark = (await sync(manager))["cursor"]
    answered = {"note": "", "photos": [photo()], "ifVersion": 1}
    await manager.post(f"/api/tasks/{task}/response", answered)
    await inspector.post(f"/api/tasks/{task}/verification", {"accepted": True, "ifVersion": 2})
    assert [(t["id"], t["status"]) for t in (await sync(manager, mark))["tasks"]] == [(task, "accepted")]
    assert (await sync(manager))["tasks"] == []


async def test_what_was_committed_after_the_mark_but_begun_before_it_is_not_lost(world: World, client: LogIn) -> None:
    manager = await client("manager")
    async with world.app_tx(world.org) as tx:
        task = await open_task(tx, finding(world.org, tx))
        mark = await sync(manager)
        assert mark["tasks"] == []
    assert [row["id"] for row in (await sync(manager, mark["cursor"]))["tasks"]] == [str(task)]


async def test_other_grants_bring_everything_anew(world: World, client: LogIn) -> None:
    a1, a2 = await world.task("A1"), await world.task("A2")
    manager, admin = await client("manager"), await client("admin")
    before = await sync(manager)
    assert ids(before)["tasks"] == [a1]
    moved = {"grants": [{"role": "manager", "nodeId": str(world.org.places["A2"])}]}
    answer = await admin.put(f"/api/accounts/{world.org.accounts['manager']}/grants", moved)
    assert answer.status_code == 200, answer.text
    after = await sync(manager, before["cursor"])
    assert (after["full"], ids(after)["tasks"], ids(after)["stores"]) == (True, [a2], [str(world.org.places["A2"])])
    again = await sync(manager, after["cursor"])
    assert again["full"] is False


async def test_a_change_of_language_is_no_reason_to_send_everything(client: LogIn) -> None:
    manager = await client("manager")
    mark = (await sync(manager))["cursor"]
    await manager.put("/api/me/locale", {"locale": "en"})
    assert (await sync(manager, mark))["full"] is False


@pytest.mark.parametrize("mark", ["", "nonsense", "eyJhdCI6MX0"])
async def test_a_broken_mark_is_answered_with_everything(mark: str, client: LogIn) -> None:
    assert (await sync(await client("manager"), mark))["full"] is True


async def test_a_mark_of_another_person_is_answered_with_everything(client: LogIn) -> None:
    mark = (await sync(await client("clerk")))["cursor"]
    assert (await sync(await client("manager"), mark))["full"] is True


async def test_after_a_month_everything_comes_anew(client: LogIn, pass_time: Callable[[timedelta], None]) -> None:
    mark = (await sync(await client("manager")))["cursor"]
    pass_time(timedelta(days=30, minutes=1))
    assert (await sync(await client("manager"), mark))["full"] is True


async def test_an_inspector_gets_her_visits_and_new_checklists(
    world: World, client: LogIn, pass_time: Callable[[timedelta], None]
) -> None:
    inspector, regional = await client("inspector"), await client("regional")
    first = await publish(regional, template([checkpoint("tags")]))
    pass_time(timedelta(minutes=2))
    mark = (await sync(inspector))["cursor"]
    visit = await begin(inspector, world.org.places["A1"], first["id"])
    second = await publish(regional, template([checkpoint("floor")]))
    changed = await sync(inspector, mark)
    assert ids(changed) == {"visits": [visit.id], "templates": [second["id"]]}
    assert (await sync(await client("buyer"), None))["templates"] == []


async def test_of_a_visit_under_way_a_phone_that_asks_so_is_told_the_changed_answers_alone(
    org: Org, client: LogIn, pass_time: Callable[[timedelta], None]
) -> None:
    inspector = await client("inspector")
    checklist = await publish(await client("regional"), template([checkpoint(key) for key in "abc"]))
    visit = await begin(inspector, org.places["A1"], checklist["id"])
    begun = (await inspector.get("/api/sync", answers=True)).json()
    assert ([each["id"] for each in begun["visits"]], begun["visitAnswers"]) == ([visit.id], [])
    pass_time(timedelta(minutes=2))
    known = (await inspector.get("/api/sync", since=begun["cursor"], answers=True)).json()
    given = await visit.answer("b", outcome="fail")

    told = (await inspector.get("/api/sync", since=known["cursor"], answers=True)).json()
    assert (told["visits"], told["visitAnswers"]) == (
        [],
        [
            {
                "visitId": visit.id,
                "answers": [given],
                "notAsked": [],
                "answered": 1,
                "total": 3,
                "pending": 0,
                "needsPerson": 0,
            }
        ],
    )
    older = await sync(inspector, known["cursor"])
    assert ([each["id"] for each in older["visits"]], older["visitAnswers"]) == ([visit.id], [])
    await visit.answer("a", outcome="pass")
    await visit.answer("c", outcome="pass")
    await visit.submit(3)
    ended = (await inspector.get("/api/sync", since=known["cursor"], answers=True)).json()
    assert ([each["id"] for each in ended["visits"]], ended["visitAnswers"]) == ([visit.id], [])


async def test_when_more_changed_than_a_phone_keeps_it_is_told_everything_anew(
    world: World, client: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = await client("manager")
    mark = (await sync(manager))["cursor"]
    monkeypatch.setattr(delta, "MOST", 2)
    wanted = [await world.task("A1", key) for key in ("a", "b", "c")]
    answer = await sync(manager, mark)
    assert (answer["full"], len(answer["tasks"])) == (True, 2)
    assert set(ids(answer)["tasks"]) < set(wanted)


async def test_the_answer_carries_the_servers_time(client: LogIn, platform: Platform) -> None:
    answer = await sync(await client("manager"))
    assert abs(datetime.fromisoformat(answer["serverTime"]) - platform.clock.now()) < timedelta(seconds=5)
