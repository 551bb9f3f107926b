"""A supplier answers behind its link, without a log-in: what it says becomes the acceptance of the stores' orders."""

import asyncio
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from litestar import Litestar

from storewalk.core.platform import Platform
from tests.conftest import open_client
from tests.factories.client import Client
from tests.factories.jobs import JobRunner
from tests.ordering.orders import Ordering
from tests.ordering.purchases import PURCHASES, Door, Purchasing
from tests.reactions.test_count_steps import inbox


@pytest.fixture
async def sent(purchasing: Purchasing) -> dict[str, Any]:
    """A1 ordered 24 milk and 30 eggs, A2 36 milk; the supplier has it on its way."""
    await purchasing.first.ordering.suggest({"milk": 24, "eggs": 30})
    await purchasing.order("A1", milk=24, eggs=30)
    await purchasing.order("A2", milk=36)
    return await purchasing.send()


@pytest.fixture
async def door(purchasing: Purchasing, sent: dict[str, Any], anonymous: Client) -> Door:
    return Door(anonymous, await purchasing.link(sent))


async def events_of(ordering: Ordering, *kinds: str) -> dict[str, int]:
    rows = await ordering.sql(
        "SELECT kind, count(*) FROM event WHERE org_id = $1 AND kind = ANY ($2) GROUP BY 1",
        [f"ordering.{kind}" for kind in kinds],
    )
    return {row[0].removeprefix("ordering."): row[1] for row in rows}


async def test_a_supplier_sees_its_lines_in_both_languages_and_that_it_looked_is_known_once(
    purchasing: Purchasing, sent: dict[str, Any], door: Door
) -> None:
    page = await door.look()
    assert (page.status_code, page.headers["cache-control"], "set-cookie" in page.headers) == (200, "no-store", False)
    for text in (sent["number"], "全部确认 ¥270.00", "5 箱 × 12 = 60", "A2 A2 店", "光明乳业"):
        assert text in page.text, page.text
    assert "<script" not in page.text
    english = await door.look("?lang=en")
    assert "Confirm all ¥270.00" in english.text
    assert 'lang="en"' in english.text
    read = await purchasing.read(sent)
    assert (read["state"], read["openedAt"] is not None) == ("opened", True)
    assert await events_of(purchasing.first.ordering, "purchase_opened") == {"purchase_opened": 1}


async def test_one_tap_accepts_all_orders_behind_it_and_a_second_opening_shows_what_was_answered(
    purchasing: Purchasing, sent: dict[str, Any], door: Door, run_jobs: JobRunner
) -> None:
    taps = await asyncio.gather(door.press("all"), door.press("all"), door.press("refuse", note="没货"))
    assert {tap.status_code for tap in taps} == {303}
    seen = (await door.look()).text
    read = await purchasing.read(sent)
    if read["state"] == "refused":  # whoever came first
        assert "无法供货" in seen
        assert [await purchasing.state(store) for store in ("A1", "A2")] == ["approved", "approved"]
    else:
        assert "已确认，谢谢" in seen
        assert [await purchasing.state(store) for store in ("A1", "A2")] == ["accepted", "accepted"]
        assert await purchasing.confirmed("A1") == {"milk": ("24", "in_full"), "eggs": ("30", "in_full")}
    assert (await events_of(purchasing.first.ordering, "purchase_answered")) == {"purchase_answered": 1}
    await run_jobs()
    told = [entry for entry in await inbox(purchasing.buyer) if sent["number"] in entry[0]]
    assert len(told) == 1


