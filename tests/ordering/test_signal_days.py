"""The calendar is the organization's: built in for the years that are known, edited by day, imported in November."""

import base64
import io
from datetime import date
from typing import Any

import openpyxl

from demand.calendar.table import DAY_OFF, WORKED_WEEKEND, Calendar
from storewalk.ordering.queries.signal_read import special_days
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org

DAYS = "/api/demand/days"
IMPORT = "/api/imports/demand-days"
FESTIVAL = {"zh": "店庆日", "en": "Anniversary day"}
NEXT_YEAR = """日期,类型,名称
2031-01-22,放假,春节
2031/1/23,放假,春节
2031-02-01,上班,春节
"""


async def year(client: Client, number: int) -> dict[str, dict[str, Any]]:
    answer = (await client.get("/api/demand/calendar", year=number)).json()
    assert (answer["year"], answer["arranged"]) == (number, bool(answer["days"]))
    return {each["day"]: each for each in answer["days"]}


async def types(org: Org, app_tx: AppTx, first: date, days: int) -> list[int]:
    """Return the types of days that the forecast sees."""
    async with app_tx(org) as tx:
        arranged = await special_days(tx, date(2020, 1, 1), date(2040, 12, 31))
    return Calendar(arranged).day_types(first, days).tolist()


async def times_told(org: Org, app_tx: AppTx) -> int:
    async with app_tx(org) as tx:
        return len(
            await tx.fetch("SELECT 1 FROM event WHERE org_id = $1 AND kind = 'ordering.special_days_set'", org.id)
        )


def outcome(answer: Any) -> tuple[int, int, int, bool]:
    found = answer.json()
    return found["created"], found["updated"], found["unchanged"], found["applied"]


