"""People from the customer's own list: once, no further than one's own rights, and without a password until given."""

import base64
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from litestar import Litestar

from tests.conftest import open_client
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.integrations.sheets import cells, workbook
from tests.integrations.test_sheets import faults, summary

HEAD = ["工号", "员工姓名", "岗位", "所属门店", "手机号码"]
PEOPLE = [
    ["公司通讯录"], HEAD,
    ["W001", "王芳", "店长", "A1", 13800138000], ["w001", "王芳", "督导", "A 区", 13800138000],
    ["W002", "李雷", "收银员", "A1、A2", None],
]  # fmt: skip
REGIONAL_HR = """
UPDATE role SET permissions = permissions || ARRAY['integrations.import_people', 'accounts.manage']
WHERE org_id = $1 AND code = 'regional'"""
CHANGED = (
    "SELECT subject_id FROM event WHERE org_id = $1 AND kind = 'identity.account_changed' ORDER BY recorded_at, id"
)
HASHES = "SELECT phone FROM account WHERE org_id = $1 AND phone IS NOT NULL"

Grants = Callable[[str], Awaitable[list[tuple[str, str]]]]


def people(*rows: list[Any]) -> dict[str, str]:
    return {"xlsx": workbook({"通讯录": rows or PEOPLE})}


@pytest.fixture
async def admin(client: LogIn) -> Client:
    return await client("admin")


@pytest.fixture
async def grants(admin: Client) -> Grants:
    async def of(username: str) -> list[tuple[str, str]]:
        items = (await admin.get("/api/accounts", q=username)).json()["items"]
        return [(grant["role"], grant["nodeName"]) for item in items for grant in item["grants"]]

    return of


async def test_people_come_in_once_with_all_their_roles_and_nobody_can_log_in_before_a_password_is_given(
    admin: Client, grants: Grants, app: Litestar, org: Org
) -> None:
    tried = await admin.post("/api/imports/people", {**people(), "dryRun": True})
    assert summary(tried) == (3, 0, 0, False)
    assert (await admin.get("/api/accounts", q="w00")).json()["items"] == []
    taken = await admin.post("/api/imports/people", people())
    assert summary(taken) == (3, 0, 0, True)
    assert await grants("w001") == [("inspector", "A 区"), ("manager", "A1 店")]
    assert await grants("w002") == [("clerk", "A1 店"), ("clerk", "A2 店")]
    again = await admin.post("/api/imports/people", people())
    assert summary(again) == (0, 0, 3, True)
    assert sorted(again.json()["waiting"]) == sorted(taken.json()["waiting"])
    async with open_client(app) as anonymous:
        form = {"username": "w001", "password": "whatever-it-is", "organization": org.code}
        assert (await anonymous.http.post("/api/session", json=form)).status_code == 401
        given = await admin.post("/api/accounts/password-resets", {"accountIds": taken.json()["waiting"]})
        notes = {note["username"]: note for note in given.json()["items"]}
        assert [notes[name]["name"] for name in ("w001", "w002")] == ["王芳", "李雷"]
        form = {**form, "password": notes["w001"]["password"], "newPassword": "my-own-password"}
        assert (await anonymous.http.post("/api/session", json=form)).status_code == 200
    assert (await admin.post("/api/imports/people", people())).json()["waiting"] == []


async def test_what_is_wrong_with_a_person_is_told_by_row_and_nobody_comes_in(admin: Client, org: Org) -> None:
    rows = [
        HEAD, ["W003", None, "店长", "A1", None], ["W004", "赵四", "总裁", "A1", None],
        ["W005", "孙五", "店长", "C9", None],
        ["W006", "周六", "店长", None, None], ["W007", "吴七", None, None, "12345"], ["W 8", "郑八", None, None, None],
        ["W009", "陈九", "店员", "A1", None], ["W009", "陈玖", "督导", "A1", None],
        [org.username("admin"), None, "店员", "A1", None],
    ]  # fmt: skip
    refused = await admin.post("/api/imports/people", people(*rows))
    assert faults(refused) == [
        (2, "name"), (3, "role"), (4, "places"), (5, "places"), (6, "phone"), (7, "username"), (9, "name"),
        (10, "role"),
    ]  # fmt: skip
    assert [error["column"] for error in refused.json()["errors"]][:4] == ["员工姓名", "岗位", "所属门店", "所属门店"]
    assert (await admin.get("/api/accounts", q="w00")).json()["items"] == []


