"""A set's manifest: which places it holds photos of, and for what; the contract with whoever trains on the set."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

import msgspec

from storewalk.shelves.hold_out import Division, Side
from storewalk.shelves.label_set import SetPhoto, digest_of

RULES: Final[Mapping[Division, str]] = {
    Division.STORE: "all photos of a store are on one side, drawn by a hash of the store's id",
    Division.SHELF: "too few stores: all photos of a shelf are on one side, drawn by a hash of store and shelf",
    Division.DAY: "too few stores and shelves: all photos of a store's day are on one side, drawn by a hash of both",
    Division.NONE: "too few stores, shelves and days: nothing is held out yet, so no model can be judged on this set",
}


class ManifestPlace(msgspec.Struct, frozen=True):
    """A place and its photos; `name` is the shelf's key or the day, empty for a whole store."""

    store: UUID
    division: Division
    name: str
    side: Side
    photos: Sequence[UUID]


class SetManifest(msgspec.Struct, frozen=True):
    """Which set this is, by which rules its places were told apart, photos by side, and the places.

    `train` is to be trained on, `val` to be tuned on, and `test` judges; a side, once drawn, is the same in every set.
    """

    digest: str
    rules: Mapping[Division, str]
    photos: Mapping[Side, int]
    places: Sequence[ManifestPlace]


def manifest_of(photos: Sequence[SetPhoto]) -> SetManifest:
    """Describe a set."""
    sides = [photo.side for photo in photos]
    divisions = {photo.place.division for photo in photos}
    return SetManifest(
        digest=digest_of(photos),
        rules={division: rule for division, rule in RULES.items() if division in divisions},
        photos={side: sides.count(side) for side in Side},
        places=[
            ManifestPlace(
                store=place.store_id,
                division=place.division,
                name=place.name,
                side=side,
                photos=sorted(photo.photo_id for photo in photos if photo.place == place),
            )
            for place, side in sorted({(photo.place, photo.side) for photo in photos})
        ],
    )
