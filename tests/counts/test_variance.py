"""What a count says of the book, while the store keeps selling."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.counts.conftest import Counting, begin
from tests.factories.client import Client
from tests.factories.jobs import JobRunner
from tests.factories.shop import Shop

pytestmark = pytest.mark.usefixtures("lenient")


def ago(minutes: float) -> datetime:
    return datetime.now(UTC) - timedelta(minutes=minutes)


async def test_a_sale_before_a_line_and_a_sale_after_it_leave_the_same_variance(
    shop: Shop, counting: Counting, clerk: Client, manager: Client
) -> None:
    await shop.sell("牛奶", 1, ago(30))
    await counting.take(clerk, counting.line("牛奶", 8, ago(20)), counting.line("茶", 20, ago(20)))
    await shop.sell("牛奶", 2, ago(10))
    await shop.sell("茶", 5, ago(5))
    await counting.submit(clerk)
    found = await counting.variances(manager)
    assert {name: (v["expected"], v["counted"], v["variance"], v["moved"]) for name, v in found.items()} == {
        "牛奶": ("9", "8", "-1", "-2"),
        "茶": ("20", "20", "0", "-5"),
    }
    assert found["牛奶"]["valueCents"] == -300


async def test_a_sale_that_arrives_late_recalculates_the_variance_in_view(
    shop: Shop, counting: Counting, clerk: Client, manager: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 8, ago(20)), counting.line("茶", 20, ago(20)))
    await counting.submit(clerk)
    assert (await counting.variances(manager))["牛奶"]["variance"] == "-2"
    await shop.sell("牛奶", 2, ago(25))  # an offline till that comes back
    milk = (await counting.variances(manager))["牛奶"]
    assert (milk["variance"], milk["submittedVariance"], milk["expected"]) == ("0", "-2", "8")


async def test_an_approval_puts_the_book_right_by_one_posting(
    shop: Shop, counting: Counting, clerk: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 8, ago(20)), counting.line("茶", 23, ago(20)))
    await shop.sell("牛奶", 3, ago(10))
    await counting.submit(clerk)
    approved = await counting.approve(regional)
    assert (approved["status"], approved["gainCents"], approved["lossCents"]) == ("approved", 900, 600)
    assert await shop.on_hand("牛奶") == ("5", 1500)
    assert await shop.on_hand("茶") == ("23", 6900)
    again = await counting.step(regional, "approval")
    assert (again.status_code, again.json()["code"]) == (409, "wrong_state")
    assert await shop.on_hand("牛奶") == ("5", 1500)


async def test_a_sale_from_before_an_approved_count_explains_the_variance_and_changes_no_stock(
    shop: Shop, counting: Counting, clerk: Client, regional: Client, run_jobs: JobRunner
) -> None:
    await counting.take(clerk, counting.line("牛奶", 8, ago(20)), counting.line("茶", 20, ago(20)))
    await counting.submit(clerk)
    await counting.approve(regional)
    late = await shop.sell("牛奶", 2, ago(30))
    assert str(late.explained) == counting.id
    assert await shop.on_hand("牛奶") == ("8", 2400)
    await run_jobs()
    milk = (await counting.variances(regional))["牛奶"]
    assert (milk["variance"], milk["explained"], milk["explainedCents"]) == ("-2", "-2", -600)
    # What happens after the count happens to the book.
    await shop.sell("牛奶", 1, ago(10))
    assert await shop.on_hand("牛奶") == ("7", 2100)


async def test_zones_and_people_add_up_each_at_its_own_time(
    shop: Shop, counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    shelf = counting.line("牛奶", 4, ago(30))
    colleague = counting.line("牛奶", 1, ago(30))
    await counting.take(clerk, shelf, counting.line("茶", 20, ago(20)))
    await counting.take(manager, colleague)
    await shop.sell("牛奶", 2, ago(20))  # off the shelf, after it was counted
    await counting.take(manager, counting.line("牛奶", 5, ago(10), zone="后仓"))
    await counting.submit(manager)
    milk = (await counting.variances(regional))["牛奶"]
    assert (milk["counted"], milk["expected"], milk["variance"]) == ("10", "10", "0")


async def test_zero_is_counted_and_blank_wants_a_decision(
    shop: Shop, counting: Counting, clerk: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("茶", 0, ago(20)))
    await counting.submit(clerk)
    found = await counting.variances(regional)
    assert (found["茶"]["counted"], found["茶"]["variance"], found["茶"]["uncounted"]) == ("0", "-20", False)
    assert (found["牛奶"]["counted"], found["牛奶"]["variance"], found["牛奶"]["uncounted"]) == (None, "0", True)
    assert found["牛奶"]["expected"] == "10"  # which is what there is to decide on
    assert "面包" not in found  # the book has none, and nobody saw any
    refused = await counting.step(regional, "approval")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "decision")
    assert (await counting.decide(regional, "牛奶", decision="keep")).status_code == 200
    await counting.approve(regional)
    assert await shop.on_hand("牛奶") == ("10", 3000)
    assert await shop.on_hand("茶") == ("0", 0)


async def test_what_nobody_counted_and_is_said_to_be_gone_leaves_the_book(
    shop: Shop, counting: Counting, clerk: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("茶", 20, ago(20)))
    await counting.submit(clerk)
    await counting.decide(regional, "牛奶", decision="zero", reason="theft")
    assert (await counting.variances(regional))["牛奶"]["variance"] == "-10"
    await counting.approve(regional)
    assert await shop.on_hand("牛奶") == ("0", 0)


async def test_a_later_count_that_was_approved_first_stays_true(
    shop: Shop, counting: Counting, clerk: Client, manager: Client, regional: Client
) -> None:
    await counting.take(clerk, counting.line("牛奶", 8, ago(40)), counting.line("茶", 20, ago(40)))
    later = await begin(shop, manager, "spot", productIds=[str(shop.products["牛奶"])])
    await later.take(clerk, later.line("牛奶", 8, ago(10)))
    for each in (later, counting):
        await each.submit(clerk)
        await each.approve(regional)
    assert await shop.on_hand("牛奶") == ("8", 2400)
