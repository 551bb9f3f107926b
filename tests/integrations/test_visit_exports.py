"""Visits as sheets: the rows and figures of the list, the points of sections and the answers."""

from io import BytesIO
from typing import Any
from uuid import uuid4

from openpyxl import load_workbook

from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, publish, template
from tests.factories.organization import Org


def rows(content: bytes) -> list[list[list[Any]]]:
    """Return the rows of each sheet below its title, headings first, and see that nothing is a formula."""
    book = load_workbook(BytesIO(content))
    for sheet in book.worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    return [[[*row] for row in sheet.iter_rows(min_row=3, values_only=True)] for sheet in book.worksheets]


async def test_a_workbook_holds_exactly_the_visits_of_the_list_with_sections_and_answers(
    client: LogIn, org: Org, app_tx: AppTx
) -> None:
    regional, inspector, admin = await client("regional"), await client("inspector"), await client("admin")
    draft = template(
        [checkpoint("chiller", "number", numberMin=0, numberMax=8, unit="℃"), checkpoint("floor", weight=3)]
    )
    checklist = await publish(regional, draft)
    async with app_tx(org) as tx:
        await tx.fetch("UPDATE store SET code = '00123' WHERE org_id = $1 AND id = $2", org.id, org.places["A1"])
    form = {"id": str(uuid4()), "storeId": str(org.places["A1"]), "templateId": checklist["id"]}
    begun = await inspector.post("/api/inspections", {**form, "checkIn": {"reason": "indoors"}})
    visit = Visit(inspector, begun.json())
    await visit.answer("chiller", number=11.5, note="=HYPERLINK(1)")
    await visit.answer("floor", outcome="pass")
    await visit.submit(2)
    await begin(admin, org.places["B1"], checklist["id"])
    shown = (await regional.get("/api/inspections", status="scored")).json()["items"]
    assert [item["id"] for item in shown] == [visit.id]
    answer = await regional.get("/api/exports/visits.xlsx", status="scored")
    assert answer.status_code == 200, answer.text
    visits, sections, answers = rows(answer.content)
    assert [row[:2] for row in visits[1:]] == [["00123", shown[0]["storeName"]]]
    figures = dict(zip(visits[0], visits[1], strict=True))
    said = ("得分", "上次得分", "已检查", "应检查", "未通过", "关键项未通过", "待定", "状态", "审阅", "日期")
    assert [figures[name] for name in said] == [75, None, 2, 2, 1, 0, 0, "已评分", "待审阅", shown[0]["plannedFor"]]
    assert (figures["得分"], figures["已检查"], figures["应检查"]) == tuple(
        shown[0][name] for name in ("score", "answered", "total")
    )
    assert [row[3:] for row in sections[1:]] == [["第1部分", 1, 75]]
    kept = [[row[0], *row[5:10], row[13]] for row in answers[1:]]
    assert kept == [
        ["00123", "chiller", "否", "未通过", 11.5, "℃", "=HYPERLINK(1)"],
        ["00123", "floor", "否", "通过", None, None, None],
    ]
    text = (await regional.get("/api/exports/visits.csv", status="scored")).content.decode("utf-8-sig")
    assert len(text.splitlines()) == 2
    assert "\t00123," in text
    log = (await admin.get("/api/audit")).json()["items"]
    taken = [entry["kind"] for entry in log if entry["kind"] == "integrations.exported"]
    assert len(taken) == 4
    assert (await inspector.get("/api/exports/visits.xlsx")).status_code == 403
    assert [figures[name] for name in ("签到方式", "签到存疑", "签到距离（米）", "签到原因")] == [
        "未能确认到店", "没有定位", None, "店内信号弱，定位不准",
    ]  # fmt: skip
    for look, found in (("flagged", 1), ("neither", 1), ("reasoned", 1), ("far", 0), ("storeCode", 0)):
        kept = (await regional.get("/api/inspections", checkIn=look)).json()["items"]
        assert [item["id"] for item in kept] == [visit.id] * found, look
        sheet = rows((await regional.get("/api/exports/visits.xlsx", checkIn=look)).content)[0]
        assert len(sheet) == 1 + found, look
    everything = rows((await regional.get("/api/exports/visits.xlsx")).content)[0]
    assert [row[0] for row in everything[1:]] == ["00123"], "the other region's visit is not in it"
