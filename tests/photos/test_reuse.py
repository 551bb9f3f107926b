"""A picture handed in twice under two captures is flagged; honest repeats are not."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.photos import Phone, encoded, jpeg, picture, registration
from tests.photos.conftest import Kinds

FIRST = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def taken(data: bytes, store: UUID, at: datetime) -> dict[str, Any]:
    body = registration(data, store)
    body["capture"]["takenAt"] = at.isoformat()
    return body


async def in_turn(phone: Phone, run_jobs: JobRunner, *photos: tuple[bytes, dict[str, Any]]) -> list[str | None]:
    """Hand photos in one after the other; return what each is flagged as, in words of the order they came in."""
    ids = []
    for data, body in photos:
        ids.append(await phone.hand_in(data, body))
        await run_jobs()
    flags = [(await phone.look(photo_id))["reusedOf"] for photo_id in ids]
    return [None if flag is None else f"of {ids.index(flag)}" for flag in flags]


async def test_the_same_file_on_another_day_is_flagged(
    phone: Phone, org: Org, run_jobs: JobRunner, kinds: Kinds
) -> None:
    data, store = jpeg(1), org.places["A1"]
    again = taken(data, store, FIRST + timedelta(days=7))
    assert await in_turn(phone, run_jobs, (data, taken(data, store, FIRST)), (data, again)) == [None, "of 0"]
    assert (await kinds(again["id"]))[-1] == "photos.reused"


@pytest.mark.parametrize(("store", "later"), [("A1", timedelta(days=1)), ("A2", timedelta(minutes=1))])
async def test_a_poorer_copy_is_flagged_on_another_day_or_in_another_store(
    phone: Phone, org: Org, run_jobs: JobRunner, store: str, later: timedelta
) -> None:
    data, copy = jpeg(1), encoded(picture(1).resize((400, 300)), quality=45)
    flags = await in_turn(
        phone, run_jobs,
        (data, taken(data, org.places["A1"], FIRST)),
        (copy, taken(copy, org.places[store], FIRST + later)),
    )  # fmt: skip
    assert flags == [None, "of 0"]


async def test_two_shots_of_one_visit_one_capture_sent_twice_and_other_pictures_are_not_flagged(
    phone: Phone, org: Org, run_jobs: JobRunner
) -> None:
    store = org.places["A1"]
    first, near, other = jpeg(1), encoded(picture(1), quality=60), jpeg(2)
    flags = await in_turn(
        phone, run_jobs,
        (first, taken(first, store, FIRST)),
        (near, taken(near, store, FIRST + timedelta(minutes=2))),
        (first, taken(first, store, FIRST)),
        (other, taken(other, store, FIRST + timedelta(days=3))),
    )  # fmt: skip
    assert flags == [None, None, None, None]


async def test_of_two_that_arrive_together_the_later_registered_is_flagged(
    phone: Phone, org: Org, run_jobs: JobRunner
) -> None:
    data, store = jpeg(4), org.places["A1"]
    early, late = taken(data, store, FIRST), taken(data, store, FIRST + timedelta(days=1))
    for body in (early, late):
        await phone.hand_in(data, body)
    await run_jobs()
    assert (await phone.look(early["id"]))["reusedOf"] is None
    assert (await phone.look(late["id"]))["reusedOf"] == early["id"]
