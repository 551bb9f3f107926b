"""Checklists as rows of a sheet, copied, and taken to another organization in a file."""

from base64 import b64encode
from typing import Any
from uuid import uuid4

import pytest

from storewalk.integrations.sheet_text import read_sheet
from storewalk.integrations.sheet_xlsx import read_xlsx
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, photo, photo_verified, publish, template, words
from tests.factories.organization import Org

PATH = "/api/imports/inspection-templates"
CHOICES = [
    {"code": "clean", "label": words("干净"), "passes": True},
    {"code": "dirty", "label": words("脏"), "passes": False},
]
FULL = template(
    [
        checkpoint("floor", "choice", choices=CHOICES, hint=words("拖地"), reference=words("手册 3.2")),
        checkpoint(
            "wet", photoRule="onFail", minPhotos=3, live=False, condition={"key": "floor", "choices": ["dirty"]}
        ),
    ],
    [
        checkpoint("chiller", "number", numberMin=-1.5, numberMax=8, unit="℃", critical=True, noteRule="onFail"),
        checkpoint("shelf", "photo", shelf=True, weight=7, formats=["convenience", "bakery"]),
        checkpoint(
            "formula", title=words("=SUM(A1)"), condition={"key": "chiller", "outcomes": ["fail", "notApplicable"]}
        ),
    ],
    criticalCap=45,
)


@pytest.fixture
async def regional(client: LogIn) -> Client:
    return await client("regional")


@pytest.fixture
async def pictured(regional: Client, visit: Visit, org: Org, app_tx: AppTx) -> dict[str, Any]:
    """The full checklist, whose floor has a picture of how it should look."""
    picture = photo()
    await visit.answer("tags", outcome="pass", photos=[picture])
    async with app_tx(org) as tx:
        await photo_verified(tx, picture["id"])
    FULL["sections"][0]["checkpoints"][0]["referencePhotoId"] = picture["id"]
    return await publish(regional, FULL)


async def rows_of(client: Client, template_id: str) -> list[list[str]]:
    answer = await client.get(f"/api/exports/inspection-templates/{template_id}/checkpoints.csv")
    assert answer.status_code == 200, answer.text
    return [cells for _, cells in read_sheet(answer.text)]


def bare(shown: dict[str, Any]) -> list[Any]:
    """Return what a checklist says, without ids and version."""
    kept = [
        [{name: value for name, value in point.items() if name != "id"} for point in section["checkpoints"]]
        for section in shown["sections"]
    ]
    return [kept, [(s["title"], s["weight"], s["formats"]) for s in shown["sections"]], shown["criticalCap"]]


async def test_a_workbook_that_is_exported_reads_back_as_the_same_checklist(
    regional: Client, pictured: dict[str, Any]
) -> None:
    book = await regional.get(f"/api/exports/inspection-templates/{pictured['id']}/checkpoints.xlsx")
    title, headings, floor, wet, *_ = [cells for _, cells in read_xlsx(book.content)]
    assert title == ["检查表 · 检查表"]
    told = dict(zip(headings, floor, strict=False))
    assert (told["检查项"], told["手册页码"], told["标准照片"]) == ("floor", "手册 3.2", "floor.jpg")
    assert told["选项"] == "clean=干净/干净 (en)=通过\ndirty=脏/脏 (en)=不通过"
    assert dict(zip(headings, wet, strict=False))["显示条件"] == "floor=#dirty"
    again = {"templateId": pictured["id"], "xlsx": b64encode(book.content).decode()}
    unchanged = (await regional.post(PATH, again)).json()
    assert (unchanged["created"], unchanged["updated"], unchanged["unchanged"], unchanged["errors"]) == (0, 0, 5, [])
    assert (await regional.get(f"/api/inspection-templates/{pictured['id']}")).json() == pictured
    # As a new checklist: the same questions; the picture has to be named, since it went by the key of another one.
    new = {**again, "templateId": str(uuid4()), "name": words("夜班")}
    refused = (await regional.post(PATH, new)).json()
    assert [(e["row"], e["field"]) for e in refused["errors"]] == [(4, "picture")]
    picture = pictured["sections"][0]["checkpoints"][0]["referencePhotoId"]
    made = (await regional.post(PATH, {**new, "pictures": {"floor.jpg": picture}})).json()
    assert (made["created"], made["applied"]) == (5, True)
    copied = (await regional.get(f"/api/inspection-templates/{new['templateId']}")).json()
    assert bare(copied)[:2] == bare(pictured)[:2]


