"""The photo wall: the newest first, page by page, filtered, and only what the reader may open."""

from typing import Any

from storewalk.shelves.detector import Sight
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, jpeg, registration
from tests.shelves.conftest import Shelf


async def hung(client: Client, **filters: Any) -> list[str]:
    """Return the ids on the wall."""
    answer = await client.get("/api/photos/wall", **filters)
    assert answer.status_code == 200, answer.text
    return [photo["id"] for photo in answer.json()["items"]]


async def announced(phone: Phone, org: Org, seed: int, store: str = "A1", **changes: Any) -> str:
    """Announce a photo whose bytes are still on the phone."""
    data = jpeg(seed)
    return (await phone.register(registration(data, org.places[store], **changes)))["id"]


async def test_the_newest_come_first_and_a_page_goes_on_where_the_last_one_ended(phone: Phone, org: Org) -> None:
    taken = [await announced(phone, org, seed) for seed in range(5)]
    first = (await phone.client.get("/api/photos/wall", limit=3)).json()
    assert [photo["id"] for photo in first["items"]] == taken[:1:-1]
    later = await announced(phone, org, 9)
    rest = (await phone.client.get("/api/photos/wall", limit=3, cursor=first["next"])).json()
    assert ([photo["id"] for photo in rest["items"]], rest["next"]) == (taken[1::-1], None)
    assert (await hung(phone.client))[0] == later


async def test_a_shelf_hangs_with_its_boxes_and_signed_links(shelf: Shelf) -> None:
    shelf.detector.sight = Sight(doubt=None, availability=0.8, facings=8, gaps=2, boxes=[], model_version="test-1")
    photo_id = await shelf.hand_in(jpeg(1))
    await shelf.run()
    [photo] = (await shelf.phone.client.get("/api/photos/wall")).json()["items"]
    assert (photo["id"], photo["state"], photo["storeName"]) == (photo_id, "ready", "A1 店")
    assert (photo["reading"]["state"], photo["reading"]["availability"]) == ("read", 0.8)
    answer = await shelf.phone.client.http.get(photo["links"]["small"])
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/webp")
    assert await hung(shelf.phone.client, below=0.9) == [photo_id]
    assert await hung(shelf.phone.client, below=0.8) == []


async def test_the_wall_is_narrowed_by_store_region_purpose_source_state_and_reuse(
    client: LogIn, org: Org, run_jobs: JobRunner
) -> None:
    admin = Phone(await client("admin"))
    far = await announced(admin, org, 1, "B1")
    capture = {**registration(b"", org.places["A1"])["capture"], "source": "gallery"}
    picked = await announced(admin, org, 2, capture=capture, purpose="shelf")
    data = jpeg(3)
    once = await admin.hand_in(data, registration(data, org.places["A1"]))
    await run_jobs()
    again = {**registration(data, org.places["A1"])["capture"], "takenAt": "2026-11-21T02:30:00Z"}
    twice = await admin.hand_in(data, registration(data, org.places["A1"], capture=again))
    await run_jobs()
    wall = admin.client
    assert await hung(wall) == [twice, once, picked, far]
    assert await hung(wall, store=str(org.places["B1"])) == [far]
    assert await hung(wall, region=str(org.places["A"])) == [twice, once, picked]
    assert await hung(wall, purpose="shelf") == [picked]
    assert await hung(wall, source="gallery") == [picked]
    assert await hung(wall, state="ready") == [twice, once]
    assert await hung(wall, reused="true") == [twice]
    assert await hung(wall, until="2026-01-01T00:00:00Z") == []
    assert await hung(wall, since="2026-01-01T00:00:00Z") == [twice, once, picked, far]


async def test_nobody_sees_what_they_may_not_open(client: LogIn, org: Org, app_tx: AppTx) -> None:
    admin, manager = Phone(await client("admin")), await client("manager")
    await announced(admin, org, 1, "B1")
    near, secret = await announced(admin, org, 2), await announced(admin, org, 3)
    async with app_tx(org) as tx:
        await tx.fetch("UPDATE photo SET permission = 'payroll.read' WHERE id = $1", secret)
    assert await hung(manager) == [near]
    assert len(await hung(admin.client)) == 3


async def test_ten_thousand_photos_are_read_by_their_order(client: LogIn, org: Org, app_tx: AppTx) -> None:
    admin = await client("admin")
    await announced(Phone(admin), org, 1)
    async with app_tx(org) as tx:
        await tx.fetch("SET LOCAL enable_seqscan = off")
        plan = await tx.fetch(
            "EXPLAIN SELECT id FROM photo WHERE org_id = $1 ORDER BY recorded_at DESC, id DESC LIMIT 51", org.id
        )
    text = "\n".join(row[0] for row in plan)
    assert "ix_photo_org_id_recorded_at_id" in text
    assert "Sort" not in text
