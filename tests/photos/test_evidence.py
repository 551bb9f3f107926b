"""The capture record, what the file itself says, and the stamp that tells both where and when."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from PIL import Image, ImageDraw

from storewalk.core.objects import ObjectStore
from storewalk.core.platform import Platform
from storewalk.photos import keys
from storewalk.photos.models import Source
from storewalk.photos.pillow_stamp import font, stamp
from storewalk.photos.stamp import Shot, caption
from storewalk.photos.surveyor import Site
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, encoded, jpeg, picture, registration

STORE = {"lat": 31.2304, "lng": 121.4737, "datum": "WGS84"}
PLAIN = jpeg(1, (1600, 1200))


def with_exif(
    *, taken: str | None = None, offset: str | None = None, place: tuple[float, float] | None = None
) -> bytes:
    """Return a JPEG as a native camera writes it; degrees are north and east."""
    exif = Image.Exif()
    exif[0x010F] = "ACME-CAMERA"
    if taken is not None:
        shot = exif.get_ifd(0x8769)
        shot[0x9003] = taken
        if offset is not None:
            shot[0x9011] = offset
    if place is not None:
        gps = exif.get_ifd(0x8825)
        gps[1], gps[2] = "N", sexagesimal(place[0])
        gps[3], gps[4] = "E", sexagesimal(place[1])
    return encoded(picture(1, (1600, 1200)), exif=exif.tobytes(), quality=88)


def sexagesimal(degrees: float) -> tuple[float, float, float]:
    whole, minutes = int(degrees), int(degrees % 1 * 60)
    return (float(whole), float(minutes), round((degrees - whole - minutes / 60) * 3600, 4))


@pytest.fixture
async def placed(client: LogIn, org: Org) -> None:
    """Store A1 lies where the phone says it is, to within 13 m."""
    admin = await client("admin")
    await place(admin, org.places["A1"], STORE)


async def place(admin: Client, store_id: UUID, position: dict[str, Any]) -> None:
    store = (await admin.get(f"/api/stores/{store_id}")).json()
    names = ("code", "name", "regionId", "status", "timeZone", "openingHours", "businessDayCut", "legalEntityId")
    form = {name: store[name] for name in names if name in store}
    answer = await admin.put(f"/api/stores/{store_id}", {**form, "position": position, "ifVersion": store["version"]})
    assert answer.status_code == 200, answer.text


@pytest.mark.usefixtures("placed")
async def test_the_server_measures_the_distance_across_datums(phone: Phone, org: Org, run_jobs: JobRunner) -> None:
    body = registration(PLAIN, org.places["A1"])
    # The same spot as Amap gives it: 530 m away for who forgets the datum.
    body["capture"]["position"] = {"lat": 31.22846, "lng": 121.47823, "accuracyM": 15, "datum": "GCJ02"}
    await phone.hand_in(PLAIN, body)
    await run_jobs()
    photo = await phone.look(body["id"])
    assert photo["distanceM"] == pytest.approx(0, abs=3)
    assert photo["doubts"] == []


@pytest.mark.usefixtures("placed")
async def test_a_poor_fix_is_flagged_and_blocks_nothing(phone: Phone, org: Org, run_jobs: JobRunner) -> None:
    body = registration(PLAIN, org.places["A1"])
    body["capture"]["position"] = {"lat": 31.24, "lng": 121.4737, "accuracyM": 2500, "datum": "WGS84"}
    await phone.hand_in(PLAIN, body)
    await run_jobs()
    photo = await phone.look(body["id"])
    assert (photo["state"], photo["doubts"]) == ("ready", ["poor_fix"])
    assert photo["distanceM"] == pytest.approx(1067, abs=5)


async def test_without_a_position_of_either_there_is_no_distance(phone: Phone, org: Org, run_jobs: JobRunner) -> None:
    photo_id = await phone.hand_in(PLAIN, registration(PLAIN, org.places["A1"]))
    await run_jobs()
    photo = await phone.look(photo_id)
    assert (photo["state"], photo["distanceM"]) == ("ready", None)


@pytest.mark.parametrize(
    ("taken", "offset", "place", "doubts", "said"),
    [
        ("2026:11:20 10:30:00", None, (31.2304, 121.4737), [], "2026-11-20T02:30:00Z"),  # the store's own zone
        ("2026:11:20 05:35:00", "+03:00", None, [], "2026-11-20T02:35:00Z"),
        ("2026:11:19 10:30:00", None, None, ["time_apart"], "2026-11-19T02:30:00Z"),
        ("2026:11:20 10:30:00", None, (39.9042, 116.4074), ["place_apart"], "2026-11-20T02:30:00Z"),
        ("2019:01:01 00:00:00", "+08:00", (39.9, 116.4), ["time_apart", "place_apart"], "2018-12-31T16:00:00Z"),
        ("0000:00:00 00:00:00", None, None, [], None),
        ("0001:01:01 00:00:00", "+12:00", None, [], None),
        ("yesterday", None, None, [], None),
    ],
)
async def test_what_the_file_says_is_laid_beside_the_capture_record(
    phone: Phone,
    org: Org,
    run_jobs: JobRunner,
    *,
    taken: str,
    offset: str | None,
    place: tuple[float, float] | None,
    doubts: list[str],
    said: str | None,
) -> None:
    data = with_exif(taken=taken, offset=offset, place=place)
    photo_id = await phone.hand_in(data, registration(data, org.places["A1"]))
    await run_jobs()
    photo = await phone.look(photo_id)
    assert (photo["state"], photo["doubts"], photo["exifTakenAt"]) == ("ready", doubts, said)
    assert photo["takenAt"] == "2026-11-20T02:30:00Z"


async def test_a_position_in_the_file_is_kept_on_the_row_and_in_no_served_byte(
    phone: Phone, org: Org, run_jobs: JobRunner, platform: Platform, objects: ObjectStore
) -> None:
    data = with_exif(taken="2026:11:20 10:30:00", place=(31.2304, 121.4737))
    assert Image.open(BytesIO(data)).getexif().get_ifd(0x8825) != {}
    photo_id = await phone.hand_in(data, registration(data, org.places["A1"]))
    await run_jobs()
    async with platform.transaction(org.system) as tx:
        row = await tx.fetchrow("SELECT exif_latitude, exif_longitude FROM photo WHERE id = $1", UUID(photo_id))
    assert row is not None
    assert (row[0], row[1]) == (pytest.approx(31.2304, abs=1e-5), pytest.approx(121.4737, abs=1e-5))
    links = (await phone.look(photo_id))["links"]
    for link in links.values():
        served = (await phone.client.http.get(link)).content
        image = Image.open(BytesIO(served))
        assert dict(image.getexif()) == {}
        assert {"exif", "xmp", "icc_profile", "comment"}.isdisjoint(image.info)
        for mark in (b"Exif", b"EXIF", b"ACME-CAMERA", b"GPS", b"http://ns.adobe"):
            assert mark not in served
    assert await objects.get(keys.original(org.id, UUID(photo_id)), len(data)) == data


@pytest.mark.usefixtures("placed")
async def test_the_large_copy_is_stamped_and_the_small_one_and_the_original_are_not(
    phone: Phone, org: Org, run_jobs: JobRunner, objects: ObjectStore
) -> None:
    grey = encoded(Image.new("RGB", (1600, 1200), (128, 128, 128)), quality=95)
    photo_id = await phone.hand_in(grey, registration(grey, org.places["A1"]))
    await run_jobs()
    links = (await phone.look(photo_id))["links"]
    large = np.asarray(Image.open(BytesIO((await phone.client.http.get(links["large"])).content)).convert("L"))
    small = np.asarray(Image.open(BytesIO((await phone.client.http.get(links["small"])).content)).convert("L"))
    stamped = np.flatnonzero(np.abs(large.astype(int) - 128).max(axis=1) > 20)
    assert stamped.min() > 1200 * 0.92
    assert (large[stamped.min() :] > 220).any()
    assert int(np.abs(small.astype(int) - 128).max()) < 6
    assert await objects.get(keys.original(org.id, UUID(photo_id)), len(grey)) == grey


def shot(**changes: Any) -> Shot:
    """Return a capture at 10:30 in Shanghai, 42 m from the store."""
    known: dict[str, Any] = {
        "site": Site("人民路店", "Asia/Shanghai", 42.3),
        "person": "张三",
        "locale": "zh",
        "taken_at": datetime(2026, 11, 20, 2, 30, tzinfo=UTC),
        "source": Source.CAMERA,
        "located": True,
        "accuracy_m": 12.6,
    }
    return Shot(**{**known, **changes})


@pytest.mark.parametrize(
    ("changes", "locale", "words"),
    [
        ({}, "zh", ("人民路店", "张三", "2026-11-20 10:30", "距门店 42 m ±13 m", "现场拍摄")),
        ({}, "en", ("人民路店", "张三", "2026-11-20 10:30", "42 m from the store ±13 m", "camera")),
        (
            {"site": Site("店", "Asia/Shanghai", 12_345), "source": Source.GALLERY},
            "zh",
            ("店", "张三", "2026-11-20 10:30", "距门店 12.3 km ±13 m", "相册照片"),
        ),
        ({"located": False, "accuracy_m": None}, "zh", ("人民路店", "张三", "2026-11-20 10:30", "无定位", "现场拍摄")),
        (
            {"site": Site("店", "Asia/Shanghai", None), "person": None},
            "en",
            ("店", "2026-11-20 10:30", "located ±13 m", "camera"),
        ),
        ({"site": None, "person": None}, "zh", ("2026-11-20 02:30 UTC", "已定位 ±13 m", "现场拍摄")),
        ({"taken_at": None}, "zh", ()),
    ],
)
def test_the_stamp_says_what_is_known(
    platform: Platform, changes: dict[str, Any], locale: str, words: tuple[str, ...]
) -> None:
    assert caption(shot(**changes), lambda key, params: platform.catalog.text(key, locale, params)) == words


def drawn(character: str) -> bytes:
    image = Image.new("L", (60, 60))
    ImageDraw.Draw(image).text((5, 0), character, fill=255, font=font(40))
    return image.tobytes()


def test_chinese_is_drawn_by_the_shipped_font() -> None:
    signs = "走店巡检整改堃喆珺（）：±·é"
    unknown = drawn("\U0001f680")
    assert len({drawn(sign) for sign in signs}) == len(signs)
    assert all(any(drawn(sign)) and drawn(sign) != unknown for sign in signs)


@pytest.mark.parametrize("size", [(1600, 1200), (1200, 1600), (640, 480), (2000, 300)])
def test_a_stamp_leaves_the_shelf_in_view(size: tuple[int, int]) -> None:
    image = Image.new("RGB", size, (128, 128, 128))
    stamp(image, ("很长很长的门店名称" * 4, "王小明", "2026-11-20 10:30", "距门店 42 m ±13 m", "现场拍摄"))
    changed = np.flatnonzero(np.abs(np.asarray(image.convert("L")).astype(int) - 128).max(axis=1) > 5)
    assert changed.max() == size[1] - 1
    assert len(changed) <= max(0.06 * max(size), 40)


@pytest.mark.parametrize("size", [(320, 240), (64, 2000), (2000, 16)])
def test_a_picture_too_small_for_a_stamp_gets_none(size: tuple[int, int]) -> None:
    image = Image.new("RGB", size, (128, 128, 128))
    stamp(image, ("门店", "王小明"))
    assert image.getextrema() == ((128, 128),) * 3


async def test_a_photo_settled_before_stamps_keeps_its_own_rendition(
    phone: Phone, org: Org, run_jobs: JobRunner, platform: Platform
) -> None:
    photo_id = await phone.hand_in(PLAIN, registration(PLAIN, org.places["A1"]))
    await run_jobs()
    async with platform.transaction(org.system) as tx:
        await tx.fetch("UPDATE photo SET settled_at = NULL WHERE id = $1", UUID(photo_id))
    assert "/large.webp?" in (await phone.look(photo_id))["links"]["large"]
