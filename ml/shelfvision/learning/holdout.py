"""Which photos are held out: whole stores, or whole scenes where there are few stores, the same ones in every export.

A place is held out by a hash of its name, so that it stays where it is however many others come, and no photo that a
model was trained on ever counts in a later test.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shelfvision.learning.label_set import LabelledPicture

SHARE = 0.25
LEAST_STORES = 4

Pictures = list["LabelledPicture"]


class Split(NamedTuple):
    """Photos to train on, and those to measure on."""

    training: Pictures
    test: Pictures


def split(
    pictures: Sequence[LabelledPicture], find_scenes: Callable[[Sequence[LabelledPicture]], list[Pictures]]
) -> Split:
    """Split by store, or by what ``find_scenes`` gives; neither side is empty unless there is only one place."""
    stores: dict[str, Pictures] = {}
    for picture in pictures:
        stores.setdefault(picture.store, []).append(picture)
    if len(stores) >= LEAST_STORES:
        places = stores
    else:
        places = {min(picture.photo for picture in scene): scene for scene in find_scenes(pictures)}
    ordered = sorted(places, key=_lot)
    held_out = [name for name in ordered if _lot(name) < SHARE] or ordered[:1]
    if len(held_out) == len(ordered) > 1:
        held_out = ordered[:-1]
    test = set(held_out) if len(ordered) > 1 else set[str]()
    return Split(
        [picture for name in ordered if name not in test for picture in places[name]],
        [picture for name in ordered if name in test for picture in places[name]],
    )


def _lot(name: str) -> float:
    """Return a number from 0 to 1 that is always the same for a name."""
    return int.from_bytes(sha256(name.encode()).digest()[:8]) / 2**64
