"""The figures of an evaluation, each on a case that was reckoned by hand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from shelfvision.evaluation.availability import availability_error, told, true
from shelfvision.evaluation.calibration import calibration
from shelfvision.evaluation.curves import Scored, fitted_certainty, fitted_curve
from shelfvision.evaluation.figures import gap_counts
from shelfvision.evaluation.has_gap import has_gap
from shelfvision.evaluation.intervals import bootstrap, mean_of_two, wilson
from shelfvision.evaluation.outcomes import photo_calibration, unsure
from shelfvision.evaluation.photos import Example, Seen
from shelfvision.evaluation.slices import slices
from shelfvision.evaluation.strangers import KINDS, answered, strangers
from shelfvision.evaluation.tables import Table, as_markdown, as_text
from shelfvision.evaluation.variants import with_variants
from shelfvision.inference.decode import Found
from shelfvision.inference.reading import reading_of, sure_of
from shelfvision.inference.result import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from shelfvision.data.photos import Label
    from shelfvision.inference.model import ModelFacts, ShelfModel

    Corners = tuple[float, float, float, float]

FACTS = cast(
    "ModelFacts",
    SimpleNamespace(labels=("product", "gap"), thresholds=(0.5, 0.4), sure=0.3, certainty=None, version="1.0+abc"),
)
MODEL = cast("ShelfModel", SimpleNamespace(facts=FACTS))


def at(x: float, wide: float = 0.1, y: float = 0.2) -> Corners:
    """One place on the board at ``y``, 0.3 high."""
    return x, y, x + wide, y + 0.3


def seen(
    products: Sequence[tuple[Corners, float]] = (),
    gaps: Sequence[tuple[Corners, float]] = (),
    true_products: Sequence[Corners] = (),
    true_gaps: Sequence[Corners] = (),
    *,
    fault: Reason | None = None,
    name: str = "",
    **traits: float,
) -> Seen:
    """What a model saw, box and score, beside what is true."""
    boxes = np.array([box for box, _ in (*products, *gaps)], np.float32).reshape(-1, 4)
    scores = np.array([score for _, score in (*products, *gaps)], np.float32)
    found = Found(boxes, scores, np.array([0] * len(products) + [1] * len(gaps), np.intp))
    truth = {
        "product": np.array(true_products, np.float32).reshape(-1, 4),
        "gap": np.array(true_gaps, np.float32).reshape(-1, 4),
    }
    reading = reading_of(FACTS, sure_of(FACTS, found), 1, fault)
    return Seen(
        found,
        cast("dict[Label, NDArray[np.float32]]", truth),
        1,
        reading,
        name,
        traits.get("light", 110.0),
        traits.get("sharp", 2000.0),
    )


def test_calibration_error_is_the_mean_distance_of_equally_filled_bins() -> None:
    scores = np.array([0.9, 0.1, 0.8, 0.3])
    found = calibration(scores, np.array([True, False, True, True]), bins=2)
    # 0.1 and 0.3 tell 0.2 where 0.5 is right; 0.8 and 0.9 tell 0.85 where all are
    assert [(part.boxes, part.told, part.right) for part in found.bins] == [(2, 0.2, 0.5), (2, 0.85, 1.0)]
    assert found.error == pytest.approx((0.3 + 0.15) / 2)
    assert found.boxes == 4


def test_scores_that_are_their_own_probability_differ_by_chance_alone() -> None:
    rng = np.random.default_rng(0)
    scores = rng.random(3000)
    found = calibration(scores, rng.random(3000) < scores)
    assert found.error == pytest.approx(found.chance, abs=0.02)
    assert found.chance < 0.03
    assert calibration(scores[:30], rng.random(30) < scores[:30]).chance > 0.15  # two in a bin


def test_without_boxes_there_is_no_error() -> None:
    found = calibration(np.zeros(0), np.zeros(0, np.bool_))
    assert (found.boxes, found.error, found.bins) == (0, 0.0, ())


def test_a_model_that_always_sees_a_gap_has_half_the_balanced_accuracy() -> None:
    gap = (at(0.5), 0.9)
    found = has_gap([seen(gaps=[gap], true_gaps=[at(0.5)])] * 3 + [seen(gaps=[gap])])
    assert (found.gappy, found.sensitivity, found.gapless, found.specificity) == (3, 1.0, 1, 0.0)
    assert found.balanced == 0.5


def test_balanced_accuracy_weighs_few_gapless_photos_as_much_as_many_others() -> None:
    right, missed = seen(gaps=[(at(0.5), 0.4)], true_gaps=[at(0.5)]), seen(gaps=[(at(0.5), 0.39)], true_gaps=[at(0.5)])
    found = has_gap([right, right, right, missed, seen(), seen()])
    assert (found.sensitivity, found.specificity, found.balanced) == (0.75, 1.0, 0.875)


def test_an_interval_of_few_photos_is_wide_even_where_none_was_wrong() -> None:
    assert wilson(8, 8) == pytest.approx((1 / (1 + 1.6449**2 / 8), 1.0))
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = mean_of_two((8, 8), (8, 8))
    assert (low, high) == (pytest.approx(1 - (1 - wilson(8, 8)[0]) / 2**0.5, abs=1e-4), 1.0)


def test_resampled_intervals_are_the_same_every_time_and_hold_the_figure() -> None:
    values = [0.0, 0.1, 0.2, 0.3, 0.4]
    spans = [bootstrap(values, lambda drawn: float(np.mean(drawn))) for _ in range(2)]
    assert spans[0] == spans[1]
    assert spans[0][0] < 0.2 < spans[0][1]
    assert bootstrap([0.5] * 4, lambda drawn: float(np.mean(drawn))) == (0.5, 0.5)


def test_gaps_are_counted_photo_by_photo_with_and_without_their_sign() -> None:
    two, none = seen(gaps=[(at(0.1), 0.9), (at(0.5), 0.4), (at(0.8), 0.39)]), seen(true_gaps=[at(0.1)])
    found = gap_counts([two, none])
    assert (found.count_error, found.count_bias) == (1.5, 0.5)


def test_availability_is_held_against_the_same_rule_on_the_true_boxes() -> None:
    facings = [at(x / 10) for x in range(4)]
    one = seen([(box, 0.9) for box in facings], [(at(0.4), 0.9)], facings, [at(0.4, 0.2)])
    assert (told(one), true(one)) == (pytest.approx(0.8), pytest.approx(4 / 6))
    off = [seen([(box, 0.9) for box in facings], [], facings, [at(0.4)] if gap else []) for gap in (0, 0, 0, 1)]
    found = availability_error(off)
    assert found.photos == 4
    assert (found.mean, found.bias) == (0.05, 0.05)  # 0.2 in one of four
    assert found.p90 == pytest.approx(0.14)  # seven tenths of the way from the third error to the last
    assert (found.read, found.read_mean) == (4, 0.05)
    assert availability_error([off[0], seen(true_products=facings)]).read == 1  # nothing found: unsure, and wrong by 1
    assert true(one._replace(availability=0.75)) == 0.75  # what was drawn is known better than by any rule


def test_confidence_of_readings_is_measured_by_whether_availability_is_within_five_points() -> None:
    facings = [at(x / 25, 0.04) for x in range(24)]
    right = seen([(box, 0.9) for box in facings], [], facings, [at(0.96, 0.04)])  # 1 where 0.96 is true
    wrong = seen([(box, 0.6) for box in facings[:4]], [], facings[:4], [at(0.2, 0.04)])
    found = photo_calibration("photos", [right, wrong]).calibration
    assert [(part.told, part.right) for part in found.bins] == [(0.6, 0.0), (0.9, 1.0)]
    assert found.error == pytest.approx((0.6 + 0.1) / 2)


def test_gaps_are_told_apart_by_size_and_photos_by_light_and_sharpness() -> None:
    small, large = (0.1, 0.1, 0.14, 0.16), (0.5, 0.5, 0.7, 0.7)
    dark = seen(gaps=[(large, 0.9), (small, 0.2)], true_gaps=[small, large], light=60.0, sharp=900.0)
    bright = seen(gaps=[(small, 0.5)], true_gaps=[], light=200.0, sharp=9000.0)
    found = slices(MODEL, [dark, bright], "gap")
    assert [(one.boxes, one.recall, one.shown, one.precision) for one in found.sizes] == [
        (1, 0.0, 1, 0.0),
        (0, 0.0, 0, 0.0),
        (1, 1.0, 1, 1.0),
    ]
    for parts in (found.lights, found.sharpnesses):
        assert [(one.photos, one.boxes, one.precision, one.recall) for one in parts] == [
            (1, 2, 1.0, 0.5),
            (0, 0, 0.0, 0.0),
            (1, 0, 0.0, 0.0),
        ]
    assert found.lights[0].map50 == 1.0  # both are found, the small one faintly


def test_unsure_photos_and_pictures_of_no_shelf_are_counted_by_their_outcome() -> None:
    facings = [(at(x / 10), 0.9) for x in range(4)]
    sure, blurred = seen(facings, name="balls 1"), seen(facings, fault=Reason.TOO_BLURRED, name="brick wall 2")
    assert (unsure("both", [sure, blurred]).photos, unsure("both", [sure, blurred]).unsure) == (2, 1)
    found = answered([sure, blurred])
    assert (found.pictures, found.read, found.kinds) == (2, 1, {"balls": 1})


def test_pictures_of_no_shelf_are_the_same_for_a_seed_and_of_every_kind() -> None:
    drawn, again = list(strangers(3, of_each=1)), list(strangers(3, of_each=1))
    assert [one.name for one in drawn] == [f"{kind} 0" for kind in KINDS]
    assert all(np.array_equal(one.image, other.image) for one, other in zip(drawn, again, strict=True))
    assert not np.array_equal(next(strangers(4, of_each=1)).image, drawn[0].image)


def test_a_curve_makes_scores_that_tell_too_little_tell_enough() -> None:
    scores = np.repeat(np.array([0.1, 0.3, 0.6], np.float32), 100)
    right = np.tile(np.arange(100), 3) < np.repeat([20, 60, 95], 100)
    curve = fitted_curve(Scored(scores, right, np.zeros((300, 2), np.bool_), np.ones(300)))
    assert curve(np.array([0.1, 0.3, 0.6], np.float32)).tolist() == pytest.approx([0.2, 0.6, 0.95], abs=0.02)


def test_what_the_edge_of_the_picture_cuts_and_is_less_often_right_is_believed_less_and_never_more() -> None:
    scores = np.full(4000, 0.5, np.float32)
    cut = np.array([[True, False], [False, True], [False, False], [False, False]] * 1000)
    right = np.arange(4000) // 4 % 4 == 0  # a quarter of each kind
    right[2::4] = right[3::4] = True
    right[1::4] = True
    curve = fitted_curve(Scored(scores, right, cut, np.ones(4000)))
    boxes = np.array([[0.0, 0.3, 0.2, 0.6], [0.3, 0.8, 0.4, 1.0], [0.3, 0.3, 0.4, 0.6]], np.float32)
    told = curve.lowered(curve(np.full(3, 0.5, np.float32)), boxes)
    assert told[0] == pytest.approx(0.25, abs=0.03)
    assert told[1] == told[2] > 0.9


def test_a_curve_never_turns_the_order_of_scores() -> None:
    scores = np.linspace(0.05, 0.95, 200, dtype=np.float32)
    curve = fitted_curve(Scored(scores, scores < 0.5, np.zeros((200, 2), np.bool_), np.ones(200)))
    assert (np.diff(curve(scores)) > 0).all()


def test_certainty_is_fitted_to_the_signs_that_go_with_right_readings() -> None:
    signs = [(-5.0, 2.0, 3.0)] * 50 + [(-2.0, 2.0, 3.0)] * 50
    right = [number < 45 for number in range(50)] + [number < 10 for number in range(50)]
    certainty = fitted_certainty(signs, right, [1.0] * 100)
    assert certainty.weights[0] < 0


def test_a_photo_has_four_poorer_variants_of_which_the_same_is_true() -> None:
    image = np.random.default_rng(0).integers(0, 256, (60, 80, 3), dtype=np.uint8)
    drawn = list(with_variants([Example(image, {}, "one")]))
    assert [one.name for one in drawn] == ["one", "one darker", "one softer", "one smaller", "one compressed"]
    assert [one.image.shape[:2] for one in drawn] == [(60, 80)] * 3 + [(32, 40), (60, 80)]
    assert drawn[1].image.mean() < 0.5 * image.mean()


def test_a_table_is_the_same_in_text_and_in_markdown() -> None:
    table = Table("gaps", ("set", "boxes"), [("held out", "364"), ("val", "9")])
    assert as_text(table) == "gaps\n  set       boxes\n  held out    364\n  val           9\n"
    assert as_markdown(table) == "| gaps | boxes |\n| --- | --- |\n| held out | 364 |\n| val | 9 |\n"