async def test_less_is_shared_by_need_and_the_stores_are_told_once_what_changed(
    purchasing: Purchasing, sent: dict[str, Any], door: Door, run_jobs: JobRunner
) -> None:
    milk, day = purchasing.product("milk"), purchasing.first.in_days(3).isoformat()
    fields = {f"packs.{milk}": "3", "day": day, "note": "周三补货"}
    for _ in range(2):
        assert (await door.press("changed", **fields)).status_code == 303
    assert await purchasing.confirmed("A1") == {"milk": ("12", "shared"), "eggs": ("30", "in_full")}
    assert await purchasing.confirmed("A2") == {"milk": ("24", "shared")}
    read = await purchasing.read(sent)
    assert (read["state"], read["expectedOn"], read["note"]) == ("confirmed", day, "周三补货")
    answered = {each["name"]["en"]: (each["quantity"], each["answered"]) for each in read["products"]}
    assert answered == {"eggs": ("30", "30"), "milk": ("60", "36")}
    counted = await events_of(purchasing.first.ordering, "order_accepted", "order_day_moved", "purchase_answered")
    assert counted == {"order_accepted": 2, "order_day_moved": 2, "purchase_answered": 1}
    await run_jobs()
    await run_jobs()
    mine = [entry for entry in await inbox(purchasing.first.manager) if entry[2].endswith(purchasing.ids["A1"])]
    assert sorted(entry[0] for entry in mine) == ["A1 店：到货日期有变", "A1 店：订单已接单，数量有减少"], mine
    seen = (await door.look()).text
    assert "周三补货" in seen
    assert day in seen
    order = await purchasing.get(f"/api/orders/{purchasing.ids['A1']}", purchasing.first.manager)
    assert order["expectedOn"] == day
    steps = await purchasing.get(f"/api/order-desk/orders/{purchasing.ids['A1']}/history")
    assert steps["items"][-1]["byName"] == "光明鲜奶"


async def test_a_refusal_needs_a_reason_frees_the_orders_and_is_told(
    purchasing: Purchasing, sent: dict[str, Any], door: Door, run_jobs: JobRunner
) -> None:
    blank = await door.press("refuse", note=" ")
    assert (blank.status_code, "无法供货的原因" in blank.text) == (422, True)
    assert (await door.press("refuse", note="停产")).status_code == 303
    assert (await purchasing.read(sent))["state"] == "refused"
    assert [await purchasing.state(store) for store in ("A1", "A2")] == ["approved", "approved"]
    assert (await purchasing.need())["need"]["orders"] == 2
    late = await door.press("all")
    assert late.status_code == 303
    assert "您已答复无法供货" in (await door.look()).text
    again = await purchasing.send()
    assert again["number"].endswith("-002")
    refused = await purchasing.buyer.post(f"{PURCHASES}/{sent['id']}/sendings", {"ifVersion": 1})
    assert refused.status_code == 409
    await run_jobs()
    assert any("停产" in entry[1] for entry in await inbox(purchasing.buyer))


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"packs": "6"}, "应在 0 到 5 之间"),
        ({"packs": "-1"}, "应在 0 到 5 之间"),
        ({"packs": "1.5"}, "应在 0 到 5 之间"),
        ({"packs": "很多"}, "应在 0 到 5 之间"),
        ({"packs": "9" * 40}, "应在 0 到 5 之间"),
        ({"day": "2020-01-01"}, "送货日期已过"),
        ({"day": "明天"}, "送货日期不正确"),
        ({"packs": "0", "eggs": "0"}, "数量全部为 0"),
        ({"note": "长" * 501}, "500"),
        ({"act": "what"}, "没有收到您的选择"),
    ],
)
async def test_what_cannot_be_is_said_beside_what_was_typed_and_changes_nothing(
    purchasing: Purchasing, sent: dict[str, Any], door: Door, fields: dict[str, str], says: str
) -> None:
    form = {"day": fields.get("day", ""), "note": fields.get("note", "")}
    form[f"packs.{purchasing.product('milk')}"] = fields.get("packs", "5")
    form[f"packs.{purchasing.product('eggs')}"] = fields.get("eggs", "1")
    answer = await door.press(fields.get("act", "changed"), **form)
    assert (answer.status_code, says in answer.text) == (422, True), answer.text
    assert f'value="{fields.get("packs", "5")}"' in answer.text
    assert (await purchasing.read(sent))["state"] == "opened"
    assert await purchasing.state("A1") == "approved"


