"""Corrections leave as labels that training reads back: the same boxes, the model's classes, faces veiled, once."""

import json
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from PIL import Image

from storewalk.core.jobs import JobContext
from storewalk.core.objects import ObjectStore
from storewalk.photos.api import FaceVeil, VeilUnavailable
from storewalk.shelves.detector import Sight
from storewalk.shelves.labels import export, export_key
from storewalk.shelves.service.export import ExportLabels
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.photos import jpeg
from tests.shelves.conftest import Shelf

BOXES = [
    {"label": "product", "x0": 0.125, "y0": 0.25, "x1": 0.375, "y1": 0.5},
    {"label": "gap", "x0": 0.4, "y0": 0.25, "x1": 0.9, "y1": 0.55},
]


class Blind(FaceVeil):
    """A veil whose model is missing."""

    async def veil(self, original: bytes, longest: int) -> bytes:
        raise VeilUnavailable(f"{len(original)} bytes, {longest} pixels")


async def corrected(shelf: Shelf, seed: int = 1) -> str:
    """Have a photo read and corrected to `BOXES`."""
    shelf.detector.sight = Sight(
        doubt=None, availability=1.0, facings=1, gaps=0, boxes=[], model_version="1.1+00000000"
    )
    photo_id = await shelf.hand_in(jpeg(seed, (1200, 900)))
    await shelf.run()
    answer = await shelf.phone.client.put(f"/api/photos/{photo_id}/boxes", {"boxes": BOXES, "ifVersion": 0})
    assert answer.status_code == 200, answer.text
    return photo_id


async def ask(admin: Client) -> str:
    """Ask for an export."""
    answer = await admin.post("/api/label-exports", {"id": str(uuid4())})
    assert (answer.status_code, answer.json()["state"]) == (201, "pending"), answer.text
    return answer.json()["id"]


async def shown(admin: Client, export_id: str) -> dict[str, Any]:
    listed = (await admin.get("/api/label-exports")).json()["items"]
    return next(each for each in listed if each["id"] == export_id)


async def archive(shelf: Shelf, objects: ObjectStore, export_id: str) -> ZipFile:
    return ZipFile(BytesIO(await objects.get(export_key(shelf.org.id, UUID(export_id)), 10**8)))


async def test_the_labels_read_back_as_the_boxes_that_the_person_left(
    shelf: Shelf, client: LogIn, objects: ObjectStore
) -> None:
    photo_id, admin = await corrected(shelf), await client("admin")
    export_id = await ask(admin)
    await shelf.run()
    files = await archive(shelf, objects, export_id)
    assert sorted(files.namelist()) == [
        "annotations.json", "data.yaml", f"images/{photo_id}.webp", f"labels/{photo_id}.txt", "manifest.json",
        "test.txt", "train.txt", "val.txt",
    ]  # fmt: skip
    assert files.read("data.yaml").decode() == (
        "path: .\ntrain: train.txt\nval: val.txt\ntest: test.txt\nnames:\n  0: product\n  1: gap\n"
    )
    listed = {name: files.read(f"{name}.txt").decode() for name in ("train", "val", "test")}
    assert listed == {"train": f"./images/{photo_id}.webp\n", "val": "", "test": ""}
    names = ("product", "gap")

    lines = [line.split() for line in files.read(f"labels/{photo_id}.txt").decode().splitlines()]
    yolo = [(names[int(line[0])], *(float(field) for field in line[1:])) for line in lines]
    for (label, x, y, w, h), drawn in zip(yolo, BOXES, strict=True):
        assert label == drawn["label"]
        edges = (x - w / 2, y - h / 2, x + w / 2, y + h / 2)
        assert edges == pytest.approx([drawn[edge] for edge in ("x0", "y0", "x1", "y1")], abs=2e-6)

    coco = json.loads(files.read("annotations.json"))
    (image,) = coco["images"]
    with Image.open(BytesIO(files.read(image["file_name"]))) as picture:
        assert (picture.format, picture.size, dict(picture.getexif())) == (
            "WEBP", (image["width"], image["height"]), {}
        )  # fmt: skip
    categories = {each["id"]: each["name"] for each in coco["categories"]}
    for annotation, drawn in zip(coco["annotations"], BOXES, strict=True):
        x, y, w, h = annotation["bbox"]
        assert (categories[annotation["category_id"]], annotation["image_id"]) == (drawn["label"], image["id"])
        edges = (x / image["width"], y / image["height"], (x + w) / image["width"], (y + h) / image["height"])
        assert edges == pytest.approx([drawn[edge] for edge in ("x0", "y0", "x1", "y1")], abs=1e-9)
    assert (image["photo"], image["corrected_by"], image["model_version"], image["revision"]) == (
        photo_id, str(shelf.org.accounts["inspector"]), "1.1+00000000", 1
    )  # fmt: skip


