"""The command line draws a shelf and reads it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shelfvision.cli import main
from shelfvision.inference.result import ShelfReading
from shelfvision.synth.api import DrawnBox

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_shelf_drawn_by_the_command_line_is_read_by_it_with_its_gaps(
    tmp_path: Path, model_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    picture = tmp_path / "shelf.jpg"
    assert main(["draw", str(picture), "--seed", "502", "--gaps", "3"]) == 0
    drawn = msgspec.json.decode(capfdbinary.readouterr().out, type=list[DrawnBox])
    assert sum(box.label == "gap" for box in drawn) == 3

    assert main(["read", str(picture), "--model", str(model_path)]) == 0
    reading = msgspec.json.decode(capfdbinary.readouterr().out, type=ShelfReading)
    assert (reading.outcome, reading.gaps) == ("read", 3)
