"""From a planned promotion to what stores are told to order for it, and from what it sold to its review."""

from datetime import date, timedelta
from typing import Any

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.ordering.service.append import append
from storewalk.ordering.service.plan import plan
from storewalk.ordering.service.review import review
from tests.factories.client import Client
from tests.factories.shop import Shop
from tests.factories.today import noon, today
from tests.ordering.sheets import sheet_of, supply
from tests.ordering.test_promotions import form, planned

LONG = 5


def days(first: date, length: int = LONG) -> dict[str, str]:
    return {"firstDay": str(first), "lastDay": str(first + timedelta(days=length - 1))}


async def forecast(platform: Platform, shop: Shop, product: str) -> list[float]:
    """Plan, and return what is expected of a product day by day from today on."""
    await plan(JobContext(platform, shop.org.id), platform.clock.now())
    return (await sheet_of(shop))[product].forecast


async def promoted_eggs(platform: Platform, shop: Shop, buyer: Client, first: date) -> dict[str, Any]:
    """Promote eggs for five days, on which 5 a day are sold, not 2; return the promotion."""
    made = await planned(buyer, form(shop, "eggs", uplift=2, **days(first)))
    for number in range(LONG):
        await shop.sell("eggs", 3, noon(first + timedelta(days=number)))
    platform.clock.offset += timedelta(minutes=10)
    await append(JobContext(platform, shop.org.id))
    platform.clock.offset -= timedelta(minutes=10)
    return made


async def test_a_chain_without_promotions_expects_what_its_buyer_states_on_the_planned_days_alone(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    await supply(buyer, sold, {"milk": 6, "eggs": 30})
    plain = await forecast(platform, sold, "milk")
    made = await planned(buyer, form(sold, "milk", uplift=2, **days(today(1))))
    raised = await forecast(platform, sold, "milk")
    assert [round(now / before, 2) for now, before in zip(raised[:8], plain, strict=False)] == [1, *[2] * LONG, 1, 1]
    ending = {"ifVersion": made["version"]}
    assert (await buyer.post(f"/api/promotions/{made['id']}/cancellation", ending)).is_success
    assert await forecast(platform, sold, "milk") == plain


async def test_what_a_promotion_sold_is_expected_of_the_next_and_stated_no_more(
    platform: Platform, buyer: Client, sold: Shop
) -> None:
    await supply(buyer, sold, {"milk": 6, "eggs": 30})
    await promoted_eggs(platform, sold, buyer, today(-14))
    plain = await forecast(platform, sold, "eggs")
    await planned(buyer, form(sold, "eggs", uplift=20, **days(today(1))))
    raised = await forecast(platform, sold, "eggs")
    lift = [now / before for now, before in zip(raised[:8], plain, strict=False)]
    assert [round(each, 2) for each in (lift[0], *lift[6:])] == [1, 1, 1]
    assert all(1.05 < each < 2.5 for each in lift[1:6]), "one week of one store is shrunk to nothing known"


async def test_a_promotion_that_is_over_is_reviewed_in_the_night(platform: Platform, buyer: Client, sold: Shop) -> None:
    made = await promoted_eggs(platform, sold, buyer, today(-14))
    assert await review(JobContext(platform, sold.org.id)) == 1
    found = (await buyer.get(f"/api/promotions/{made['id']}")).json()
    assert found["sold"] == "25"
    assert 9 < float(found["expected"]) < 11
    assert 2.2 < found["measured"] < 2.8
    assert [(each["code"], each["sold"]) for each in found["products"]] == [("P1", "25")]
    assert await review(JobContext(platform, sold.org.id)) == 0, "a week after its end it was looked at already"
