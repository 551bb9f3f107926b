"""The command line draws a shelf and says what is on photos, one line each, whatever the files hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest
from PIL import Image

from shelfvision.cli import main
from shelfvision.inference.verdict import Verdict
from shelfvision.synth.api import DrawnBox, draw_shelf

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[bytes]


def detected(capture: Capture, model: Path, *arguments: str | Path) -> list[Verdict]:
    """Run the command as a shell would and read its lines."""
    assert main(["detect", "--json", "--model", str(model), *map(str, arguments)]) == 0
    return [msgspec.json.decode(line, type=Verdict) for line in capture.readouterr().out.splitlines()]


def test_a_shelf_drawn_by_the_command_line_is_read_by_it_with_its_gaps(
    tmp_path: Path, model_path: Path, capfdbinary: Capture
) -> None:
    picture = tmp_path / "shelf.jpg"
    assert main(["draw", str(picture), "--seed", "502", "--gaps", "3"]) == 0
    drawn = msgspec.json.decode(capfdbinary.readouterr().out, type=list[DrawnBox])
    assert sum(box.label == "gap" for box in drawn) == 3

    sure, faint = (
        detected(capfdbinary, model_path, picture),
        detected(capfdbinary, model_path, picture, "--confidence", "0.01"),
    )
    assert [(line.photo, line.verdict, line.reason) for line in sure] == [(str(picture), "read", None)]
    assert [line.availability for line in sure] == [line.availability for line in faint]
    boxes, more = sure[0].boxes, faint[0].boxes
    assert sum(box[0] == "gap" and box[1] >= 0.27 for box in boxes) == 3
    assert len(more) > len(boxes)
    assert set(boxes) <= set(more)
    scores = [box[1] for box in more]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] >= 0.01
    assert all(0 <= x0 < x1 <= 1280 and 0 <= y0 < y1 <= 960 for _, _, x0, y0, x1, y1 in more)


def test_a_photo_that_lies_on_its_side_is_read_upright(tmp_path: Path, model_path: Path, capfdbinary: Capture) -> None:
    shelf = draw_shelf(502, 1280, 960, 3).image
    lying = tmp_path / "lying.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    shelf.transpose(Image.Transpose.ROTATE_90).save(lying, exif=exif, quality=95)
    (line,) = detected(capfdbinary, model_path, lying)
    assert (line.verdict, sum(box[0] == "gap" for box in line.boxes)) == ("read", 3)


def test_what_is_no_photo_of_a_shelf_gets_its_reason_and_the_others_are_still_read(
    tmp_path: Path, model_path: Path, capfdbinary: Capture
) -> None:
    shelf = draw_shelf(502, 640, 480, 0).image
    grey = np.asarray(shelf.convert("L"))
    noise = np.random.default_rng(1).integers(0, 256, (480, 640, 3), dtype=np.uint8)
    pictures: dict[str, tuple[Image.Image, dict[str, object]]] = {
        "black.jpg": (Image.new("RGB", (640, 480)), {}),
        "pixel.png": (Image.new("RGB", (1, 1), "red"), {}),
        "moving.gif": (shelf, {"save_all": True, "append_images": [Image.new("RGB", (640, 480))]}),
        "printed.jpg": (shelf.convert("CMYK"), {}),
        "deep.png": (Image.fromarray((grey.astype(np.uint16) << 8) + 7), {}),
        "snow.png": (Image.fromarray(noise), {}),
        "flat.png": (Image.new("RGB", (640, 480), "white"), {}),
        "shelf.jpg": (shelf, {}),
    }
    for name, (picture, options) in pictures.items():
        picture.save(tmp_path / name, **options)  # pyright: ignore[reportArgumentType]
    (tmp_path / "phone.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200))
    (tmp_path / "half.jpg").write_bytes((tmp_path / "shelf.jpg").read_bytes()[:3000])
    (tmp_path / "empty.jpg").write_bytes(b"")
    names = ["black.jpg", "pixel.png", "moving.gif", "printed.jpg", "deep.png", "snow.png", "flat.png"]
    names += ["phone.heic", "half.jpg", "empty.jpg", "shelf.jpg"]
    lines = detected(capfdbinary, model_path, *(tmp_path / name for name in names))
    assert [(line.verdict, line.reason) for line in lines] == [
        ("unsure", "too_dark"),
        ("unreadable", "too_small"),
        ("unreadable", "animated"),
        ("unsure", "not_camera_colours"),
        ("unsure", "not_camera_colours"),
        ("unsure", "no_products"),
        ("unsure", "too_blurred"),
        ("unreadable", "not_a_picture"),
        ("unreadable", "damaged"),
        ("unreadable", "not_a_picture"),
        ("read", None),
    ]
    assert [line.boxes for line in lines if line.verdict == "unreadable"] == [[]] * 5


def test_a_missing_file_and_a_share_over_one_are_told_without_a_stack(
    tmp_path: Path, model_path: Path, capfdbinary: Capture
) -> None:
    assert main(["detect", "--model", str(model_path), str(tmp_path / "none.jpg")]) == 1
    assert capfdbinary.readouterr().err.startswith(b"shelfvision: [Errno 2] No such file")
    with pytest.raises(SystemExit, match="2"):
        main(["detect", "--confidence", "25", str(tmp_path / "none.jpg")])
    assert b"25 is not between 0 and 1" in capfdbinary.readouterr().err