async def test_a_dry_run_names_every_cell_that_is_wrong_and_writes_nothing(regional: Client) -> None:
    sheet = (
        "检查项,部分,标识,标准,回答方式,权重,照片张数,拍照要求,显示条件,选项,适用店型,标准照片\r\n"
        "地面,环境,floor,干净,选择,3,,,,clean=干净=通过;dirty=脏=不通过,,\r\n"
        "湿滑,,wet,不滑,,300,3,,floor=#dirty,,,\r\n"
        "灯,,light,亮,猜,,,,,,网吧,\r\n"
        "门,,door,关好,,,2,,window=不通过,,,door.jpg\r\n"
    )
    form = {"templateId": str(uuid4()), "name": words("早班"), "csv": sheet, "dryRun": True}
    answer = (await regional.post(PATH, form)).json()
    assert [(error["row"], error["field"]) for error in answer["errors"]] == [
        (3, "weight"),
        (4, "answerType"),
        (4, "formats"),
        (5, "picture"),
        (5, "minPhotos"),
        (5, "condition"),
    ]
    assert answer["errors"][3]["message"] == "没有上传名为“door.jpg”的照片，请一并上传或清空此格。"
    assert (answer["applied"], answer["created"]) == (False, 0)
    right = sheet.replace(",300,3,,", ",30,3,不通过时,").replace("猜", "").replace("网吧", "餐厅、茶饮店")
    right = right.replace(",,,2,,window=不通过,,,door.jpg", ",,,,,,,,")
    tried = (await regional.post(PATH, {**form, "csv": right})).json()
    assert (tried["errors"], tried["created"], tried["applied"]) == ([], 4, False)
    assert (await regional.get("/api/inspection-templates")).json()["items"] == []
    for created, unchanged in ((4, 0), (0, 4)):
        done = (await regional.post(PATH, {**form, "csv": right, "dryRun": False})).json()
        assert (done["created"], done["updated"], done["unchanged"], done["applied"]) == (created, 0, unchanged, True)
    less = right.replace("湿滑,,wet", "很湿滑,,wet").replace("门,,door,关好,,,,,,,,\r\n", "")
    changed = (await regional.post(PATH, {**form, "csv": less, "dryRun": False})).json()
    assert (changed["created"], changed["updated"], changed["unchanged"]) == (0, 2, 2)
    shown = (await regional.get(f"/api/inspection-templates/{form['templateId']}")).json()
    assert (shown["version"], shown["sections"][0]["checkpoints"][2]["formats"]) == (2, ["restaurant", "drinks"])
    late = await regional.post(PATH, {**form, "csv": right, "ifVersion": 1})
    assert (late.status_code, late.json()["current"]["version"]) == (409, 2)


async def test_a_csv_keeps_what_would_run_as_a_text(regional: Client, pictured: dict[str, Any]) -> None:
    answer = await regional.get(f"/api/exports/inspection-templates/{pictured['id']}/checkpoints.csv")
    assert "'=SUM(A1)" in answer.text
    assert (await rows_of(regional, pictured["id"]))[-1][0] == "=SUM(A1)"


async def test_a_copy_is_a_checklist_of_its_own_and_keeps_its_pictures(
    regional: Client, client: LogIn, org: Org, pictured: dict[str, Any]
) -> None:
    copy_id = str(uuid4())
    form = {"id": copy_id, "name": words("副本")}
    path = f"/api/inspection-templates/{pictured['id']}/copies"
    copied = await regional.post(path, form)
    assert copied.status_code == 201, copied.text
    assert (copied.json()["name"], copied.json()["version"]) == (words("副本"), 1)
    assert bare(copied.json()) == bare(pictured)
    assert (await regional.post(path, form)).json() == copied.json()
    assert (await regional.post(path, {**form, "name": words("另一份")})).status_code == 409
    # Whoever walks another store by it sees the picture, though the store where it was taken is not theirs.
    picture = pictured["sections"][0]["checkpoints"][0]["referencePhotoId"]
    admin = await client("admin")
    visit = await begin(admin, org.places["B1"], copy_id)
    assert visit.checkpoints.keys() >= {"floor"}
    assert (await regional.get(f"/api/photos/{picture}")).status_code == 200


async def test_a_file_takes_a_checklist_to_another_organization_without_its_pictures(
    regional: Client, pictured: dict[str, Any]
) -> None:
    file = (await regional.get(f"/api/inspection-templates/{pictured['id']}/file")).json()
    point = file["draft"]["sections"][0]["checkpoints"][0]
    assert (file["kind"], file["version"], point["key"]) == ("storewalk.checklist", 1, "floor")
    # The picture's id means nothing there; here it is one that nobody knows.
    point["referencePhotoId"] = str(uuid4())
    form = {"id": str(uuid4()), "file": file}
    for _ in range(2):
        taken = await regional.post("/api/inspection-template-files", form)
        assert taken.status_code == 201, taken.text
        got = bare(taken.json())
        assert got[0][0][0].pop("referencePhotoId") is None
        want = bare(pictured)
        assert want[0][0][0].pop("referencePhotoId")
        assert got == want
    file["draft"]["sections"][1]["checkpoints"][0]["numberMin"] = "9"
    refused = await regional.post("/api/inspection-template-files", {"id": str(uuid4()), "file": file})
    assert [e["field"] for e in refused.json()["errors"]] == ["sections[1].checkpoints[0].numberMax"]
