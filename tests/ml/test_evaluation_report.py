"""The report shows what a model gets wrong, worst first, on a page that loads nothing and runs nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast
from xml.etree import ElementTree as ET

import msgspec
import numpy as np
import pytest
from PIL import Image

from shelfvision.cli import main
from shelfvision.evaluation.calibration import calibration
from shelfvision.evaluation.matching import judge, pooled
from shelfvision.evaluation.photos import Seen
from shelfvision.evaluation.report.page import page
from shelfvision.evaluation.report.pictures import picture
from shelfvision.evaluation.report.plots import LEFT, SIDE, TOP, precision_recall, reliability
from shelfvision.evaluation.report.worst import judgement, why, worst
from shelfvision.evaluation.run import Figures, Sights
from shelfvision.inference.decode import Found
from shelfvision.inference.reading import reading_of, sure_of
from shelfvision.inference.result import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from shelfvision.data.photos import Label
    from shelfvision.inference.model import ModelFacts, ShelfModel

    Corners = tuple[float, float, float, float]

FACTS = cast(
    "ModelFacts",
    SimpleNamespace(labels=("product", "gap"), thresholds=(0.5, 0.4), sure=0.3, certainty=None, version="1.0+abc"),
)
MODEL = cast("ShelfModel", SimpleNamespace(facts=FACTS))
SMALL, LARGE, EMPTY = (0.1, 0.1, 0.14, 0.16), (0.5, 0.5, 0.7, 0.75), (0.8, 0.1, 0.9, 0.3)


def seen(
    name: str, told: Sequence[tuple[Corners, float]], true: Sequence[Corners], fault: Reason | None = None, **at: float
) -> Seen:
    """What a model saw of the gaps in a photo."""
    boxes = np.array([box for box, _ in told], np.float32).reshape(-1, 4)
    found = Found(boxes, np.array([score for _, score in told], np.float32), np.ones(len(told), np.intp))
    truth: dict[Label, NDArray[np.float32]] = {
        "product": np.zeros((0, 4), np.float32),
        "gap": np.array(true, np.float32).reshape(-1, 4),
    }
    reading = reading_of(FACTS, sure_of(FACTS, found), 1, fault)
    return Seen(found, truth, 1, reading, name, at.get("light", 110.0), at.get("sharp", 2000.0))


def parsed(drawn: str) -> ET.Element:
    """Read what was drawn."""
    return ET.fromstring(drawn)  # noqa: S314 - it is our own


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo of 300 by 240 pixels."""
    path = tmp_path / "one.jpg"
    Image.new("RGB", (300, 240), "navy").save(path)
    return path


def test_the_photo_with_most_faults_comes_first_and_one_without_is_left_out() -> None:
    right = seen("right", [(LARGE, 0.9)], [LARGE])
    mild = seen("mild", [(LARGE, 0.9), (EMPTY, 0.5)], [LARGE])
    surer = seen("surer", [(LARGE, 0.9), (EMPTY, 0.8)], [LARGE])
    poor = seen("poor", [(EMPTY, 0.5), (SMALL, 0.39)], [LARGE, SMALL])
    assert [one.seen.name for one in worst(MODEL, [mild, right, poor, surer])] == ["poor", "surer", "mild"]
    assert [one.seen.name for one in worst(MODEL, [mild, right, poor, surer], count=1)] == ["poor"]


def test_a_reading_is_told_to_be_bad_in_words() -> None:
    poor = seen("poor", [(EMPTY, 0.5)], [LARGE, SMALL], Reason.TOO_DARK, light=60.0, sharp=900.0)
    assert why(judgement(MODEL, poor)) == (
        "2 of 2 gaps missed; 1 of them small; 1 of 1 shown are false, the surest at 0.50; dark photo; soft photo; "
        "answered as unsure (too_dark)"
    )
    assert why(judgement(MODEL, seen("fair", [(LARGE, 0.9)], [LARGE, EMPTY]))) == (
        "1 of 2 gaps missed; answered as unsure (no_products)"
    )


def test_a_photo_is_drawn_with_its_true_gaps_beside_what_is_shown(photo: Path) -> None:
    drawn = parsed(picture(1, judgement(MODEL, seen("one", [(LARGE, 0.9), (EMPTY, 0.5)], [LARGE, SMALL])), photo))
    boxes = {rect.get("class"): (rect.get("x"), rect.get("y"), rect.get("width")) for rect in drawn.iter("rect")}
    assert boxes == {  # the photo is drawn 420 by 336, twice, 12 apart
        "found": ("210.0", "168.0", "84.0"),
        "missed": ("42.0", "33.6", "16.8"),
        "right": ("642.0", "168.0", "84.0"),
        "false": ("768.0", "33.6", "42.0"),
    }
    assert [text.text for text in drawn.iter("text")] == ["0.90", "0.50"]
    (image,) = drawn.iter("image")
    assert (image.get("href") or "").startswith("data:image/jpeg;base64,")


def test_a_reliability_diagram_marks_each_bin_at_what_it_tells_and_what_is_right() -> None:
    found = calibration(np.array([0.25, 0.75]), np.array([False, True]), bins=2)
    drawn = parsed(reliability("gaps", found))
    marks = [(float(mark.get("cx") or 0), float(mark.get("cy") or 0)) for mark in drawn.iter("circle")]
    assert marks == [(LEFT + 0.25 * SIDE, TOP + SIDE), (LEFT + 0.75 * SIDE, TOP)]
    assert "error 0.250" in "".join(drawn.itertext())


def test_a_curve_is_marked_where_the_threshold_lies() -> None:
    truth = np.array([LARGE, SMALL], np.float32)
    boxes = np.array([LARGE, EMPTY, SMALL], np.float32)
    judged = pooled([judge(boxes, np.array([0.9, 0.5, 0.2], np.float32), truth)])
    drawn = parsed(precision_recall("gaps", judged, 0.4))
    (mark,) = drawn.iter("circle")
    assert (float(mark.get("cx") or 0), float(mark.get("cy") or 0)) == (LEFT + 0.5 * SIDE, TOP + 0.5 * SIDE)
    assert "nothing reaches" in precision_recall("gaps", judged, 0.95)


def test_the_page_allows_its_own_style_and_embedded_pictures_alone(photo: Path, model_path: Path) -> None:
    figures = msgspec.json.decode(model_path.with_suffix(".json").read_bytes(), type=Figures)
    poor = seen("one", [(EMPTY, 0.5)], [LARGE])
    drawn = page(MODEL, figures, Sights([poor], [], [], [], [], [], [], [], [], []), {"one": photo})
    (style,) = re.findall(r"<style>(.*?)</style>", drawn, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"content=\"default-src 'none'; img-src data:; style-src 'sha256-{digest}'\"" in drawn
    assert "prefers-color-scheme: dark" in style
    assert not re.search(r"<script|style=|https?://|@import|url\(", drawn)
    assert "The 1 photos read worst, of 1" in drawn
    assert figures.version in drawn


def test_without_the_data_folder_nothing_is_measured_and_nothing_is_written(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["evaluate", "--shared", str(tmp_path), "--model", str(tmp_path / "shelf.onnx")]) == 1
    told = f"shelfvision: no photos at {tmp_path / 'shelf'}: set STOREWALK_SHARED or --shared\n"
    assert capfdbinary.readouterr().err == told.encode()
    assert list(tmp_path.iterdir()) == []
