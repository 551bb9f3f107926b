"""Which photos of a label set train a model, which tune it and which judge it: whole places, decided once and kept.

Photos of one shelf look alike, so no place has photos on two sides: a store is a place as soon as an organization has
corrected photos of five. With fewer, none might be held out: then the shelf is the place, and where there are not five
shelves, a store's day. Each place draws its side by a hash of its name; what was drawn is kept (`LabelPlace`), so that
no store, shelf or day changes sides between sets, however many come later. A store whose shelves or days were divided
stays so, because models have trained on a part of it.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Final
from uuid import UUID

import msgspec

LEAST_PLACES: Final = 5
"""To be divided: with fewer, a side would often stay empty or a single place make up most of the set."""
JUDGING, TUNING = 51, 38
"""Of 256: a fifth of all places judges, three twentieths tune."""


class Side(StrEnum):
    """What a photo is for, by the names that YOLO gives its lists: only `test` judges models."""

    TRAIN = "train"
    VAL = "val"
    TEST = "test"


class Division(StrEnum):
    """What a place is; `none` where a set has too few of all, so that nothing of it is held out yet."""

    STORE = "store"
    SHELF = "shelf"
    DAY = "day"
    NONE = "none"


class Place(msgspec.Struct, frozen=True, order=True):
    """A store, or a shelf or a day in it; `name` is the shelf's key or the day, empty for the whole store."""

    store_id: UUID
    division: Division
    name: str = ""

    @property
    def lot(self) -> int:
        """A number from 0 to 255 that is always the same for a place."""
        name = f"/{self.division.value}/{self.name}" if self.name else ""
        return sha256(f"{self.store_id}{name}".encode()).digest()[0]


class Taken(msgspec.Struct, frozen=True):
    """Where and when a photo was taken; `shelf` is empty where nobody has said which one it shows."""

    store_id: UUID
    shelf: str
    day: date

    def at(self, division: Division) -> Place:
        """Return the place that it belongs to."""
        names = {Division.SHELF: self.shelf or "other", Division.DAY: self.day.isoformat()}
        return Place(self.store_id, division, names.get(division, ""))


class HoldOut(msgspec.Struct, frozen=True):
    """The place of each photo and the side of each place; `fresh` are those whose side was drawn only now."""

    places: Mapping[UUID, Place]
    sides: Mapping[Place, Side]
    fresh: Collection[Place]


def divide(photos: Mapping[UUID, Taken], known: Mapping[Place, Side]) -> HoldOut:
    """Give each photo its side; `known` is what was drawn before, and stays."""
    ways = {place.store_id: place.division for place in known}
    new = {taken.store_id for taken in photos.values()} - ways.keys()
    way = Division.STORE if ways else _way([taken for taken in photos.values() if taken.store_id in new])
    ways |= dict.fromkeys(new, way)
    places = {photo: taken.at(ways[taken.store_id]) for photo, taken in photos.items()}
    here = set(places.values())
    fresh = here - known.keys()
    if way is Division.NONE and new:
        return HoldOut(places, dict.fromkeys(here, Side.TRAIN), [])
    old = {place: known[place] for place in here - fresh}
    drawn = _completed({place: _side(place) for place in fresh}, set(old.values()))
    return HoldOut(places, old | drawn, sorted(fresh))


def _way(photos: Sequence[Taken]) -> Division:
    """Return what the places of an organization's first set are."""
    for division in (Division.STORE, Division.SHELF, Division.DAY):
        if len({taken.at(division) for taken in photos}) >= LEAST_PLACES:
            return division
    return Division.NONE


def _side(place: Place) -> Side:
    """Return the side that a place draws."""
    if place.lot >= JUDGING + TUNING:
        return Side.TRAIN
    return Side.TEST if place.lot < JUDGING else Side.VAL


def _completed(drawn: Mapping[Place, Side], filled: Collection[Side]) -> dict[Place, Side]:
    """Give a side that nothing has drawn the lowest lot of the side that most have drawn; the more needed first."""
    sides = dict(drawn)
    for missing in (Side.TRAIN, Side.TEST, Side.VAL):
        if missing in {*sides.values(), *filled}:
            continue
        holders = [[place for place, its in sides.items() if its is side] for side in Side]
        most = max(holders, key=len)
        if len(most) > 1:
            sides[min(most, key=lambda place: (place.lot, place))] = missing
    return sides
