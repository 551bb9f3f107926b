"""The inbox and its badge."""

from uuid import uuid4

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.notifications.conftest import Tell


async def badge(client: Client) -> int:
    return (await client.get("/api/notifications/unread")).json()["count"]


async def titles(client: Client) -> list[str]:
    return [entry["title"]["zh"] for entry in (await client.get("/api/notifications")).json()["items"]]


async def test_an_entry_is_in_the_inbox_of_those_told_and_of_nobody_else(client: LogIn, tell: Tell) -> None:
    await tell("manager", "clerk", "manager")
    manager, clerk, inspector = await client("manager"), await client("clerk"), await client("inspector")
    [entry] = (await manager.get("/api/notifications")).json()["items"]
    assert entry["title"] == {"zh": "饮料柜缺货（标题）", "en": "饮料柜缺货 (title)"}
    assert (entry["kind"], entry["link"], entry["readAt"], entry["urgent"]) == ("test.told", "/tasks/1", None, False)
    assert [await badge(one) for one in (manager, clerk, inspector)] == [1, 1, 0]
    assert await titles(inspector) == []


async def test_reading_an_entry_lowers_the_badge_and_keeps_the_first_time(client: LogIn, tell: Tell) -> None:
    await tell("manager", text="一")
    await tell("manager", text="二")
    manager = await client("manager")
    newest, oldest = (await manager.get("/api/notifications")).json()["items"]
    assert (newest["title"]["zh"], oldest["title"]["zh"]) == ("二（标题）", "一（标题）")
    assert (await manager.post(f"/api/notifications/{oldest['id']}/read")).json() == {"count": 1}
    first = (await manager.get("/api/notifications")).json()["items"][1]["readAt"]
    assert (await manager.post(f"/api/notifications/{oldest['id']}/read")).json() == {"count": 1}
    assert (await manager.get("/api/notifications")).json()["items"][1]["readAt"] == first
    assert (await manager.post("/api/notifications/read-all")).json() == {"count": 0}
    assert await badge(manager) == 0


async def test_an_entry_of_another_person_is_not_there(client: LogIn, tell: Tell) -> None:
    await tell("manager")
    manager, clerk = await client("manager"), await client("clerk")
    [entry] = (await manager.get("/api/notifications")).json()["items"]
    assert (await clerk.post(f"/api/notifications/{entry['id']}/read")).status_code == 404
    assert (await clerk.post(f"/api/notifications/{uuid4()}/read")).status_code == 404
    await clerk.post("/api/notifications/read-all")
    assert await badge(manager) == 1


async def test_the_inbox_goes_on_page_by_page_without_doubles(client: LogIn, tell: Tell) -> None:
    for number in range(5):
        await tell("manager", text=str(number))
    manager = await client("manager")
    seen, cursor = list[str](), None
    while True:
        part = (await manager.get("/api/notifications", limit=2, cursor=cursor)).json()
        seen += [entry["title"]["en"] for entry in part["items"]]
        cursor = part["next"]
        if cursor is None:
            break
    assert seen == [f"{number} (title)" for number in (4, 3, 2, 1, 0)]


async def test_nobody_reads_an_inbox_without_being_signed_in(anonymous: Client) -> None:
    for path in ("/api/notifications", "/api/notifications/unread", "/api/push/key", "/api/push/deliveries"):
        assert (await anonymous.get(path)).status_code == 401