async def test_an_export_is_finished_once_however_often_its_job_runs(shelf: Shelf, client: LogIn) -> None:
    await corrected(shelf)
    admin = await client("admin")
    export_id = await ask(admin)
    again = await admin.post("/api/label-exports", {"id": export_id})
    assert again.status_code == 201
    await shelf.run()
    first = await shown(admin, export_id)
    assert (first["state"], first["photos"], first["boxes"], first["size"] > 0) == ("ready", 1, 2, True)
    await export(JobContext(shelf.platform, shelf.org.id), ExportLabels(export_id=UUID(export_id)))
    assert await shown(admin, export_id) == first
    assert await kinds(shelf, export_id) == ["shelves.labels_requested", "shelves.labels_exported"]


async def test_a_set_is_numbered_and_says_what_is_new_in_it_and_nothing_new_is_the_same_set(
    shelf: Shelf, client: LogIn
) -> None:
    admin, first = await client("admin"), await corrected(shelf, 1)

    async def made() -> dict[str, Any]:
        export_id = await ask(admin)
        await shelf.run()
        return await shown(admin, export_id)

    one, again = await made(), await made()
    assert (one["number"], again["number"], one["digest"] == again["digest"]) == (1, 1, True)
    store = {"storeId": str(shelf.org.places["A1"]), "photos": 1, "storeName": "A1 店"}
    assert one["counts"] == {
        "products": 1, "gaps": 1, "stores": [store], "heldOut": 0, "added": 1, "changed": 0, "tuned": 0,
        "divisions": ["none"],
    }  # fmt: skip
    await corrected(shelf, 2)
    form = {"boxes": BOXES[:1], "ifVersion": 1}
    assert (await shelf.phone.client.put(f"/api/photos/{first}/boxes", form)).status_code == 200
    two = await made()
    assert (two["number"], two["counts"]["added"], two["counts"]["changed"]) == (2, 1, 1)
    assert (two["counts"]["products"], two["counts"]["gaps"], two["digest"] == one["digest"]) == (2, 1, False)


async def test_only_this_organizations_photos_and_only_corrected_ones_leave(shelf: Shelf, client: LogIn) -> None:
    await shelf.hand_in(jpeg(7))  # read but corrected by nobody
    await corrected(shelf)
    async with shelf.platform.transaction(shelf.org.system) as tx:
        others = await tx.raw.fetchval("SELECT count(DISTINCT org_id) FROM shelf_correction")
    assert others == 1  # the policy hides those of the tests before
    admin = await client("admin")
    export_id = await ask(admin)
    await shelf.run()
    assert (await shown(admin, export_id))["photos"] == 1


async def test_nothing_leaves_while_faces_cannot_be_veiled(shelf: Shelf, client: LogIn, objects: ObjectStore) -> None:
    await corrected(shelf)
    admin = await client("admin")
    veil = shelf.platform.resources[FaceVeil]
    shelf.platform.resources[FaceVeil] = Blind()
    try:
        export_id = await ask(admin)
        ctx, job = JobContext(shelf.platform, shelf.org.id), ExportLabels(export_id=UUID(export_id))
        with pytest.raises(VeilUnavailable):
            await export(ctx, job)
    finally:
        shelf.platform.resources[FaceVeil] = veil
    assert (await shown(admin, export_id))["state"] == "failed"
    assert (await admin.get(f"/api/label-exports/{export_id}/link")).status_code == 409
    with pytest.raises(Exception, match=export_id):
        await objects.get(export_key(shelf.org.id, UUID(export_id)), 10**8)
    await export(ctx, job)
    assert (await shown(admin, export_id))["state"] == "ready"


async def test_taking_an_export_out_is_recorded_each_time_and_its_link_opens_it(shelf: Shelf, client: LogIn) -> None:
    await corrected(shelf)
    admin = await client("admin")
    export_id = await ask(admin)
    await shelf.run()
    for _ in range(2):
        link = (await admin.get(f"/api/label-exports/{export_id}/link")).json()
        answer = await admin.http.get(link["url"])
        assert (answer.status_code, answer.content[:2]) == (200, b"PK")
    assert (await kinds(shelf, export_id)).count("shelves.labels_taken") == 2
    assert (await (await client("regional")).get(f"/api/label-exports/{export_id}/link")).status_code == 403


async def kinds(shelf: Shelf, export_id: str) -> list[str]:
    """Return what was recorded of an export."""
    async with shelf.platform.transaction(shelf.org.system) as tx:
        rows = await tx.fetch("SELECT kind FROM event WHERE subject_id = $1 ORDER BY recorded_at, id", export_id)
    return [row["kind"] for row in rows]
