"""Whoever counts does not learn what the book says: not from answers, not from errors, not from the sync."""

import json

from tests.counts.conftest import Counting, begin
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.shop import Shop

BOOKED = ("10", "20")
REVEALING = {"expected", "variance", "valueCents", "moved", "onHand", "submittedVariance", "unitCost"}


def keys_in(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in keys_in(each)}
    return {key for each in value for key in keys_in(each)} if isinstance(value, list) else set()


async def test_no_answer_to_a_counter_has_a_field_of_the_book(counting: Counting, clerk: Client) -> None:
    answers = [
        await counting.take(clerk, counting.line("牛奶", 7)),
        await counting.read(clerk),
        (await clerk.get(f"{counting.path}/lines")).json(),
        (await clerk.get("/api/counts")).json(),
        (await clerk.get("/api/sync")).json(),
        (await clerk.get("/api/sync/products")).json(),
    ]
    assert keys_in(answers) & REVEALING == set()


async def test_variances_are_out_of_reach_until_the_count_is_submitted(
    counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 3), counting.line("茶", 20))
    for reader, status in ((clerk, 403), (manager, 409), (regional, 409)):
        refused = await reader.get(f"{counting.path}/variances")
        assert refused.status_code == status
        assert not any(figure in refused.text for figure in ('"10"', '"20"', "3000"))
    await counting.submit(clerk)  # the milk differs too much: the manager may have to count it again
    assert (await manager.get(f"{counting.path}/variances")).status_code == 409
    assert (await regional.get(f"{counting.path}/variances")).status_code == 200
    assert (await clerk.get(f"{counting.path}/variances")).status_code == 403


async def test_the_recount_names_products_and_no_quantities(
    shop: Shop, counting: Counting, clerk: Client, manager: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 3), counting.line("茶", 20))
    await counting.submit(clerk)
    seen = json.dumps(await counting.read(manager))
    assert str(shop.products["牛奶"]) in seen
    assert not any(f'"{figure}"' in seen for figure in BOOKED)


async def test_a_counter_sees_only_what_they_counted_themselves(
    counting: Counting, clerk: Client, manager: Client
) -> None:
    await counting.take(manager, counting.line("牛奶", 4))
    mine = counting.line("茶", 20)
    await counting.take(clerk, mine)
    assert [each["id"] for each in (await clerk.get(f"{counting.path}/lines")).json()["items"]] == [mine["id"]]


async def test_the_sync_carries_counts_to_those_who_take_them_and_says_when_they_end(
    counting: Counting, clerk: Client, manager: Client, client: LogIn
) -> None:
    first = (await clerk.get("/api/sync")).json()
    assert [(each["id"], each["status"]) for each in first["counts"]] == [(counting.id, "open")]
    assert (await (await client("inspector")).get("/api/sync")).json()["counts"] == []
    await counting.step(manager, "cancellation", reason="改期")
    later = (await clerk.get("/api/sync", since=first["cursor"])).json()
    assert [(each["id"], each["status"]) for each in later["counts"]] == [(counting.id, "cancelled")]
    assert (await clerk.get("/api/sync")).json()["counts"] == []


async def test_the_book_is_closed_to_the_stores_own_people_while_they_count(
    shop: Shop, manager: Client, clerk: Client, regional: Client
) -> None:
    spot = await begin(shop, manager, "spot", productIds=[str(shop.products["牛奶"])])
    milk = {"store": str(shop.store), "product": str(shop.products["牛奶"])}

    async def seen(who: Client) -> list[str]:
        return [each["name"]["zh"] for each in (await who.get("/api/stock", store=str(shop.store))).json()["items"]]

    assert (await seen(manager), await seen(regional)) == (["茶"], ["牛奶", "茶"])
    assert (await manager.get("/api/stock/totals")).json()["items"] == 1
    for path in ("/api/stock/moves", f"/api/stock/stores/{milk['store']}/products/{milk['product']}"):
        assert (await manager.get(path, **milk)).status_code == 409
        assert (await regional.get(path, **milk)).status_code == 200
    await spot.take(clerk, spot.line("牛奶", 10))
    await spot.submit(clerk)
    assert await seen(manager) == ["牛奶", "茶"]
