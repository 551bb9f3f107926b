"""The report of a visit: what stands on it, who gets it, and that no face is on it."""

import asyncio
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import numpy as np
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from shelfvision.inference.faces import FaceFinder
from storewalk.core.platform import Platform
from storewalk.inspections.report.letters import drawable, set_lines
from storewalk.photos.api import FONT
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, checkpoint, publish, template
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, registration

PERSON = (Path(__file__).parents[1] / "photos" / "astronaut.jpg").read_bytes()


async def taken(phone: Phone, store_id: Any) -> dict[str, Any]:
    """Hand in a photo of a person, and return it as an answer names it."""
    body = registration(PERSON, store_id)
    await phone.hand_in(PERSON, body)
    return {name: body[name] for name in ("id", "sha256", "size")}


@pytest.fixture
async def walked(inspector: Client, org: Org, checklist: dict[str, Any], run_jobs: JobRunner) -> Visit:
    """A visit of A1 with two findings: the chiller, with a note, and the critical shelf, with a person on its photo."""
    visit = await begin(inspector, org.places["A1"], checklist["id"])
    shot = await taken(Phone(inspector), org.places["A1"])
    await visit.answer("shelf", outcome="fail", photos=[shot], note="第二层空了四格，㎡龘✓")
    await visit.answer("tags", outcome="pass")
    await visit.answer("chiller", number=11.5, note="=门没关严")
    await visit.answer("floor", choice="clean")
    await visit.submit(4)
    await run_jobs()
    return visit


