"""How ordering went: every figure as reckoned by hand, and equal to what its rows add up to, for whoever may see it."""

from collections.abc import Callable, Iterable
from statistics import median
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.analytics.past import MILK, Line, Past, ago
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.today import noon
from tests.ordering.orders import source_of

PATH = "/api/results/ordering"
WEEK = {"from": str(ago(7)), "to": str(ago(1))}


async def ask(who: Client, path: str = "", **query: Any) -> dict[str, Any]:
    answer = await who.get(f"{PATH}{path}", **{**WEEK, **query})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def every(who: Client, path: str, **query: Any) -> list[dict[str, Any]]:
    """Read all rows, two at a time."""
    found: list[dict[str, Any]] = []
    cursor = None
    while True:
        page = await ask(who, path, limit=2, cursor=cursor, **query)
        found += page["items"]
        cursor = page["next"]
        if cursor is None:
            return found


def total(rows: Iterable[dict[str, Any]], name: str) -> int:
    return sum(row[name] or 0 for row in rows)


def real(day: int, days: int = 2) -> int:
    """Return the milk sold on some days from so many days ago on."""
    return sum(MILK[28 - day : 28 - day + days])


@pytest.fixture
async def ordered(past: Past, source: UUID, buyer: Client) -> Past:
    """A week of milk orders of two days each with 2 to spare, one by people, late and claimed; the weeks before too."""
    other = await source_of(past.shop, buyer, {}, code="DRY")
    for day, (suggested, ordered, reason) in {
        7: (12, 12, None), 6: (10, 14, "weather"), 5: (20, 12, "no_space"), 4: (9, 18, "weather"), 3: (15, 14, None),
    }.items():  # fmt: skip
        line = Line(
            product="milk", suggested=suggested, ordered=ordered, expected=suggested - 2, beside=2, reason=reason,
            received=ordered - 2 if day == 5 else None,
        )  # fmt: skip
        people: dict[str, Any] = (
            {"decided_by": "regional", "waited_s": 600 * day, "told": day == 4} if day in {5, 4} else {}
        )
        order = await past.order(source, ago(day), line, expected_on=ago(day), **people)
        await past.arrive(order, noon(ago(day - (day == 5)), 3))
        if day == 5:
            await past.claim(order, "milk", 2, 600, settled=400)
            await past.claim(order, "milk", 1, 300)
    await past.order(other, ago(10), Line(product="milk", suggested=10, ordered=11, expected=10))
    await past.read()
    return past


