"""A block of photos is read as the photos one by one; what is wrong with one of them is its own affair."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from shelfvision.inference.api import ModelUnavailable, ShelfReader
from shelfvision.inference.block import answer, detect_batch
from shelfvision.inference.photo_file import FileFault, open_photo
from shelfvision.synth.api import draw_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from shelfvision.inference.api import ShelfReading


def saved(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def test_a_block_is_answered_in_its_order_as_each_photo_would_be_alone(model_path: Path, reader: ShelfReader) -> None:
    sizes = [(640, 480), (480, 640), (640, 640), (320, 240), (640, 480)]
    photos = [saved(draw_shelf(700 + i, *size, gaps=i % 3).image, quality=85) for i, size in enumerate(sizes)]
    photos[2:2] = [b"", photos[0][:2000], saved(Image.new("CMYK", (640, 480)))]
    together = detect_batch(photos, model_path, lanes=3)
    assert together == [answer(reader, photo) for photo in photos]
    assert together == detect_batch(photos, model_path)
    assert [each.fault for each in together[2:5]] == [
        FileFault.NOT_A_PICTURE, FileFault.DAMAGED, FileFault.NOT_CAMERA_COLOURS
    ]  # fmt: skip
    assert [each.reading is None for each in together] == [False, False, True, True, *[False] * 4]
    assert {each.error for each in together} == {None}


def test_a_photo_that_breaks_the_reader_costs_no_other(reader: ShelfReader, monkeypatch: pytest.MonkeyPatch) -> None:
    read = reader.read

    def breaking(images: list[NDArray[np.uint8]]) -> list[ShelfReading]:
        if images[0].shape[0] == 333:
            raise MemoryError("too large")
        return read(images)

    monkeypatch.setattr(reader, "read", breaking)
    shelf = draw_shelf(1, 640, 480, 0).image
    photos = [saved(each) for each in (shelf, shelf.crop((0, 0, 640, 333)), shelf)]
    first, broken, last = (answer(reader, photo) for photo in photos)
    assert (broken.reading, broken.fault, broken.error) == (None, None, "MemoryError('too large')")
    assert first == last
    assert first.reading is not None


def test_a_block_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"none\.onnx is missing"):
        detect_batch([b""], tmp_path / "none.onnx")


def test_a_large_photo_is_decoded_no_larger_than_the_network_sees(reader: ShelfReader) -> None:
    longest = reader.longest
    small_shelf = draw_shelf(502, 640, 480, 3).image
    shelf = small_shelf.resize((4 * longest + 100, 3 * longest))
    exif = Image.Exif()
    exif[0x0112] = 6
    for kind in ("JPEG", "PNG"):
        image, fault, width, height = open_photo(saved(shelf, kind, exif=exif), longest)
        assert (fault, width, height) == (None, 3 * longest, 4 * longest + 100)
        assert image is not None
        assert longest <= max(image.shape) < 2 * longest
        assert image.shape[0] > image.shape[1]  # it lay on its side
    small, _, width, height = open_photo(saved(small_shelf), longest)
    assert small is not None
    assert (small.shape, width, height) == ((480, 640, 3), 640, 480)
