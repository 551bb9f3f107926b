"""RFID readers: every tag counts once, whoever reads it, wherever, in whatever notation and however often."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.counts.conftest import Counting, ids
from tests.factories.catalog import category, product_form
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.shop import Shop

COFFEE = "6901234567892"


def uri(serial: int, item: str = "056789") -> str:
    """Return a coffee's tag as an URI."""
    return f"urn:epc:id:sgtin:6901234.{item}.{serial}"


def memory(serial: int, item: int = 56789) -> str:
    """Return a coffee's tag as a reader finds it: SGTIN-96, a piece for sale, a company prefix of seven digits."""
    return f"{0x30 << 88 | 1 << 85 | 5 << 82 | 6901234 << 58 | item << 38 | serial:024X}"


def ago(minutes: float) -> datetime:
    return datetime.now(UTC) - timedelta(minutes=minutes)


@pytest.fixture
async def coffee(shop: Shop, client: LogIn) -> str:
    """Five coffees with their barcode."""
    buyer = await client("buyer")
    names = {"zh": "咖啡", "en": "Coffee"}
    form = await product_form(buyer, code="P9", name=names, barcodes=[COFFEE], categoryId=await category(buyer, "D"))
    answer = await buyer.post("/api/products", form)
    assert answer.status_code == 201, answer.text
    shop.products["咖啡"] = UUID(answer.json()["id"])
    await shop.deliver("咖啡", 5)
    return answer.json()["id"]


def read(counting: Counting, *epcs: str, at: datetime | None = None, zone: str = "卖场", **more: Any) -> dict[str, Any]:
    """Return a batch of a reader in a zone."""
    when = (at or datetime.now(UTC)).isoformat()
    return {"tags": [{"epc": epc, "zoneId": counting.zones[zone], "readAt": when, **more} for epc in epcs]}


async def send(counting: Counting, reader: Client, batch: dict[str, Any]) -> dict[str, Any]:
    """Send a batch and return what became of its tags."""
    answer = await reader.put(f"{counting.path}/lines", batch)
    assert answer.status_code == 200, answer.text
    return answer.json()["tags"]


async def counted(counting: Counting, who: Client) -> list[tuple[str | None, str | None, str, int]]:
    """Return zone, barcode, quantity and tags of every line."""
    items = (await who.get(f"{counting.path}/lines")).json()["items"]
    return [(each["zoneName"], each["barcode"], each["quantity"], each["tags"]) for each in items]


def told(taken: int, known: int = 0, unnamed: int = 0) -> dict[str, Any]:
    return {"taken": taken, "unnamed": unnamed, "known": known, "refused": []}


@pytest.mark.usefixtures("coffee")
async def test_a_tag_counts_once_from_two_readers_two_zones_two_batches_and_two_notations(
    counting: Counting, clerk: Client, manager: Client
) -> None:
    first = read(counting, memory(1), uri(2), memory(1), uri(1))
    assert await send(counting, clerk, first) == told(2, known=2)
    assert await send(counting, clerk, first) == told(0, known=4)
    assert await send(counting, manager, read(counting, memory(2), memory(3), zone="后仓")) == told(1, known=1)
    assert await send(counting, clerk, read(counting, uri(3), uri(4))) == told(1, known=1)
    assert await counted(counting, manager) == [("卖场", None, "3", 3), ("后仓", None, "1", 1)]


@pytest.mark.usefixtures("lenient")
async def test_each_read_has_its_own_time_and_tags_add_up_with_what_people_count(
    counting: Counting, coffee: str, clerk: Client, regional: Client
) -> None:
    shop = counting.shop
    await send(counting, clerk, read(counting, uri(1), uri(2), at=ago(30)))
    await shop.sell("咖啡", 1, ago(20))
    await send(counting, clerk, read(counting, uri(3), at=ago(10)))
    await counting.take(clerk, counting.line("咖啡", 1, ago(10)), counting.line("牛奶", 10), counting.line("茶", 20))
    await shop.sell("咖啡", 1, ago(5))
    line = (await regional.get(f"{counting.path}/lines", product=coffee)).json()["items"][0]
    assert (line["tags"], line["quantity"], line["revision"]) == (3, "3", 2)
    assert datetime.fromisoformat(line["countedAt"]) - datetime.fromisoformat(line["begunAt"]) >= timedelta(minutes=19)
    tags = (await regional.get(f"{counting.path}/lines/{line['id']}/tags")).json()
    assert [each["epc"] for each in tags["items"]] == [uri(1), uri(2), uri(3)]
    await counting.submit(clerk)
    found = (await counting.variances(regional))["咖啡"]
    assert (found["counted"], found["expected"], found["variance"], found["between"]) == ("4", "4", "0", "-1")