async def test_the_built_in_days_are_there_and_a_year_that_nobody_arranged_is_said_to_be_unknown(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    manager = await client("manager")
    days = await year(manager, 2026)
    assert days["2026-10-01"] == {
        "day": "2026-10-01", "kind": "day_off", "name": {"zh": "国庆", "en": "National Day"}, "origin": "built_in",
        "builtInKind": "day_off", "setByName": None, "version": 0,
    }  # fmt: skip
    assert days["2026-10-10"]["kind"] == "worked_weekend"
    assert await year(manager, 2032) == {}
    assert await types(org, app_tx, date(2026, 10, 8), 3) == [3, 4, WORKED_WEEKEND]


async def test_a_day_is_made_a_day_off_or_ordinary_and_put_back(org: Org, client: LogIn, app_tx: AppTx) -> None:
    buyer = await client("buyer")
    made = await buyer.put(f"{DAYS}/2026-10-08", {"kind": "day_off", "name": FESTIVAL, "ifVersion": 0})
    assert (made.json()["kind"], made.json()["origin"], made.json()["version"]) == ("day_off", "own", 1)
    taken = await buyer.put(f"{DAYS}/2026-10-10", {"kind": "ordinary", "name": FESTIVAL, "ifVersion": 0})
    assert (taken.json()["kind"], taken.json()["builtInKind"]) == ("ordinary", "worked_weekend")
    assert await types(org, app_tx, date(2026, 10, 8), 3) == [DAY_OFF, 4, 5]
    for day in ("2026-10-08", "2026-10-10"):
        assert (await buyer.post(f"{DAYS}/{day}/reset", {"ifVersion": 1})).json()["version"] == 0
    assert await types(org, app_tx, date(2026, 10, 8), 3) == [3, 4, WORKED_WEEKEND]
    assert (await buyer.post(f"{DAYS}/2026-10-08/reset", {"ifVersion": 0})).status_code == 404
    assert await times_told(org, app_tx) == 4


async def test_a_manager_does_not_edit_the_chains_calendar(org: Org, client: LogIn, app_tx: AppTx) -> None:
    form = {"kind": "day_off", "name": FESTIVAL, "ifVersion": 0}
    assert (await (await client("manager")).put(f"{DAYS}/2026-10-08", form)).status_code == 403
    assert await types(org, app_tx, date(2026, 10, 8), 1) == [3]


async def test_who_sets_a_day_that_changed_meanwhile_is_shown_what_it_is(client: LogIn) -> None:
    buyer, admin = await client("buyer"), await client("admin")
    form = {"kind": "day_off", "name": FESTIVAL, "ifVersion": 0}
    assert (await buyer.put(f"{DAYS}/2031-03-03", form)).json()["version"] == 1
    late = await admin.put(f"{DAYS}/2031-03-03", {**form, "kind": "ordinary"})
    assert (late.status_code, late.json()["current"]["kind"]) == (409, "day_off")
    assert (await buyer.put(f"{DAYS}/2031-03-03", {**form, "ifVersion": 1})).json()["version"] == 1, "nothing new"
    gone = await admin.put(f"{DAYS}/2031-03-04", {**form, "ifVersion": 3})
    assert (gone.status_code, gone.json()["current"]["kind"]) == (409, "ordinary")


async def test_only_a_weekend_can_be_worked_as_one(org: Org, client: LogIn, app_tx: AppTx) -> None:
    buyer = await client("buyer")
    form = {"kind": "worked_weekend", "name": FESTIVAL, "ifVersion": 0}
    assert (await buyer.put(f"{DAYS}/2031-03-03", form)).status_code == 422
    assert (await buyer.put(f"{DAYS}/2031-03-01", form)).status_code == 200
    assert await times_told(org, app_tx) == 1


async def test_next_years_arrangement_is_tried_imported_once_and_seen_by_the_forecast(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    buyer = await client("buyer")
    tried = await buyer.post(IMPORT, {"csv": NEXT_YEAR, "dryRun": True})
    assert outcome(tried) == (3, 0, 0, False), tried.text
    assert await year(buyer, 2031) == {}
    assert outcome(await buyer.post(IMPORT, {"csv": NEXT_YEAR})) == (3, 0, 0, True)
    assert outcome(await buyer.post(IMPORT, {"csv": NEXT_YEAR})) == (0, 0, 3, True)
    days = await year(buyer, 2031)
    assert days["2031-01-23"]["name"] == {"zh": "春节", "en": "Spring Festival"}
    assert await types(org, app_tx, date(2031, 1, 21), 3) == [1, DAY_OFF, DAY_OFF]
    assert await types(org, app_tx, date(2031, 2, 1), 1) == [WORKED_WEEKEND]
    assert await times_told(org, app_tx) == 1


async def test_rows_that_cannot_be_are_named_all_at_once_and_nothing_is_written(client: LogIn) -> None:
    buyer = await client("buyer")
    rows = ["2031-13-01,day_off,a", "2031-03-03,上班,b", "2031-03-04,休息,c", "2031-03-05,放假,d", "2031-03-05,放假,d"]
    answer = (await buyer.post(IMPORT, {"csv": "\n".join(["date,kind,name", *rows])})).json()
    found = [(each["row"], each["field"]) for each in answer["errors"]]
    assert found == [(2, "date"), (3, "kind"), (4, "kind"), (6, "date")]
    assert (answer["applied"], await year(buyer, 2031)) == (False, {})


async def test_an_excel_file_with_real_dates_and_the_export_itself_come_back_the_same(
    org: Org, client: LogIn, app_tx: AppTx
) -> None:
    buyer = await client("buyer")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Date", "Kind", "Name", "English name"], [date(2031, 4, 5), "day off", "清明", "Tomb-sweeping"]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    assert outcome(await buyer.post(IMPORT, {"xlsx": base64.b64encode(out.getvalue()).decode()})) == (1, 0, 0, True)
    assert (await year(buyer, 2031))["2031-04-05"]["name"] == {"zh": "清明", "en": "Tomb-sweeping"}
    exported = (await buyer.get("/api/exports/demand-days.csv")).text
    created, updated, unchanged, _ = outcome(await buyer.post(IMPORT, {"csv": exported}))
    assert (created, updated, unchanged) == (0, 0, len(exported.splitlines()) - 1)
    assert await times_told(org, app_tx) == 1
