"""What judges a model is held out by whole places, and a place that has a side keeps it, however many come later."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID, uuid5

import asyncpg
import pytest

from storewalk.inspections.photo_shelves import VisitedShelves
from storewalk.shelves.hold_out import Division, HoldOut, Place, Side, Taken, divide
from storewalk.shelves.label_manifest import manifest_of
from storewalk.shelves.label_set import SetPhoto
from storewalk.shelves.queries.exports import corrected
from storewalk.shelves.service.hold_out import hold_out
from tests.analytics.test_shelf_availability import GAP, PRODUCT, visit
from tests.factories.given import AppTx, LogIn
from tests.factories.inspections import checkpoint, publish, template
from tests.factories.organization import Org

SPACE = UUID(int=7)
TODAY = date(2026, 11, 30)
ALL = set(Side)


def photos(stores: Iterable[int], shelves: int = 1, days: int = 1) -> dict[UUID, Taken]:
    """Return two photos a day of every shelf of some stores."""
    return {
        uuid5(SPACE, f"{store}/{shelf}/{day}/{n}"): Taken(
            uuid5(SPACE, str(store)), f"shelf-{shelf}", TODAY - timedelta(day)
        )
        for store in stores
        for shelf in range(shelves)
        for day in range(days)
        for n in range(2)
    }


def sides_of(held: HoldOut) -> dict[UUID, Side]:
    return {photo: held.sides[place] for photo, place in held.places.items()}


def test_a_store_is_on_one_side_and_stays_there_when_others_come() -> None:
    first = divide(photos(range(5), shelves=3), {})
    assert {place.division for place in first.places.values()} == {Division.STORE}
    assert (len(first.fresh), set(first.sides.values())) == (5, ALL)
    later = divide(photos(range(200), shelves=3), first.sides)
    assert len(later.fresh) == 195
    assert sides_of(first).items() <= sides_of(later).items()
    count = Counter(later.sides.values())
    assert (0.14 < count[Side.TEST] / 200 < 0.26, 0.09 < count[Side.VAL] / 200 < 0.21) == (True, True)
    assert divide(photos(range(200), shelves=3), later.sides) == HoldOut(later.places, later.sides, [])


def test_few_stores_are_divided_by_shelf_and_stay_so_while_new_ones_are_whole() -> None:
    first = divide(photos(range(2), shelves=3, days=9), {})
    assert {place.division for place in first.places.values()} == {Division.SHELF}
    assert (len(first.fresh), set(first.sides.values())) == (6, ALL)
    later = divide(photos(range(8), shelves=4, days=9), first.sides)
    assert sides_of(first).items() <= sides_of(later).items()
    assert Counter(place.division for place in later.fresh) == {Division.SHELF: 2, Division.STORE: 6}


def test_a_lone_shelf_is_divided_by_day_and_a_lone_day_not_at_all() -> None:
    days = divide(photos([1], days=5), {})
    assert {place.division for place in days.places.values()} == {Division.DAY}
    assert set(days.sides.values()) == ALL
    none = divide(photos([1], days=4), {})
    assert (set(none.sides.values()), none.fresh) == ({Side.TRAIN}, [])
    assert divide(photos([1, 2, 3, 4, 5]), {}).fresh != []  # nothing was drawn, so nothing stands in the way


def test_the_manifest_names_each_place_its_side_and_the_rule() -> None:
    held = divide(taken := photos(range(2), shelves=3), {})
    members = [SetPhoto(photo, 1, [], held.places[photo], held.sides[held.places[photo]]) for photo in taken]
    manifest = manifest_of(members)
    assert {place.division: rule[:14] for place in manifest.places for rule in manifest.rules.values()} == {
        Division.SHELF: "too few stores"
    }
    assert sum(manifest.photos.values()) == 12
    told = {photo: place.side for place in manifest.places for photo in place.photos}
    assert told == sides_of(held)
    store = uuid5(SPACE, "0")
    assert [(place.name, len(place.photos)) for place in manifest.places if place.store == store] == [
        ("shelf-0", 2), ("shelf-1", 2), ("shelf-2", 2)
    ]  # fmt: skip


async def test_shelves_keep_their_sides_from_set_to_set(client: LogIn, app_tx: AppTx, org: Org) -> None:
    inspector = await client("inspector")
    keys = ["drinks", "dairy", "snacks"]
    checks = [checkpoint(key, "photo", shelf=True, minAvailability=0.9) for key in keys]
    checklist = (await publish(await client("regional"), template(checks)))["id"]

    async def walked(store: str) -> list[UUID]:
        shown = await visit(inspector, app_tx, org, checklist, store, **{key: [(9, 1)] for key in keys})
        for (photo,) in shown.values():
            form = {"boxes": [PRODUCT, GAP], "ifVersion": 0}
            assert (await inspector.put(f"/api/photos/{photo}/boxes", form)).status_code == 200
        return [UUID(photo) for (photo,) in shown.values()]

    async def held() -> HoldOut:
        async with app_tx(org) as tx:
            return await hold_out(tx, await corrected(tx, 500), VisitedShelves())

    a1, a2 = await walked("A1"), await walked("A2")
    first = await held()
    assert [first.places[photo] for photo in a1 + a2] == [
        Place(org.places[store], Division.SHELF, key) for store in ("A1", "A2") for key in keys
    ]
    assert set(first.sides.values()) == ALL
    again = await walked("A1")
    later = await held()
    assert (later.sides, later.fresh) == (first.sides, [])
    assert [later.places[photo] for photo in again] == [first.places[photo] for photo in a1]
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with app_tx(org) as tx:
            await tx.raw.execute("UPDATE label_place SET side = 'train'")
