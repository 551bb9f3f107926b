"""A store's order from the sheet to its submission: one a day, whole packs, explained for ever."""

from decimal import Decimal
from uuid import uuid4

import pytest

from tests.factories.client import Client
from tests.ordering.orders import PATH, Ordering, by_name, numbers, quantities


async def test_an_order_that_was_filled_in_for_yesterday_is_not_todays(ordering: Ordering, manager: Client) -> None:
    await ordering.suggest({"milk": 24})
    form = {"id": str(uuid4()), "storeId": str(ordering.shop.store), "sourceId": str(ordering.source)}
    answer = await manager.post("/api/orders", {**form, "day": "2026-01-01"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "day")
    assert (await manager.get("/api/orders")).json()["items"] == []


async def test_an_order_begins_with_what_the_sheet_suggests_and_keeps_its_arithmetic(
    ordering: Ordering, manager: Client
) -> None:
    milk = numbers(24, expected=31_000, safety=6_000, stock=9_000, on_order=4_000, wanted=24_000)
    await ordering.suggest({"milk": milk, "eggs": 0})
    order = await ordering.open(manager)
    assert (order["state"], order["totals"]) == ("draft", {"cents": 7200, "lines": 1, "changed": 0})
    assert quantities(order) == {"milk": Decimal(24)}  # of eggs nothing is suggested
    line = by_name(order)["milk"]
    assert (line["suggested"], line["packQuantity"], line["packCents"], line["lineCents"]) == ("24", "12", 3600, 7200)
    assert line["arithmetic"]["expected"] == "31"
    await ordering.sql("DELETE FROM order_sheet WHERE org_id = $1")
    assert (await ordering.lines(manager))["milk"]["arithmetic"] == line["arithmetic"]


async def test_without_a_sheet_an_order_is_empty_and_takes_what_the_source_offers(
    ordering: Ordering, manager: Client
) -> None:
    order = await ordering.open(manager)
    assert (order["lines"], order["plannedAt"], order["totals"]["lines"]) == ([], None, 0)
    done = await ordering.set(manager, milk=12)
    assert done["totals"] == {"cents": 3600, "lines": 1, "changed": 1}
    line = (await ordering.lines(manager))["milk"]
    assert (line["suggested"], line["arithmetic"], line["changed"]) == (None, None, True)


async def test_two_phones_open_one_order_and_what_either_sends_reaches_it(
    ordering: Ordering, manager: Client, clerk: Client
) -> None:
    await ordering.suggest({"milk": 24})
    first = await ordering.open(manager)
    theirs = "0195d0c0-0000-7000-8000-000000000001"
    second = await ordering.open(clerk, id=theirs)
    assert second["id"] == first["id"] != theirs
    form = {"lines": [{"productId": ordering.product("milk"), "quantity": "36"}]}
    answer = await clerk.put(f"{PATH}/{theirs}/lines", form)
    assert (answer.status_code, answer.json()["id"]) == (200, first["id"])
    assert quantities(await ordering.read(manager)) == {"milk": Decimal(36)}
    rows = await ordering.sql("SELECT count(*) AS orders FROM store_order WHERE org_id = $1")
    assert rows[0]["orders"] == 1
    assert await ordering.events() == ["order_opened", "order_lines_set"]


async def test_lines_are_whole_packs_within_limits_of_what_is_for_sale_or_none_is_set(
    ordering: Ordering, manager: Client
) -> None:
    await ordering.suggest({"milk": 24, "eggs": 30})
    await ordering.open(manager)
    await ordering.sql("UPDATE order_offer SET least = 24, most = 48 WHERE org_id = $1 AND pack_quantity = 12")
    for quantity, key in (("13", "整件"), ("12", "最少订 24"), ("60", "最多订 48"), ("-12", "0 至一百万")):
        answer = await ordering.put(manager, {"eggs": 60, "milk": quantity})
        assert answer.status_code == 422, answer.text
        assert [each["field"] for each in answer.json()["errors"]] == ["lines.1.quantity"]
        assert key in answer.json()["errors"][0]["message"]
    unsold = await ordering.put(manager, {"bread": 1})
    assert (unsold.status_code, unsold.json()["errors"][0]["field"]) == (422, "lines.0.productId")
    assert quantities(await ordering.read(manager)) == {"milk": Decimal(24), "eggs": Decimal(30)}
    assert await ordering.events() == ["order_opened"]


async def test_setting_the_same_again_changes_nothing_and_nought_keeps_the_line(
    ordering: Ordering, manager: Client
) -> None:
    await ordering.suggest({"milk": 24, "eggs": 30})
    await ordering.open(manager)
    first = await ordering.set(manager, milk=0)
    assert await ordering.set(manager, milk=0) == first
    assert first["totals"] == {"cents": 9000, "lines": 1, "changed": 1}
    assert quantities(await ordering.read(manager)) == {"milk": Decimal(0), "eggs": Decimal(30)}
    assert await ordering.events() == ["order_opened", "order_lines_set"]


async def test_an_order_that_the_rules_let_pass_is_approved_at_once_and_only_once(
    ordering: Ordering, manager: Client
) -> None:
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    order = await ordering.submit(manager, note="早上要")
    assert (order["state"], order["decidedByName"], order["hits"]) == ("approved", None, [])
    assert (order["submittedByName"].split("-")[0], order["note"]) == ("manager", "早上要")
    assert order["lines"][0]["submitted"] == "24"
    again = await ordering.submit(manager, note="again")
    assert (again["version"], again["note"]) == (order["version"], "早上要")
    assert await ordering.events() == ["order_opened", "order_submitted", "order_approved"]
    late = await ordering.put(manager, {"milk": 12})
    assert late.status_code == 409


async def test_a_product_archived_while_on_a_draft_drops_out_with_a_reason(ordering: Ordering, manager: Client) -> None:
    await ordering.suggest({"milk": 24, "eggs": 30})
    await ordering.open(manager)
    await ordering.sql(
        "UPDATE product SET status = 'discontinued' WHERE org_id = $1 AND id = $2", ordering.shop.products["eggs"]
    )
    refused = await ordering.put(manager, {"eggs": 60})
    assert "停用" in refused.json()["errors"][0]["message"]
    order = await ordering.submit(manager)
    assert order["state"] == "approved"
    lines = by_name(order)
    assert (lines["eggs"]["quantity"], lines["eggs"]["dropped"]) == ("0", "discontinued")
    assert (lines["milk"]["quantity"], lines["milk"]["dropped"]) == ("24", None)
    assert order["totals"] == {"cents": 7200, "lines": 1, "changed": 1}


async def test_other_stores_orders_are_not_there(ordering: Ordering, manager: Client) -> None:
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    foreign = {"storeId": str(ordering.shop.org.places["B1"]), "sourceId": str(ordering.source)}
    assert (await manager.post(PATH, foreign)).status_code == 404
    await ordering.sql("UPDATE store_order SET store_id = $2 WHERE org_id = $1", ordering.shop.org.places["B1"])
    assert (await manager.get(ordering.path)).status_code == 404
    assert (await ordering.put(manager, {"milk": 12})).status_code == 404
    for step in ("submission", "withdrawal", "cancellation"):
        form = {"reason": "x"} if step == "cancellation" else {}
        assert (await manager.post(f"{ordering.path}/{step}", form)).status_code == 404
    answer = await manager.post(f"{ordering.path}/approval", {"decision": "approve"})
    assert answer.status_code == 404
    assert (await manager.get(PATH)).json() == {"items": [], "next": None}


@pytest.mark.parametrize("state", [None, "draft"])
async def test_the_list_needs_nothing_and_can_be_narrowed(
    ordering: Ordering, manager: Client, state: str | None
) -> None:
    await ordering.suggest({"milk": 24})
    order = await ordering.open(manager)
    found = (await manager.get(PATH, state=state)).json()["items"]
    assert [(each["id"], each["state"], each["totals"]["cents"]) for each in found] == [(order["id"], "draft", 7200)]
    assert (await manager.get(PATH, state="approved")).json()["items"] == []