@pytest.mark.usefixtures("ordered")
async def test_accuracy_and_what_changing_brought_are_those_reckoned_by_hand(buyer: Client) -> None:
    told = await ask(buyer)
    lines = {7: (12, 12), 6: (10, 14), 5: (20, 12), 4: (9, 18), 3: (15, 14)}
    needed = {day: real(day) + 2 for day in lines}
    system = {day: 300 * abs(suggested - needed[day]) for day, (suggested, _) in lines.items()}
    human = {day: 300 * abs(asked - needed[day]) for day, (_, asked) in lines.items()}
    whole = 300 * sum(needed.values())
    accuracy = told["now"]["accuracy"]
    assert (accuracy["lines"], accuracy["neededCents"]) == (5, whole)
    assert (accuracy["systemErrorCents"], accuracy["humanErrorCents"]) == (sum(system.values()), sum(human.values()))
    assert accuracy["systemAccuracy"] == round(1 - sum(system.values()) / whole, 4)
    assert accuracy["humanAccuracy"] == round(1 - sum(human.values()) / whole, 4)
    assert accuracy["humanBiasCents"] == 300 * sum(asked - needed[day] for day, (_, asked) in lines.items())
    changed = [day for day, (suggested, asked) in lines.items() if suggested != asked]
    gained = sum(system[day] - human[day] for day in changed)
    overrides = told["now"]["overrides"]
    assert (overrides["lines"], overrides["valueAddedCents"]) == (4, gained)
    assert overrides["valueAdded"] == str(gained // 300)
    assert overrides["helped"] == sum(human[day] < system[day] for day in changed)
    assert overrides["hurt"] == sum(human[day] > system[day] for day in changed)
    assert overrides["verdict"] == "too_few"
    assert (told["before"]["accuracy"]["lines"], told["before"]["overrides"]["lines"]) == (1, 1)
    tables = await ask(buyer, "/overrides")
    for by in ("byReason", "bySize"):
        assert total([row["overrides"] for row in tables[by]], "valueAddedCents") == gained
        assert total([row["overrides"] for row in tables[by]], "lines") == 4
    assert {row["reason"]: row["overrides"]["lines"] for row in tables["byReason"]} == {
        "weather": 2, "no_space": 1, None: 1,
    }  # fmt: skip
    assert {row["size"]: row["overrides"]["lines"] for row in tables["bySize"]} == {
        "raised_medium": 1, "cut_medium": 1, "raised_large": 1, "cut_small": 1,
    }  # fmt: skip


@pytest.mark.usefixtures("ordered")
async def test_stock_fill_deliveries_approvals_and_claims_are_those_reckoned_by_hand(buyer: Client) -> None:
    now = (await ask(buyer))["now"]
    stock, week = now["stock"], MILK[-7:]
    assert (stock["productDays"], stock["outDays"], stock["outRate"]) == (14, 3, round(3 / 14, 4))
    assert stock["outShare"] == round(2.25 / 14, 4)
    left = [200 - sum(MILK[: 22 + n]) for n in range(7)]
    eggs = [2 * (4 - n) * 50 for n in range(4)] + [0, 0, 3000]
    assert stock["stockCents"] == 300 * sum(left) + sum(eggs)
    assert stock["costCents"] == 300 * sum(week) + 5 * 100
    assert stock["stockDays"] == round(stock["stockCents"] / stock["costCents"], 4)
    assert now["fill"] == {
        "lines": 5, "fullLines": 4, "orderedCents": 300 * 70, "receivedCents": 300 * 68,
        "fillRate": round(68 / 70, 4), "fullRate": 0.8,
    }  # fmt: skip
    assert now["deliveries"] == {"deliveries": 5, "onTime": 4, "onTimeRate": 0.8}
    assert now["approvals"] == {
        "orders": 5, "byRules": 3, "byRulesShare": 0.6, "escalated": 1, "waitedMedianS": median([3000, 2400]),
        "waitedP90S": 2940,
    }  # fmt: skip
    assert now["claims"] == {"claims": 2, "open": 1, "claimedCents": 900, "settledCents": 400}


ADDS_UP: list[tuple[str, dict[str, Any], Callable[[dict[str, Any]], dict[str, int] | None], dict[str, str]]] = [
    ("/lines", {"kind": "compared"}, lambda now: now["accuracy"], {
        "neededCents": "neededCents", "systemErrorCents": "systemErrorCents", "humanErrorCents": "humanErrorCents",
        "systemBiasCents": "systemBiasCents", "humanBiasCents": "humanBiasCents",
    }),
    ("/lines", {"kind": "changed"}, lambda now: now["overrides"], {
        "systemErrorCents": "systemErrorCents", "humanErrorCents": "humanErrorCents",
    }),
    ("/lines", {"kind": "ordered"}, lambda now: now["fill"], {
        "orderedCents": "orderedCents", "receivedCents": "receivedCents",
    }),
    ("/days", {}, lambda now: now["stock"], {
        name: name for name in (
            "productDays", "outDays", "stockCents", "costCents", "salesCents", "perishedCents", "wasteCents",
        )
    }),
    ("/claims", {}, lambda now: now["claims"], {"claimedCents": "claimedCents", "settledCents": "settledCents"}),
]  # fmt: skip


async def test_every_figure_is_what_its_rows_add_up_to_in_whatever_part_is_asked_for(
    ordered: Past, source: UUID, buyer: Client
) -> None:
    parts: list[dict[str, Any]] = [{}, {"place": ordered.shop.store}, {"place": ordered.org.places["B"]},
                                   {"source": source}, {"from": str(ago(14))}, {"to": str(ago(5))}]  # fmt: skip
    [category] = (await ask(buyer, "/table", by="category"))["items"]
    parts.append({"category": category["id"]})
    for part in parts:
        now = (await ask(buyer, **part))["now"]
        for path, query, figures, names in ADDS_UP:
            told = figures(now)
            if told is None:
                continue
            rows = await every(buyer, path, **query, **part)
            assert {name: total(rows, row) for name, row in names.items()} == {name: told[name] for name in names}
            assert told.get("lines", len(rows)) == len(rows)
    days = await every(buyer, "/days")
    for day in days:
        path = f"/days/{day['storeId']}/{day['day']}/{day['categoryId']}/products"
        products = (await ask(buyer, path))["items"]
        for name in ("stockCents", "costCents", "salesCents", "wasteCents"):
            assert total(products, name) == day[name]
        assert sum(row["carried"] for row in products) == day["productDays"]
        out = (await ask(buyer, path, kind="out"))["items"]
        assert (len(out), total(out, "outHundredths")) == (day["outDays"], day["outHundredths"])
    assert [row["day"] for row in await every(buyer, "/days", kind="out")] == [str(ago(n)) for n in (1, 2, 3)]
    decided = await every(buyer, "/decisions")
    assert (len(decided), sum(row["decidedByName"] is None for row in decided)) == (5, 3)
    people = await every(buyer, "/decisions", kind="by_people")
    assert [(row["waitedS"], row["escalated"]) for row in people] == [(2400, True), (3000, False)]
    assert [row["onTime"] for row in await every(buyer, "/deliveries")] == [True, True, False, True, True]
    assert [(row["expectedOn"], row["receivedOn"]) for row in await every(buyer, "/deliveries", late=True)] == [
        (str(ago(5)), str(ago(4)))
    ]


@pytest.mark.usefixtures("ordered")
async def test_tables_name_stores_regions_sources_and_categories_and_add_up_to_the_whole(buyer: Client) -> None:
    whole = (await ask(buyer))["now"]
    names: dict[str, list[str]] = {}
    for by in ("region", "store", "source", "category"):
        rows = (await ask(buyer, "/table", by=by))["items"]
        names[by] = [row["name"]["zh"] for row in rows]
        for group, name in (("accuracy", "humanErrorCents"), ("overrides", "valueAddedCents"), ("claims", "claims")):
            assert sum(row["now"][group][name] for row in rows) == whole[group][name], by
        assert {row["now"]["stock"] is None for row in rows} == {by == "source"}
        assert {row["now"]["approvals"] is None for row in rows} == {by == "category"}
    assert (names["region"], names["store"]) == (["A 区"], ["A1 店"])
    [row] = (await ask(buyer, "/table", by="store", sort="out_rate", falling=True))["items"]
    assert (row["code"], row["regionName"], row["before"]["accuracy"]["lines"]) == ("A1", "A 区", 1)


async def test_a_reader_sees_the_own_stores_only_and_nobody_elses_by_guessing(
    ordered: Past, client: LogIn, buyer: Client
) -> None:
    manager, regional = await client("manager"), await client("regional")
    assert (await ask(manager))["now"] == (await ask(buyer, place=ordered.shop.store))["now"]
    assert (await ask(regional))["now"] == (await ask(buyer, place=ordered.org.places["A"]))["now"]
    for who, places in ((manager, ("A2", "A", "B1")), (regional, ("B", "B1"))):
        for place in places:
            for path in ("", "/table", "/overrides", "/lines", "/days", "/decisions", "/deliveries", "/claims"):
                answer = await who.get(f"{PATH}{path}", place=ordered.org.places[place])
                assert answer.status_code == 404, (place, path)
    elsewhere = f"{PATH}/days/{ordered.org.places['B1']}/{ago(1)}/{uuid4()}/products"
    assert (await regional.get(elsewhere)).status_code == 404
    assert (await (await client("clerk")).get(PATH)).status_code == 403
    for query, field in (({"from": str(ago(1)), "to": str(ago(2))}, "from"), ({"from": str(ago(99))}, "from")):
        answer = await manager.get(PATH, **query)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


async def test_a_store_that_is_being_counted_blind_is_not_told_what_was_left_there(
    ordered: Past, buyer: Client, client: LogIn
) -> None:
    [day] = [row for row in await every(buyer, "/days") if row["day"] == str(ago(1))]
    await ordered.sql(
        "INSERT INTO stock_blind (org_id, store_id, count_id, since) VALUES ($1, $2, $3, now() - interval '1 day')",
        ordered.shop.store, uuid4(),
    )  # fmt: skip
    path = f"/days/{day['storeId']}/{day['day']}/{day['categoryId']}/products"
    seen = {
        role: {row["stockCents"] for row in (await ask(await client(role), path))["items"]}
        for role in ("manager", "buyer")
    }
    assert seen["manager"] == {None}
    assert None not in seen["buyer"]