async def test_of_what_was_cancelled_or_accepted_meanwhile_it_says_what_no_longer_can_be(
    purchasing: Purchasing, sent: dict[str, Any], door: Door
) -> None:
    cancelled = await purchasing.first.step(purchasing.first.manager, "cancellation", reason="停电")
    assert cancelled.status_code == 200, cancelled.text
    page = (await door.look()).text
    assert "A1 A1 店: 已取消" in page
    assert "全部确认 ¥108.00" in page
    assert (await door.press("all")).status_code == 303
    assert [await purchasing.state(store) for store in ("A1", "A2")] == ["cancelled", "accepted"]
    parts = {part["storeCode"]: part["outcome"] for part in (await purchasing.read(sent))["parts"]}
    assert parts == {"A1": "gone", "A2": "accepted"}


async def test_when_nothing_is_left_it_says_so_and_answers_nothing(
    purchasing: Purchasing, sent: dict[str, Any], door: Door
) -> None:
    for store, which in (("A1", purchasing.first), ("A2", purchasing.second)):
        taken = await purchasing.buyer.post(f"/api/orders/{purchasing.ids[store]}/acceptance", {})
        assert taken.status_code == 200, taken.text
        shipped = await which.step(purchasing.buyer, "shipments", id=purchasing.form()["id"])
        assert shipped.status_code == 200, shipped.text
    answer = await door.press("all")
    assert (answer.status_code, "没有可以确认的了" in answer.text) == (409, True)
    assert answer.text.count("已确认或已发货") == 2
    assert "全部确认" not in answer.text
    assert (await purchasing.read(sent))["state"] == "opened"


async def test_a_link_ends_and_holds_again_when_the_order_is_sent_again(
    purchasing: Purchasing, sent: dict[str, Any], door: Door, platform: Platform
) -> None:
    platform.clock.offset += timedelta(days=15)
    ended = await door.look()
    assert (ended.status_code, "已过期" in ended.text, sent["number"] in ended.text) == (404, True, False)
    assert (await door.press("all")).status_code == 404
    assert await purchasing.state("A1") == "approved"
    answer = await purchasing.buyer.post(f"{PURCHASES}/{sent['id']}/sendings", {"ifVersion": sent["version"] + 1})
    assert answer.status_code == 200, answer.text
    assert (await door.look()).status_code == 200


async def test_the_token_lies_nowhere_and_who_guesses_has_to_wait(
    purchasing: Purchasing, door: Door, app: Litestar
) -> None:
    token = urlsplit(door.path).path.rpartition("/")[2]
    assert len(token) == 43
    rows = await purchasing.first.ordering.sql("SELECT d::text FROM purchase_order d WHERE org_id = $1")
    events = await purchasing.first.ordering.sql("SELECT payload::text FROM event WHERE org_id = $1")
    assert not [row for row in (*rows, *events) if token in row[0]]
    async with open_client(app, "203.0.113.77") as stranger:
        answers = [await stranger.get(f"/api/supplier/{token[:-1]}{number:02d}") for number in range(22)]
        assert {answer.status_code for answer in answers[:20]} == {404}
        assert (answers[-1].status_code, int(answers[-1].headers["retry-after"]) > 0) == (429, True)
        assert (await stranger.get(door.path)).status_code == 429
    assert (await door.look()).status_code == 200


async def test_what_is_written_in_names_stays_text(purchasing: Purchasing, door: Door) -> None:
    await purchasing.first.ordering.sql(
        "UPDATE supplier SET name = $2 WHERE org_id = $1", "<script>alert(1)</script>&{0}"
    )
    page = (await door.look()).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;{0}" in page
    assert "<script>" not in page
    typed = await door.press("changed", note='"><b>', day="x")
    assert "<b>" not in typed.text
