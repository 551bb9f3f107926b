"""Drawn shelves of every look keep their promises: exact gaps, honest boxes, and availability that can be read back."""

from __future__ import annotations

from statistics import mean

import pytest

from shelfvision.inference.availability import photo_availability, read_rows
from shelfvision.synth.api import (
    DrawnBox,
    DrawnShelf,
    Fixture,
    Order,
    ShelfLook,
    View,
    Wear,
    draw_many,
    draw_shelf,
    look_of,
)
from shelfvision.synth.articles import KINDS, Category
from shelfvision.synth.fixtures import TYPICAL
from shelfvision.synth.shapes import PackKind

LOOKS = [
    *(ShelfLook(view=view, disorder=0.3) for view in View),
    *(ShelfLook(View.OBLIQUE, fixture, Wear.PHONE, clutter=2) for fixture in Fixture),
    *(ShelfLook(View.STRAIGHT, Fixture.GONDOLA, wear, mixed_bays=True) for wear in Wear),
]


def name(look: ShelfLook) -> str:
    return f"{look.view}-{look.fixture}-{look.wear}"


def shared(one: DrawnBox, other: DrawnBox) -> float:
    """Return the common area over the smaller box's."""
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    least = min((box.x1 - box.x0) * (box.y1 - box.y0) for box in (one, other))
    return max(0.0, wide) * max(0.0, high) / least


def read_back(shelf: DrawnShelf) -> float | None:
    corners = [(box.x0, box.y0, box.x1, box.y1) for box in shelf.boxes]
    return photo_availability(read_rows(corners, [box.label == "gap" for box in shelf.boxes]))


@pytest.mark.parametrize("look", LOOKS, ids=name)
def test_a_look_is_drawn_with_exactly_the_gaps_asked_for_and_no_facing_over_one(look: ShelfLook) -> None:
    shelf = draw_shelf(41, 640, 640, 4, look)
    assert (shelf.look.fixture, shelf.look.wear) == (look.fixture, look.wear)
    gaps = [box for box in shelf.boxes if box.label == "gap"]
    facings = [box for box in shelf.boxes if box.label == "product"]
    assert len(gaps) == 4 == sum(row.gaps for row in shelf.shelf_rows)
    assert len(facings) == sum(row.facings for row in shelf.shelf_rows)
    assert all(0 <= box.x0 < box.x1 <= 1 and 0 <= box.y0 < box.y1 <= 1 for box in (*shelf.boxes, *shelf.tags))
    assert not [(gap, facing) for gap in gaps for facing in facings if shared(gap, facing) > 0.4]
    assert not [gap for gap in gaps for other in gaps if gap is not other and shared(gap, other) > 0]
    assert all(gap.x1 - gap.x0 >= 0.012 and gap.y1 - gap.y0 >= 0.02 for gap in gaps)


def test_the_availability_that_is_read_from_true_boxes_is_the_one_that_was_drawn() -> None:
    straight = [draw_shelf(seed, 640, 480, gaps=seed % 6) for seed in range(200, 208)]
    assert mean(abs((read_back(shelf) or 0) - shelf.availability) for shelf in straight) <= 0.015
    others = list(draw_many([Order(seed, 640, 640, seed % 6) for seed in range(300, 314)]))
    assert mean(abs((read_back(shelf) or 0) - shelf.availability) for shelf in others) <= 0.02


def test_a_full_shelf_is_wholly_available_however_untidy_it_is() -> None:
    shelf = draw_shelf(5, 640, 640, 0, ShelfLook(View.OBLIQUE, disorder=1.0))
    assert shelf.availability == 1.0
    assert {box.label for box in shelf.boxes} == {"product"}


def test_several_processes_draw_the_same_shelves_in_the_same_order_as_one() -> None:
    orders = [Order(seed, 320, 320, seed % 3) for seed in range(6)]
    one, two = list(draw_many(orders)), list(draw_many(orders, processes=2))
    assert [shelf.boxes for shelf in one] == [shelf.boxes for shelf in two]
    assert [shelf.image.tobytes() for shelf in one] == [shelf.image.tobytes() for shelf in two]
    assert [shelf.look.fixture for shelf in one] == [look_of(seed).fixture for seed in range(6)]


def test_every_view_fixture_and_wear_comes_up_and_every_kind_of_pack_has_a_shelf() -> None:
    looks = [look_of(seed) for seed in range(400)]
    assert {look.view for look in looks} == set(View)
    assert {look.fixture for look in looks} == set(Fixture) == set(TYPICAL)
    assert {look.wear for look in looks} == set(Wear)
    assert {category for choices in TYPICAL.values() for category in choices} == set(Category) == set(KINDS)
    assert {kind for kinds in KINDS.values() for kind in kinds} == set(PackKind)


def test_a_photo_of_twelve_megapixels_is_drawn_at_its_size() -> None:
    shelf = draw_shelf(9, 4000, 3000, 3, ShelfLook(View.CLOSE, wear=Wear.PHONE))
    assert shelf.image.size == (4000, 3000)
    assert sum(box.label == "gap" for box in shelf.boxes) == 3


@pytest.mark.parametrize(("wrong", "told"), [({"clutter": 7}, "give 0 to 6"), ({"disorder": 1.5}, "share from 0 to 1")])
def test_a_look_out_of_range_is_refused(wrong: dict[str, float], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        ShelfLook(**wrong)  # pyright: ignore[reportArgumentType]


def test_no_process_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="give 1 or more"):
        next(draw_many([Order(1)], processes=0))
