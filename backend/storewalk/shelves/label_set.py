"""A set of labels: which photos it holds, what each is for, and what tells it from another."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from uuid import UUID

import msgspec

from storewalk.core.schemas import Output
from storewalk.shelves.detector import Box, Label
from storewalk.shelves.hold_out import Division, Place, Side


class StoreLabels(Output):
    """How many photos of a store are in a set; its name is given where the set is shown."""

    store_id: UUID
    photos: int
    store_name: str = ""


class SetCounts(Output):
    """What a set holds: boxes by class, photos by store, photos that are new or corrected anew in it.

    `held_out` photos judge models and `tuned` ones set their curves; `divisions` says what was kept on one side. Sets
    of before were divided photo by photo.
    """

    products: int
    gaps: int
    stores: list[StoreLabels]
    held_out: int
    added: int
    changed: int
    tuned: int = 0
    divisions: list[Division] = msgspec.field(default_factory=list[Division])


class SetPhoto(msgspec.Struct, frozen=True):
    """A photo of a set, by the number of its correction; its place decides what it is for."""

    photo_id: UUID
    number: int
    boxes: Sequence[Box]
    place: Place
    side: Side


def digest_of(photos: Sequence[SetPhoto]) -> str:
    """Return the SHA-256 of a set's photos, their boxes and sides, in whatever order they come."""
    whole = sha256()
    for photo in sorted(photos, key=lambda each: each.photo_id):
        boxes = sorted((box.label.value, box.x0, box.y0, box.x1, box.y1) for box in photo.boxes)
        whole.update(msgspec.json.encode((photo.photo_id, boxes, photo.side)))
    return whole.hexdigest()


def members_of(photos: Sequence[SetPhoto]) -> dict[str, int]:
    """Return the number of each photo's correction."""
    return {str(photo.photo_id): photo.number for photo in photos}


def counts_of(photos: Sequence[SetPhoto], before: Mapping[str, int]) -> SetCounts:
    """Count a set; `before` are the members of the set before it."""
    labels = [box.label for photo in photos for box in photo.boxes]
    gaps = labels.count(Label.GAP)
    stores, sides = [photo.place.store_id for photo in photos], [photo.side for photo in photos]
    earlier = [before.get(str(photo.photo_id)) for photo in photos]
    return SetCounts(
        products=len(labels) - gaps,
        gaps=gaps,
        stores=[StoreLabels(store_id=store, photos=stores.count(store)) for store in sorted(set(stores))],
        held_out=sides.count(Side.TEST),
        added=earlier.count(None),
        changed=sum(then not in {None, photo.number} for then, photo in zip(earlier, photos, strict=True)),
        tuned=sides.count(Side.VAL),
        divisions=sorted({photo.place.division for photo in photos}),
    )