def pages(content: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


async def test_the_pdf_says_whose_visit_it_was_what_it_scored_and_what_was_found(
    walked: Visit, org: Org, inspector: Client, app_tx: AppTx
) -> None:
    answer = await inspector.get(f"/api/inspections/{walked.id}/report.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    shown = await walked.show()
    name = answer.headers["content-disposition"]
    assert unquote(name.partition("UTF-8''")[2]) == f"巡店报告 {shown['storeName']} {shown['plannedFor']}.pdf"
    (page,) = pages(answer.content)
    lines = [line.strip() for line in page.splitlines()]
    # The shelf: 0 of 3 points and the tags 1: 25. The chiller: 0 of 2 and the floor 1: 33.33. Mean 29.17.
    assert [shown["score"], lines[lines.index("巡店 · 巡店") + 1]] == [29.17, "29.17 分"]
    for said in (
        shown["storeName"], shown["inspectorName"], shown["plannedFor"], "首次用此检查表", "未能确认、无定位",
        "4 / 5 项",
        "2\r\n通过", "2\r\n未通过", "第1部分 25", "第2部分 33.33", "关键项未通过", "发现的问题（2）", "1. shelf",
        "2. chiller", "第二层空了四格，m2[U+9F98]√", "=门没关严", "11.5 ℃", "第 1 页，共 1 页", "店长尚未签字",
        f"/visits/{walked.id}", "照片中的人脸已遮盖",
    ):  # fmt: skip
        assert said in page, said
    assert "tags" not in page
    assert b"/FontFile" in answer.content
    async with app_tx(org) as tx:
        query = "SELECT count(*) FROM event WHERE org_id = $1 AND kind = 'inspections.report_taken' AND subject_id = $2"
        assert await tx.raw.fetchval(query, org.id, walked.id) == 1


async def test_the_picture_is_tall_in_english_for_who_reads_english_and_shows_no_face(
    walked: Visit, org: Org, client: LogIn, app_tx: AppTx, platform: Platform
) -> None:
    async with app_tx(org) as tx:
        query = "UPDATE account SET locale = 'en' WHERE org_id = $1 AND username = $2"
        await tx.fetch(query, org.id, org.username("regional"))
    regional = await client("regional")
    answer = await regional.get(f"/api/inspections/{walked.id}/report.jpg")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/jpeg")
    picture = Image.open(BytesIO(answer.content)).convert("RGB")
    assert (picture.width, picture.height > picture.width) == (1080, True)
    model = platform.settings.face_model
    assert model is not None
    finder = FaceFinder(model)
    person = np.asarray(Image.open(BytesIO(PERSON)).convert("RGB"))
    assert len(finder.find(person)) == 1
    pieces = [picture.crop((0, top, 1080, top + 640)) for top in range(0, picture.height, 320)]
    assert [len(finder.find(np.asarray(piece))) for piece in pieces] == [0] * len(pieces)
    words = (await regional.get(f"/api/inspections/{walked.id}/report.pdf")).content
    (page,) = pages(words)
    assert "Findings (2)" in page
    assert "Critical points not passed" in page
    assert "1. shelf (en)" in page


async def test_a_report_of_another_region_or_before_the_end_is_not_to_be_had(
    walked: Visit, org: Org, client: LogIn, inspector: Client, checklist: dict[str, Any]
) -> None:
    admin, manager, clerk = await client("admin"), await client("manager"), await client("clerk")
    under_way = await begin(inspector, org.places["A2"], checklist["id"])
    other = await begin(admin, org.places["B1"], checklist["id"])
    for ending in ("pdf", "jpg"):
        assert (await manager.get(f"/api/inspections/{other.id}/report.{ending}")).status_code == 404
        assert (await clerk.get(f"/api/inspections/{walked.id}/report.{ending}")).status_code == 403
        refused = await inspector.get(f"/api/inspections/{under_way.id}/report.{ending}")
        assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")
    both = await inspector.get("/api/visit-reports.pdf", visit=[walked.id, other.id])
    assert both.status_code == 404
    many = await inspector.get("/api/visit-reports.pdf", visit=[walked.id] * 21)
    assert (many.status_code, many.json()["errors"][0]["field"]) == (422, "visit")


async def test_thirty_findings_with_photos_run_over_to_more_pages_and_lose_nothing(
    inspector: Client, org: Org, client: LogIn, run_jobs: JobRunner
) -> None:
    draft = template([checkpoint(f"p{n:02}", photoRule="onFail") for n in range(30)])
    made = await publish(await client("regional"), draft)
    visit = await begin(inspector, org.places["A1"], made["id"])
    shot = await taken(Phone(inspector), org.places["A1"])
    for n in range(30):
        await visit.answer(f"p{n:02}", outcome="fail", photos=[shot], note="说明" * 60)
    await visit.submit(30)
    await run_jobs()
    answer, picture = await asyncio.gather(
        inspector.get(f"/api/inspections/{visit.id}/report.pdf"),
        inspector.get(f"/api/inspections/{visit.id}/report.jpg"),
    )
    found = pages(answer.content)
    assert len(found) > 1
    text = "".join(found)
    assert [n for n in range(30) if f"{n + 1}. p{n:02}" not in text] == []
    assert f"第 {len(found)} 页，共 {len(found)} 页" in found[-1]
    drawn = [each for page in pypdfium2.PdfDocument(answer.content) for each in page.get_objects()]
    images = [each for each in drawn if isinstance(each, pypdfium2.PdfImage)]
    assert len(images) == 30
    assert Image.open(BytesIO(picture.content)).width == 1080


def test_the_font_has_all_of_gb2312_and_what_it_lacks_can_still_be_read() -> None:
    known = set(TTFont(FONT).getBestCmap() or {})
    pairs = [bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    standard = [pair.decode("gb2312", errors="ignore") for pair in pairs]
    assert [letter for letter in standard if letter and ord(letter) not in known] == []
    assert drawable("人民路店 25㎡ ⚠\ufe0f 👍 𠮷野家", known) == "人民路店 25m2 ! [thumbs up sign] [U+20BB7]野家"


def test_no_line_begins_with_a_full_stop_and_words_stay_whole() -> None:
    def measure(text: str) -> float:
        return sum(1 if letter.isascii() else 2 for letter in text)

    assert set_lines("冷柜门没关严。请报修", 12, measure) == ["冷柜门没关严。", "请报修"]
    assert set_lines("The chiller is warm", 12, measure) == ["The chiller", "is warm"]
    assert set_lines("https://walk.example.cn/visits", 12, measure) == ["https://walk", ".example.cn/", "visits"]
    assert set_lines("一二三四五六七八九", 6, measure, 2) == ["一二三", "四五…"]
