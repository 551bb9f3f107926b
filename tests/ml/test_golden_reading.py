"""The shipped model's exact reading of generated photos, so that no change of it goes unseen.

Counts must agree exactly; edges within 0.004 of the photo and scores within 0.02, which is what other processors and
versions of onnxruntime and Pillow were given as room. A wanted change is written anew by `python -m
tests.ml.test_golden_reading`.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest

from shelfvision.inference.api import ShelfReader, ShelfReading
from shelfvision.synth.api import draw_shelf

GOLDEN = Path(__file__).with_name("golden_readings.json")
EDGE, SCORE = 0.004, 0.02


class GoldenReading(msgspec.Struct):
    """What was read on one photo; rows as facings and gaps, boxes as label, score and corners."""

    version: str
    outcome: str
    passes: int
    facings: int
    gaps: int
    availability: float | None
    rows: list[tuple[int, int]]
    boxes: list[tuple[str, float, float, float, float, float]]

    @classmethod
    def of(cls, reading: ShelfReading) -> GoldenReading:
        """Shorten a reading; boxes from the top left."""
        boxes = sorted(reading.boxes, key=lambda box: (round(box.y1, 2), round(box.x0, 2)))
        return cls(
            version=reading.model_version,
            outcome=reading.outcome,
            passes=reading.passes,
            facings=reading.facings,
            gaps=reading.gaps,
            availability=reading.availability and round(reading.availability, 4),
            rows=[(row.facings, row.gaps) for row in reading.rows],
            boxes=[
                (box.label, round(box.score, 4), round(box.x0, 4), round(box.y0, 4), round(box.x1, 4), round(box.y1, 4))
                for box in boxes
            ],
        )


def photos() -> dict[str, np.ndarray]:
    """Draw the photos: two shelves, and a wall of four that is read by tiles."""
    four = [np.asarray(draw_shelf(1500 + place, 800, 600, gaps=place % 2).image) for place in range(4)]
    return {
        "landscape": np.asarray(draw_shelf(501, 1280, 960, gaps=4).image),
        "portrait": np.asarray(draw_shelf(807, 900, 1200, gaps=2).image),
        "wall": np.concatenate([np.concatenate(four[:2], axis=1), np.concatenate(four[2:], axis=1)]),
    }


@pytest.mark.parametrize("name", ["landscape", "portrait", "wall"])
def test_the_shipped_model_reads_a_generated_photo_as_it_always_did(reader: ShelfReader, name: str) -> None:
    golden = msgspec.json.decode(GOLDEN.read_bytes(), type=dict[str, GoldenReading])[name]
    read = GoldenReading.of(reader.read([photos()[name]])[0])
    assert (read.version, read.outcome, read.passes) == (golden.version, golden.outcome, golden.passes)
    assert (read.facings, read.gaps, read.rows) == (golden.facings, golden.gaps, golden.rows)
    assert read.availability == pytest.approx(golden.availability, abs=0.005)
    left = list(read.boxes)
    for label, score, *edges in golden.boxes:
        near = [box for box in left if box[0] == label and np.abs(np.array(box[2:]) - edges).max() <= EDGE]
        assert near, (label, score, edges)
        assert near[0][1] == pytest.approx(score, abs=SCORE)
        left.remove(near[0])


def test_a_reading_cannot_be_changed(reader: ShelfReader) -> None:
    (reading,) = reader.read([photos()["portrait"]])
    assert isinstance(reading.boxes, tuple)
    assert isinstance(reading.rows, tuple)
    for frozen, field in ((reading, "gaps"), (reading.boxes[0], "x0"), (reading.rows[0], "gaps")):
        with pytest.raises(AttributeError, match="immutable"):
            setattr(frozen, field, 0)
    assert hash(reading) == hash(reader.read([photos()["portrait"]])[0])


if __name__ == "__main__":
    shipped = ShelfReader(Path(__file__).parents[2] / "ml" / "models" / "shelf.onnx")
    readings = {name: GoldenReading.of(shipped.read([photo])[0]) for name, photo in photos().items()}
    GOLDEN.write_bytes(msgspec.json.encode(readings).replace(b'],["', b'],\n["') + b"\n")
