"""What head office does with counts: how far they are, many reviews at once, how accurate stores and people are."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.counts.conftest import Counting, begin, ids
from tests.factories.client import Client
from tests.factories.jobs import JobRunner
from tests.factories.shop import Shop


def ago(minutes: float) -> datetime:
    return datetime.now(UTC) - timedelta(minutes=minutes)


async def test_progress_names_each_counter_in_each_zone_and_no_quantity(
    counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 8, ago(20)), counting.line("茶", 20, ago(19)))
    await counting.take(manager, counting.line("牛奶", 1, ago(5), zone="后仓"))
    answer = await regional.get(f"{counting.path}/progress")
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert [(each["zoneId"], each["lines"], each["products"]) for each in found] == [
        (counting.zones["后仓"], 1, 1),
        (counting.zones["卖场"], 2, 2),
    ]
    assert all("quantity" not in each for each in found)


@pytest.mark.usefixtures("lenient")
async def test_many_uncounted_products_are_decided_at_once_or_none_of_them(
    shop: Shop, counting: Counting, clerk: Client, regional: Client
) -> None:
    await shop.deliver("面包", 4)
    await counting.take(clerk, counting.line("茶", 19, ago(20)))
    await counting.submit(clerk)
    path = f"{counting.path}/reviews"
    refused = await regional.post(path, {"productIds": ids(shop, "牛奶", "茶"), "decision": "zero"})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "decision")
    assert (await counting.variances(regional))["牛奶"]["decision"] is None
    done = await regional.post(path, {"productIds": ids(shop, "牛奶", "面包"), "decision": "zero"})
    assert (done.status_code, done.json()) == (200, {"products": 2})
    said = await regional.post(path, {"productIds": ids(shop, "牛奶", "茶"), "reason": "theft"})
    assert said.json() == {"products": 2}
    found = await counting.variances(regional)
    assert {name: (each["reason"], each["decision"], each["variance"]) for name, each in found.items()} == {
        "牛奶": ("theft", "zero", "-10"),
        "茶": ("theft", None, "-1"),
        "面包": (None, "zero", "-4"),
    }
    again = await regional.post(path, {"productIds": ids(shop, "牛奶", "茶"), "reason": "theft"})
    assert again.json() == {"products": 0}
    await counting.approve(regional)
    late = await regional.post(path, {"productIds": ids(shop, "茶"), "reason": "other"})
    assert late.status_code == 409


@pytest.mark.usefixtures("lenient")
async def test_accuracy_by_store_counter_and_count_allows_for_late_facts(
    counting: Counting, clerk: Client, manager: Client, regional: Client, run_jobs: JobRunner
) -> None:
    shop = counting.shop
    await counting.take(clerk, counting.line("牛奶", 8, ago(20)), counting.line("茶", 15, ago(20)))
    await counting.submit(clerk)
    await counting.approve(regional)
    second = await begin(shop, manager, "spot", productIds=ids(shop, "茶"))
    await second.take(manager, second.line("茶", 15, ago(1)))
    await second.submit(manager)
    await second.approve(regional)
    answer = await regional.get("/api/counts/accuracy")
    assert answer.status_code == 200, answer.text
    found = answer.json()
    whole = {"counts": 2, "products": 3, "exact": 1, "varianceCents": 2100, "bookCents": 13500}
    assert {name: found["whole"][name] for name in whole} == whole
    assert [(each["storeId"], each["accuracy"]["exact"]) for each in found["stores"]] == [(str(shop.store), 1)]
    counters = {each["counterId"]: each["accuracy"] for each in found["counters"]}
    assert {each["exact"]: each["products"] for each in counters.values()} == {0: 2, 1: 1}
    assert [each["countId"] for each in found["counts"]] == [second.id, counting.id]
    await shop.sell("牛奶", 2, ago(30))  # an offline till explains what was missing
    await run_jobs()
    totals = (await regional.get(f"{counting.path}/variances")).json()["totals"]
    assert (totals["explained"], totals["explainedCents"], totals["differing"]) == (1, -600, 2)
    later = (await regional.get("/api/counts/accuracy", store=str(shop.store))).json()["whole"]
    assert (later["exact"], later["varianceCents"]) == (2, 1500)
    today = datetime.now(UTC).date()
    past = {"from": str(today - timedelta(days=9)), "to": str(today - timedelta(days=5))}
    nothing = (await regional.get("/api/counts/accuracy", **past)).json()
    assert (nothing["whole"]["products"], nothing["stores"], nothing["counts"]) == (0, [], [])


async def test_a_recount_that_finds_the_same_confirms_the_first_count(
    shop: Shop, counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 2, ago(40)), counting.line("茶", 2, ago(40)))
    await counting.submit(clerk)
    await shop.sell("牛奶", 1, ago(30))
    await counting.take(manager, counting.line("牛奶", 1, ago(20)), counting.line("茶", 20, ago(20)))
    await counting.submit(manager)
    await counting.approve(regional)
    whole = (await regional.get("/api/counts/accuracy")).json()["whole"]
    assert (whole["recounts"], whole["confirmed"], whole["exact"]) == (2, 1, 1)


async def test_counts_are_listed_by_kind_and_state(
    shop: Shop, counting: Counting, manager: Client, regional: Client
) -> None:
    spot = await begin(shop, manager, "spot", productIds=ids(shop, "茶"))
    for query, expected in (
        ({"kind": "spot"}, [spot.id]),
        ({"status": "open"}, [spot.id, counting.id]),
        ({"status": "approved"}, []),
    ):
        found = (await regional.get("/api/counts", **query)).json()["items"]
        assert [each["id"] for each in found] == expected
