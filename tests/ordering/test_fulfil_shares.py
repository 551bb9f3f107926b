"""What each store would get is seen before it is written, and may be set otherwise by hand, within what is there."""

from typing import Any

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.ordering.fulfilled import Fulfilment, steps
from tests.ordering.waves import WAVES, day_of, order_of, shared


async def seen(supplied: Fulfilment, **asked: Any) -> dict[str, Any]:
    query = {"warehouse": supplied.warehouse, "day": await day_of(supplied), **asked}
    answer = await supplied.keeper.get(f"{WAVES}/shares", **query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def given(wave: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Return store, need, share and why of each line of the first product."""
    return [(each["storeCode"], each["need"], each["share"], each["why"]) for each in wave["products"][0]["stores"]]


async def share(supplied: Fulfilment, **form: Any) -> Any:
    whole = {"warehouseId": str(supplied.warehouse), "day": await day_of(supplied), **form}
    return await supplied.keeper.post(WAVES, whole)


async def short_wave(supplied: Fulfilment, second: Fulfilment) -> tuple[str, str]:
    """Let A1 order 36 milk and need it, and A2 24 and need 12 of it; there are 40. Of eggs there are enough."""
    await supplied.stocked("milk", 40, 8000)
    await supplied.stocked("eggs", 90, 9000)
    await supplied.ordering.suggest({"milk": {"expected": 36_000, "wanted": 36_000, "quantity": 36_000}})
    await supplied.ordering.open(supplied.manager)
    await supplied.ordering.set(supplied.manager, eggs=30)
    await supplied.ordering.submit(supplied.manager)
    return supplied.ordering.id, await order_of(second, 24)


async def test_what_is_seen_before_sharing_is_what_is_written_and_nothing_is_by_looking(
    supplied: Fulfilment, second: Fulfilment
) -> None:
    a1, a2 = await short_wave(supplied, second)
    wave = await seen(supplied)
    assert (wave["enough"], [(p["code"], p["there"], p["asked"]) for p in wave["products"]]) == (
        1, [("P0", "40", "60")],
    )  # fmt: skip
    assert given(wave) == [("A1", "36", "24", "shared"), ("A2", "24", "12", "shared")]
    assert given(await seen(supplied, first=[a2])) == [("A1", "36", "12", "shared"), ("A2", "24", "24", "shared")]
    assert (await supplied.read())["state"] == "approved"
    assert await supplied.reserved() == {}
    await shared(supplied, seen=wave["seen"])
    assert [steps(await each.read())["milk"][1] for each in (supplied, second)] == [24, 12]
    assert (await seen(supplied))["seen"] == wave["seen"]  # what is kept for them is theirs to share
    assert {a1, a2} == {each["orderId"] for each in wave["products"][0]["stores"]}


async def test_shares_are_set_by_hand_with_a_reason_and_stay_when_the_rest_is_shared_anew(
    supplied: Fulfilment, second: Fulfilment
) -> None:
    a1, a2 = await short_wave(supplied, second)
    milk = supplied.ordering.product("milk")
    wave = await seen(supplied)

    def line(order: str, quantity: str | None, reason: str = "周末开业") -> dict[str, Any]:
        return {"orderId": order, "productId": milk, "quantity": quantity, "reason": reason}

    over = await share(supplied, seen=wave["seen"], adjusted=[line(a2, "24")])
    assert (over.status_code, over.json()["errors"][0]["field"]) == (422, "adjusted.0.quantity")
    assert "48" in over.json()["errors"][0]["message"]
    assert "40" in over.json()["errors"][0]["message"]
    silent = await share(supplied, adjusted=[line(a1, "12", " ")])
    assert (silent.status_code, silent.json()["errors"][0]["field"]) == (422, "adjusted.0.reason")
    much = await share(supplied, adjusted=[line(a2, "25")])
    assert (much.status_code, much.json()["errors"][0]["field"]) == (422, "adjusted.0.quantity")
    assert await supplied.reserved() == {}
    answer = await share(supplied, seen=wave["seen"], adjusted=[line(a1, "12"), line(a2, "24")])
    assert answer.status_code == 200, answer.text
    assert [steps(await each.read())["milk"][1] for each in (supplied, second)] == [12, 24]
    told = (await second.read())["lines"][0]
    assert (told["why"], told["note"], told["there"], told["asked"]) == ("adjusted", "周末开业", "40", "60")
    assert given(await seen(supplied)) == [("A1", "36", "12", "adjusted"), ("A2", "24", "24", "adjusted")]
    await share(supplied, adjusted=[line(a1, None)])
    assert given(await seen(supplied)) == [("A1", "36", "12", "shared"), ("A2", "24", "24", "adjusted")]
    await share(supplied, adjusted=[line(a2, None)])
    assert given(await seen(supplied)) == [("A1", "36", "24", "shared"), ("A2", "24", "12", "shared")]


async def test_shares_that_are_not_what_somebody_looked_at_are_shown_anew_instead_of_written(
    supplied: Fulfilment, second: Fulfilment, client: LogIn
) -> None:
    await short_wave(supplied, second)
    before = await seen(supplied)
    await supplied.stocked("milk", 12, 2400)
    answer = await share(supplied, seen=before["seen"])
    assert (answer.status_code, answer.json()["code"]) == (409, "version_conflict")
    current: dict[str, Any] = answer.json()["current"]
    assert (current["products"][0]["there"], current["seen"] == before["seen"]) == ("52", False)
    assert (await supplied.read())["state"] == "approved"
    assert (await share(supplied, seen=current["seen"])).status_code == 200
    other: Client = await client("elsewhere")
    query = {"warehouse": supplied.warehouse, "day": await day_of(supplied)}
    assert (await other.get(f"{WAVES}/shares", **query)).status_code == 404