@pytest.mark.usefixtures("coffee", "lenient")
async def test_tags_that_name_no_product_are_kept_by_their_kind_until_somebody_decides(
    counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    shop = counting.shop
    tray, badge = "3374257BF40C0E400000162E", "E28011700000020F1A2B3C4D"
    batch = read(counting, uri(1, "099999"), memory(2, 99999), tray, "urn:epc:id:grai:0614141.12345.9", badge)
    assert await send(counting, clerk, batch) == told(5, unnamed=5)
    assert await send(counting, clerk, batch) == told(0, known=5)
    kinds = [("卖场", "6901234999990", "2", 2), ("卖场", "EPC GRAI", "2", 2), ("卖场", "EPC OTHER", "1", 1)]
    assert sorted(await counted(counting, manager), key=str) == kinds
    unknown = {
        each["barcode"]: f"{counting.path}/lines/{each['id']}"
        for each in (await manager.get(f"{counting.path}/lines", unknown=True)).json()["items"]
    }
    bread = {"productId": ids(shop, "面包")[0]}
    assert (await manager.post(f"{unknown['6901234999990']}/product", bread)).status_code == 200
    assert await send(counting, clerk, read(counting, uri(3, "099999"))) == told(1, unnamed=1)
    await counting.take(clerk, counting.line("牛奶", 10), counting.line("茶", 20), counting.line("咖啡", 5))
    await counting.submit(clerk)
    assert (await counting.variances(regional))["面包"]["counted"] == "3"  # and so were the tags that came later
    assert (await counting.step(regional, "approval")).status_code == 422
    for kind in ("EPC GRAI", "EPC OTHER"):
        aside = await manager.post(f"{unknown[kind]}/setting-aside", {"reason": "周转箱"})
        assert aside.status_code == 200, aside.text
    await counting.approve(regional)
    assert (await shop.on_hand("面包"))[0] == "3"


@pytest.mark.usefixtures("coffee")
async def test_what_is_no_tag_or_lies_nowhere_is_named_and_keeps_no_other_from_being_taken(
    counting: Counting, clerk: Client
) -> None:
    batch = read(counting, "6901234567892", uri(1), uri(2, "12345"))
    elsewhere = {**batch["tags"][1], "epc": uri(5), "zoneId": counting.id}
    early = {**batch["tags"][1], "epc": uri(6), "round": 2}
    found = await send(counting, clerk, {"tags": [*batch["tags"], elsewhere, early]})
    assert (found["taken"], found["unnamed"]) == (2, 1)
    assert [(each["epc"], each["reason"]) for each in found["refused"]] == [
        ("6901234567892", "bad_tag"),
        (uri(5), "no_zone"),
        (uri(6), "no_such_round"),
    ]
    empty = await clerk.put(f"{counting.path}/lines", {})
    assert (empty.status_code, empty.json()["errors"][0]["field"]) == (422, "lines")


@pytest.mark.usefixtures("coffee")
async def test_a_line_of_tags_is_nobodys_to_change(counting: Counting, clerk: Client) -> None:
    await send(counting, clerk, read(counting, uri(1)))
    line = (await clerk.get(f"{counting.path}/lines")).json()["items"][0]
    stolen = await counting.take(clerk, {**counting.line("咖啡", 9), "id": line["id"], "revision": 9})
    assert stolen["refused"] == [{"id": line["id"], "reason": "anothers_line"}]
    assert await counted(counting, clerk) == [("卖场", None, "1", 1)]


@pytest.mark.usefixtures("coffee")
async def test_in_the_recount_a_tag_counts_again_for_somebody_else(
    counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 10), counting.line("茶", 20))
    await send(counting, clerk, read(counting, uri(1), uri(2)))
    assert (await counting.submit(clerk))["status"] == "recount"
    own = await send(counting, clerk, read(counting, uri(1)))
    assert [each["reason"] for each in own["refused"]] == ["counted_by_yourself"]
    assert await send(counting, manager, read(counting, *map(uri, range(1, 6)))) == told(5)
    assert await send(counting, manager, read(counting, memory(1))) == told(0, known=1)
    await counting.submit(manager)
    found = (await counting.variances(regional))["咖啡"]
    assert (found["counted"], found["variance"], found["submittedVariance"]) == ("5", "0", "-3")


@pytest.mark.usefixtures("coffee")
async def test_a_reader_posts_by_a_token_and_may_do_nothing_else(
    counting: Counting, manager: Client, anonymous: Client, client: LogIn
) -> None:
    admin = await client("admin")
    scopes = ["counts.read", "counts.take"]
    issued = (await admin.post("/api/tokens", {"name": "RFID", "scopes": scopes})).json()
    bearer = {"Authorization": f"Bearer {issued['token']}"}
    answer = await anonymous.put(f"{counting.path}/lines", read(counting, memory(1), memory(2)), headers=bearer)
    assert (answer.status_code, answer.json()["tags"]) == (200, told(2))
    zones = (await anonymous.http.get(counting.path, headers=bearer)).json()["zones"]
    assert [(zone["name"], zone["lines"], zone["tags"]) for zone in zones] == [("卖场", 1, 2), ("后仓", 0, 0)]
    assert (await anonymous.http.get(f"{counting.path}/variances", headers=bearer)).status_code == 403
    progress = (await manager.get(f"{counting.path}/progress")).json()
    assert [(each["lines"], each["tags"]) for each in progress] == [(1, 2)]
    await counting.step(manager, "cancellation", reason="改期")
    late = await anonymous.put(f"{counting.path}/lines", read(counting, memory(3)), headers=bearer)
    assert (late.status_code, late.json()["current"]["status"]) == (409, "cancelled")
