"""Which orders pass by themselves is data: rules by amount, departure, category, budget, hour, and place."""

from typing import Any

import pytest

from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.ordering.orders import Ordering

RULES = "/api/order-approvals/rules"
FORM: dict[str, Any] = {"reasonPercent": 1000, "reasonCents": 0, "escalateMinutes": 60, "ifVersion": 0}


async def put(admin: Client, *rules: dict[str, Any], **form: Any) -> dict[str, Any]:
    answer = await admin.put(RULES, {**FORM, "rules": list(rules), **form})
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.fixture
async def admin(client: LogIn) -> Client:
    return await client("admin")


@pytest.fixture
async def submitted(ordering: Ordering, manager: Client) -> Any:
    """Suggest 24 milk (72 yuan) and 30 eggs (90), order 36 and 30 (108 and 90), submit, and return the order."""

    async def submit(**form: Any) -> dict[str, Any]:
        await ordering.suggest({"milk": 24, "eggs": 30})
        await ordering.open(manager)
        await ordering.set(manager, milk=(36, "weather"))
        return await ordering.submit(manager, **form)

    return submit


@pytest.mark.parametrize(
    ("rule", "measured"),
    [
        ({"kind": "amount", "over": 19_799}, 19_800),
        ({"kind": "amount", "over": 19_800}, None),
        ({"kind": "deviation_cents", "over": 3_599}, 3_600),
        ({"kind": "deviation_cents", "over": 3_600}, None),
        ({"kind": "deviation_percent", "over": 21}, 22),  # 36 of 162 yuan
        ({"kind": "deviation_percent", "over": 22}, None),
        ({"kind": "over_budget", "over": 0}, None),  # there is no budget
        ({"kind": "out_of_window"}, None),
    ],
)
async def test_a_rule_is_met_by_more_than_its_limit(
    submitted: Any, admin: Client, rule: dict[str, Any], measured: int | None
) -> None:
    await put(admin, {"name": "规则", "level": "store", **rule})
    order = await submitted()
    hit = {"name": "规则", "level": "store", "over": 0, "measured": measured, **rule}
    assert order["hits"] == ([] if measured is None else [hit])
    assert order["state"] == ("approved" if measured is None else "waiting")


async def test_a_category_rule_counts_what_lies_in_it_and_below(submitted: Any, admin: Client, client: LogIn) -> None:
    categories = {
        each["code"]: each["id"] for each in (await (await client("buyer")).get("/api/categories")).json()["items"]
    }
    made = [{"kind": "category", "level": "region", "over": 1, "categoryId": each} for each in categories.values()]
    await put(admin, *made)
    order = await submitted()
    assert {hit["measured"] for hit in order["hits"]} == {19_800}
    assert 1 <= len(order["hits"]) < len(categories)  # its category, and those that it lies in


async def test_a_rule_of_another_region_says_nothing_here_and_the_highest_level_holds(
    submitted: Any, admin: Client, ordering: Ordering
) -> None:
    places = ordering.shop.org.places
    await put(
        admin,
        {"kind": "amount", "over": 0, "level": "chain", "placeId": str(places["B"])},
        {"kind": "amount", "over": 1, "level": "store", "placeId": str(places["A1"])},
        {"kind": "amount", "over": 2, "level": "region", "placeId": str(places["A"])},
    )
    order = await submitted()
    assert ([hit["over"] for hit in order["hits"]], order["level"]) == ([1, 2], "region")


async def test_until_rules_are_set_the_usual_ones_hold_and_then_only_those(
    submitted: Any, admin: Client, ordering: Ordering
) -> None:
    usual = (await admin.get(RULES)).json()
    assert (usual["version"], [rule["kind"] for rule in usual["rules"]]) == (
        0, ["over_budget", "out_of_window", "deviation_cents"],
    )  # fmt: skip
    assert (await put(admin))["rules"] == []
    await ordering.sql("UPDATE order_delivery SET budget_cents = 1 WHERE org_id = $1")
    assert (await submitted())["state"] == "approved"


async def test_rules_are_set_by_who_has_seen_them_and_make_sense(admin: Client, client: LogIn) -> None:
    assert (await (await client("buyer")).put(RULES, {**FORM, "rules": []})).status_code == 403
    first = await put(admin, {"kind": "amount", "over": 5, "level": "store"})
    assert (await admin.put(RULES, {**FORM, "rules": []})).status_code == 409
    second = await put(admin, ifVersion=first["version"])
    assert (first["version"], second["version"], second["rules"]) == (1, 2, [])
    wrong = await admin.put(
        RULES,
        {
            **FORM,
            "ifVersion": 2,
            "rules": [
                {"kind": "category", "level": "store"},
                {"kind": "out_of_window", "over": 1, "level": "store"},
                {"kind": "amount", "level": "store", "placeId": "01900000-0000-7000-8000-000000000000"},
            ],
        },
    )
    fields = [each["field"] for each in wrong.json()["errors"]]
    assert (wrong.status_code, fields) == (422, ["rules.0.categoryId", "rules.1.over", "rules.2.placeId"])


async def test_from_where_on_a_line_wants_a_reason_can_be_set(
    ordering: Ordering, manager: Client, admin: Client
) -> None:
    await put(admin, reasonPercent=49, reasonCents=3599)
    await ordering.suggest({"milk": 24})
    await ordering.open(manager)
    await ordering.set(manager, milk=36)
    assert (await ordering.step(manager, "submission")).status_code == 422
    await put(admin, reasonPercent=50, reasonCents=0, ifVersion=1)
    assert (await ordering.submit(manager))["state"] == "approved"
