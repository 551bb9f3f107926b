"""What differs too much is counted again by somebody else, and whoever counted does not approve."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from tests.counts.conftest import Counting, begin, ids
from tests.factories.catalog import category, product_form
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.shop import Shop


async def test_a_big_variance_is_counted_again_by_another_person(
    shop: Shop, counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 3), counting.line("茶", 19))
    submitted = await counting.submit(clerk)
    assert (submitted["status"], submitted["round"], submitted["recountIds"]) == ("recount", 2, ids(shop, "牛奶"))
    own = await counting.take(clerk, counting.line("牛奶", 4))
    assert [each["reason"] for each in own["refused"]] == ["counted_by_yourself"]
    other = await counting.take(manager, counting.line("茶", 19))
    assert [each["reason"] for each in other["refused"]] == ["not_in_recount"]
    early = await manager.post(f"{counting.path}/submission", {})
    assert (early.status_code, early.json()["errors"][0]["field"]) == (422, "lines")
    await counting.take(manager, counting.line("牛奶", 9))
    done = await counting.submit(manager)
    assert (done["status"], done["recountIds"]) == ("submitted", [])
    found = await counting.variances(regional)
    assert [(found[n]["counted"], found[n]["variance"], found[n]["recounted"]) for n in ("牛奶", "茶")] == [
        ("9", "-1", True),
        ("19", "-1", False),
    ]
    assert found["牛奶"]["submittedVariance"] == "-7"
    await counting.approve(regional)
    assert [(await shop.on_hand(name))[0] for name in ("牛奶", "茶")] == ["9", "19"]


async def test_the_thresholds_are_the_organizations(
    shop: Shop, counting: Counting, clerk: Client, client: LogIn
) -> None:
    rule = {"recountQuantity": "0", "recountCents": 700, "recountPercent": 0, "approvalCents": 0}
    assert (await (await client("admin")).put("/api/counts/rule", rule)).json() == {**rule, "categories": []}
    await counting.take(clerk, counting.line("牛奶", 8), counting.line("茶", 17))
    assert (await counting.submit(clerk))["recountIds"] == ids(shop, "茶")  # 3 × 3 yuan; the milk is 6 yuan
    refused = await clerk.put("/api/counts/rule", rule)
    assert refused.status_code == 403


async def test_a_category_has_its_own_thresholds_and_so_have_those_below_it(
    counting: Counting, clerk: Client, client: LogIn
) -> None:
    shop, buyer, admin = counting.shop, await client("buyer"), await client("admin")
    drinks, water = await category(buyer, "D"), await category(buyer, "W")
    form = await product_form(buyer, code="W1", name={"zh": "水", "en": "Water"}, barcodes=[], categoryId=water)
    shop.products["水"] = UUID((await buyer.post("/api/products", form)).json()["id"])
    await shop.deliver("水", 10)
    off = {"recountQuantity": "0", "recountCents": 0, "recountPercent": 0}
    strict, loose = {**off, "categoryId": drinks, "recountQuantity": "2"}, {**off, "categoryId": water}
    rule = {**off, "recountQuantity": "1", "approvalCents": 0}
    for categories, again in (([], ["牛奶", "茶", "水"]), ([strict], ["牛奶", "水"]), ([loose, strict], ["牛奶"])):
        kept = (await admin.put("/api/counts/rule", {**rule, "categories": categories})).json()
        assert sorted(each["categoryId"] for each in kept["categories"]) == sorted(
            each["categoryId"] for each in categories
        )
        fresh = await begin(shop, await client("manager"), "spot", productIds=ids(shop, "牛奶", "茶", "水"))
        await fresh.take(clerk, fresh.line("牛奶", 8), fresh.line("茶", 19), fresh.line("水", 7))
        assert sorted((await fresh.submit(clerk))["recountIds"]) == sorted(ids(shop, *again))
    for wrong, field in (([loose, loose], "categories"), ([{**loose, "categoryId": counting.id}], "categories")):
        refused = await admin.put("/api/counts/rule", {**rule, "categories": wrong})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)


async def test_an_approver_may_ask_for_a_recount_of_what_looks_odd(
    shop: Shop, counting: Counting, clerk: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 10), counting.line("茶", 19))
    await counting.submit(clerk)
    refused = await counting.step(regional, "recount", productIds=ids(shop, "面包"))
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "productIds")
    asked = await counting.step(regional, "recount", productIds=ids(shop, "茶"))
    assert (asked.json()["status"], asked.json()["recountIds"]) == ("recount", ids(shop, "茶"))


async def test_whoever_counted_may_not_approve(shop: Shop, counting: Counting, clerk: Client, regional: Client) -> None:
    await counting.take(clerk, counting.line("牛奶", 10))
    await counting.take(regional, counting.line("茶", 20))
    await counting.submit(clerk)
    refused = await counting.step(regional, "approval")
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert await shop.on_hand("牛奶") == ("10", 3000)


async def test_a_variance_above_the_limit_goes_to_finance(
    counting: Counting, clerk: Client, regional: Client, client: LogIn
) -> None:
    admin, finance = await client("admin"), await client("finance")
    rule = {"recountQuantity": "0", "recountCents": 0, "recountPercent": 0, "approvalCents": 500}
    await admin.put("/api/counts/rule", rule)
    await counting.take(clerk, counting.line("牛奶", 8), counting.line("茶", 20))
    await counting.submit(clerk)
    refused = await counting.step(regional, "approval")
    assert (refused.status_code, "5" in refused.json()["detail"]) == (403, True)
    assert (await counting.approve(finance))["lossCents"] == 600


async def test_lines_still_on_their_way_keep_the_count_from_being_submitted(counting: Counting, clerk: Client) -> None:
    await counting.take(clerk, counting.line("牛奶", 10))
    refused = await clerk.post(f"{counting.path}/submission", {"lines": 3})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "lines")
    assert (await counting.read(clerk))["status"] == "open"


async def test_a_count_that_is_given_up_posts_nothing_and_takes_no_more_lines(
    shop: Shop, counting: Counting, clerk: Client, manager: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 1))
    given_up = await counting.step(manager, "cancellation", reason="改期")
    assert (given_up.json()["status"], given_up.json()["cancelReason"]) == ("cancelled", "改期")
    late = await clerk.put(f"{counting.path}/lines", {"lines": [counting.line("茶", 1)]})
    assert (late.status_code, late.json()["code"], late.json()["current"]["status"]) == (
        409,
        "version_conflict",
        "cancelled",
    )
    assert await shop.on_hand("牛奶") == ("10", 3000)


async def test_a_count_that_changed_meanwhile_is_not_approved_unseen(
    counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 10), counting.line("茶", 19))
    await counting.submit(clerk)
    seen = (await counting.read(regional))["version"]
    await counting.decide(manager, "茶", reason="theft")
    refused = await regional.post(f"{counting.path}/approval", {"ifVersion": seen})
    assert (refused.status_code, refused.json()["code"]) == (409, "version_conflict")


async def test_what_moved_between_two_zones_of_one_place_is_shown(
    shop: Shop, counting: Counting, clerk: Client, regional: Client
) -> None:
    now = datetime.now(UTC)
    first, second = now - timedelta(minutes=20), now - timedelta(minutes=5)
    await counting.take(clerk, counting.line("牛奶", 4, first), counting.line("牛奶", 5, second))
    await shop.sell("牛奶", 1, now - timedelta(minutes=10))
    await counting.take(clerk, counting.line("茶", 20, first))
    await counting.submit(clerk)
    found = await counting.variances(regional)
    assert [(found[name]["between"], found[name]["variance"]) for name in ("牛奶", "茶")] == [("-1", "0"), ("0", "0")]


async def test_lines_of_the_first_round_that_arrive_during_the_recount_are_no_recount(
    counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 3), counting.line("茶", 19))
    await counting.submit(clerk)
    late = [counting.line("牛奶", 6, round=1, zone="后仓"), counting.line("茶", 1, round=1, zone="后仓")]
    assert (await counting.take(manager, *late))["taken"] == 2
    ended = await manager.post(f"{counting.path}/submission", {"round": 1})
    assert (ended.status_code, ended.json()["code"]) == (409, "wrong_state")
    early = await counting.take(manager, counting.line("牛奶", 1, round=2))
    assert [each["reason"] for each in early["refused"]] == ["counted_by_yourself"]  # she counted it, though late
    await counting.take(regional, counting.line("牛奶", 9))
    await counting.submit(regional)
    found = await counting.variances(regional)
    assert [(found[name]["counted"], found[name]["variance"]) for name in ("牛奶", "茶")] == [("9", "-1"), ("20", "0")]


async def test_there_is_no_second_round_before_the_first_has_ended(counting: Counting, clerk: Client) -> None:
    refused = await counting.take(clerk, counting.line("牛奶", 3, round=2))
    assert [each["reason"] for each in refused["refused"]] == ["no_such_round"]