async def test_nobody_imports_beyond_own_rights_or_places(
    org: Org, app_tx: AppTx, client: LogIn, grants: Grants
) -> None:
    async with app_tx(org) as tx:
        await tx.fetch(REGIONAL_HR, org.id)
    regional = await client("regional")
    rows = [HEAD, ["W010", "甲", "区域经理", "A 区", None], ["W011", "乙", "区域经理", "B 区", None],
            ["W012", "丙", "管理员", "A 区", None], [org.username("finance"), "丁", None, None, None]]  # fmt: skip
    refused = await regional.post("/api/imports/people", people(*rows))
    assert faults(refused) == [(3, "places"), (4, "role"), (5, "username")]
    assert await grants("w01") == []
    assert summary(await regional.post("/api/imports/people", people(*rows[:2]))) == (1, 0, 0, True)
    assert await grants("w010") == [("regional", "A 区")]
    options = (await regional.post("/api/imports/people", {**people(*rows), "dryRun": True})).json()["reading"]
    where = next(field["options"] for field in options["fields"] if field["field"] == "places")
    assert where == ["A 区", "A1 店", "A2 店"]


async def test_phone_numbers_are_sealed_and_shown_in_full_only_to_those_who_ring_them(
    admin: Client, org: Org, app_tx: AppTx, client: LogIn
) -> None:
    taken = (await admin.post("/api/imports/people", people())).json()
    async with app_tx(org) as tx:
        [row] = await tx.fetch(HASHES, org.id)
    assert "13800138000" not in row["phone"]
    hr, regional = await client("hr"), await client("regional")
    account = (await admin.get("/api/accounts", q="w001")).json()["items"][0]["id"]
    assert account in taken["waiting"]
    assert (await hr.get(f"/api/accounts/{account}/phone")).json() == {"phone": "13800138000"}
    assert (await regional.get(f"/api/accounts/{account}/phone")).json() == {"phone": "138****8000"}
    path = f"/api/accounts/{account}/phone"
    same = await admin.put(path, {"phone": "138****8000"})
    assert same.status_code == 200, same.text
    for wrong in ("12345", "139****0000"):
        refused = await admin.put(path, {"phone": wrong})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "phone"), wrong
    assert (await regional.put(path, {"phone": "13900139000"})).status_code == 403
    assert (await admin.put(path, {"phone": "+86 139 0013 9000"})).is_success
    assert (await hr.get(path)).json() == {"phone": "13900139000"}
    assert (await admin.put(path, {"phone": " "})).is_success
    assert (await hr.get(path)).json() == {"phone": None}
    form = {"username": "lin.mei", "name": "林梅", "password": "storewalk-test", "phone": "13700137000"}
    opened = (await admin.post("/api/accounts", form)).json()["id"]
    assert (await hr.get(f"/api/accounts/{opened}/phone")).json() == {"phone": "13700137000"}
    async with app_tx(org) as tx:
        told = await tx.fetch(CHANGED, org.id)
        assert "13700137000" not in (await tx.fetch(HASHES, org.id))[0]["phone"]
    assert [str(row["subject_id"]) for row in told] == [account, account, opened]


async def test_an_exported_list_of_people_comes_back_unchanged_and_no_role_of_others_is_in_it(
    admin: Client, org: Org, app_tx: AppTx, client: LogIn
) -> None:
    await admin.post("/api/imports/people", people())
    exported = await admin.get("/api/exports/people.xlsx")
    rows = [row for row in cells(exported.content) if row[0] in {"w001", "w002"}]
    assert rows == [
        ["w001", "王芳", "督导", "A 区", "13800138000", "中文"],
        ["w001", "王芳", "店长", "A1 店", "13800138000", "中文"],
        ["w002", "李雷", "店员", "A1 店", None, "中文"], ["w002", "李雷", "店员", "A2 店", None, "中文"],
    ]  # fmt: skip
    book = base64.b64encode(exported.content).decode()
    assert summary(await admin.post("/api/imports/people", {"xlsx": book})) == (0, 0, 12, True)
    changed = await admin.post("/api/imports/people", people(["工号", "手机"], ["W001", "138****8000"]))
    assert summary(changed) == (0, 0, 1, True)
    async with app_tx(org) as tx:
        sql = REGIONAL_HR.replace("integrations.import_people", "integrations.export_people")
        await tx.fetch(sql, org.id)
    seen = cells((await (await client("regional")).get("/api/exports/people.xlsx")).content)
    assert {row[3] for row in seen if row[0] and row[4]} <= {"范围", "A 区", "A1 店"}
    assert ["w001", "王芳", "督导", "A 区", "138****8000", "中文"] in seen
    assert not [row for row in seen if row[0] == org.username("finance")]
