"""What a person draws on a photo: data beside it, part of the answer, and with the finding in its task."""

from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storewalk.photos.api import FONT, Mark, MarkKind, draw_marks
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import Visit, begin, events, photo
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, jpeg, registration

ARROW = {"kind": "arrow", "x": 0.1, "y": 0.2, "toX": 0.5, "toY": 1.0, "text": None}
CIRCLE = {"kind": "circle", "x": 0.0, "y": 0.25, "toX": 1.0, "toY": 0.75, "text": None}
TEXT = {"kind": "text", "x": 0.5, "y": 0.5, "toX": None, "toY": None, "text": "第三层缺货"}


async def test_marks_stay_with_their_answer_and_go_with_the_finding_to_its_task(
    visit: Visit, org: Org, app_tx: AppTx, client: LogIn, run_jobs: JobRunner
) -> None:
    drawn, plain = photo(), photo()
    given = [{**drawn, "marks": [ARROW, CIRCLE, TEXT]}, plain]
    answer = await visit.answer("tags", outcome="fail", photos=given)
    assert answer["photoSpecs"] == [{**drawn, "marks": [ARROW, CIRCLE, TEXT]}, {**plain, "marks": []}]
    assert await visit.answer("tags", outcome="fail", photos=answer["photoSpecs"]) == answer
    fewer = await visit.answer("tags", outcome="fail", photos=[plain, {**drawn, "marks": [TEXT]}], ifVersion=1)
    assert [(spec["id"], spec["marks"]) for spec in fewer["photoSpecs"]] == [(plain["id"], []), (drawn["id"], [TEXT])]
    assert (fewer["version"], len(await events(app_tx, org, visit, "answered"))) == (2, 2)
    await visit.answer("chiller", number=4)
    await visit.answer("floor", choice="clean")
    await visit.answer("shelf", outcome="pass", photos=[photo()])
    await visit.submit(4)
    await run_jobs()
    [failed] = await events(app_tx, org, visit, "checkpoint_failed")
    assert [(each["photoId"], len(each["marks"])) for each in failed["marks"]] == [(drawn["id"], 1)]
    manager = await client("manager")
    [item] = (await manager.get("/api/tasks")).json()["items"]
    [finding] = (await manager.get(f"/api/tasks/{item['id']}")).json()["findings"]
    assert finding["photos"] == [plain["id"], drawn["id"]]
    assert finding["marks"] == [{"photoId": drawn["id"], "marks": [TEXT]}]
    again = await begin(visit.client, visit.store_id, (await visit.show())["templateId"])
    assert (await again.shown("tags"))["lastAnswer"]["marks"] == [{"photoId": drawn["id"], "marks": [TEXT]}]
    [origin] = (await visit.client.get(f"/api/photos/{drawn['id']}/origins")).json()
    assert (origin["visitId"], origin["marks"]) == (visit.id, [TEXT])


async def test_who_draws_on_a_second_device_sees_what_the_first_drew(visit: Visit) -> None:
    shot = photo()
    await visit.answer("tags", outcome="fail", photos=[shot])
    await visit.answer("tags", outcome="fail", photos=[{**shot, "marks": [ARROW]}], ifVersion=1)
    refused = await visit.put("tags", outcome="fail", photos=[{**shot, "marks": [CIRCLE]}], ifVersion=1)
    assert (refused.status_code, refused.json()["current"]["photoSpecs"][0]["marks"]) == (409, [ARROW])
    assert (await visit.shown("tags"))["photoSpecs"][0]["marks"] == [ARROW]


@pytest.mark.parametrize(
    ("mark", "status", "field"),
    [
        ({**ARROW, "x": 1.01}, 400, "x"),
        ({**CIRCLE, "toY": -0.1}, 400, "toY"),
        ({**TEXT, "text": "长" * 61}, 400, "text"),
        ({**TEXT, "kind": "star"}, 400, "kind"),
        ({**TEXT, "colour": "red"}, 400, "colour"),
        ({**TEXT, "text": "  "}, 422, "text"),
        ({**ARROW, "text": "看这里"}, 422, "text"),
        ({**ARROW, "toX": None}, 422, "toX"),
        ({**TEXT, "toX": 0.2}, 422, "toX"),
    ],
)
async def test_an_unfit_mark_is_refused_by_field_and_leaves_nothing(
    visit: Visit, mark: dict[str, Any], status: int, field: str
) -> None:
    refused = await visit.put("tags", outcome="fail", photos=[{**photo(), "marks": [CIRCLE, mark]}])
    assert refused.status_code == status
    assert [error["field"] for error in refused.json()["errors"]] == [f"photos[0].marks[1].{field}"]
    assert (await visit.shown("tags"))["version"] == 0


async def test_no_more_than_twenty_marks_lie_on_a_photo_and_the_table_keeps_none_that_is_unfit(
    visit: Visit, org: Org, app_tx: AppTx
) -> None:
    refused = await visit.put("tags", outcome="fail", photos=[{**photo(), "marks": [ARROW] * 21}])
    assert [error["field"] for error in refused.json()["errors"]] == ["photos[0].marks"]
    await visit.answer("tags", outcome="fail", photos=[{**photo(), "marks": [ARROW] * 20}])
    for wrong in ('[{"kind": "arrow", "x": 2, "y": 0, "toX": 0, "toY": 0}]', '[{"kind": "text", "x": "a"}]', "{}"):
        with pytest.raises(IntegrityError, match="marks_fit"):
            async with app_tx(org) as tx:
                await tx.session.execute(
                    text("UPDATE inspection_answer_photo SET marks = cast(:marks AS jsonb)"), {"marks": wrong}
                )


async def test_drawing_changes_a_copy_and_never_the_photo(inspector: Client, visit: Visit, run_jobs: JobRunner) -> None:
    data, phone = jpeg(3), Phone(inspector)
    body = registration(data, visit.store_id)
    spec = {name: body[name] for name in ("id", "sha256", "size")}
    await phone.hand_in(data, body)
    await run_jobs()
    large = (await inspector.http.get((await phone.look(body["id"]))["links"]["large"])).content
    await visit.answer("tags", outcome="fail", photos=[{**spec, "marks": [ARROW, CIRCLE, TEXT]}])
    await run_jobs()
    looked = await phone.look(body["id"])
    assert (await inspector.http.get(looked["links"]["large"])).content == large
    assert sha256(data).hexdigest() == spec["sha256"]
    with Image.open(BytesIO(large)) as before:
        copy = before.convert("RGB")
    place = (int(copy.width * 0.1), int(copy.height * 0.2))
    marks = [Mark(kind=MarkKind.ARROW, x=0.1, y=0.2, to_x=0.5, to_y=1.0), Mark(kind=MarkKind.TEXT, x=1, y=1, text="缺")]
    draw_marks(ImageDraw.Draw(copy), lambda px: ImageFont.truetype(FONT, px), copy.size, marks)
    assert copy.getpixel(place) == (220, 38, 38)
