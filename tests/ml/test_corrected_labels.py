"""Labels of real photos: corrected in a few signs, kept by hash, found again wherever the photo lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PIL import Image

from shelfvision.cli import main
from shelfvision.data.corrected import (
    FOLDER,
    CorrectedBox,
    CorrectedPhoto,
    corrected_photos,
    hash_of,
    label_file,
    read_label_file,
    write_label_file,
)
from shelfvision.data.editing import BadEdit, corrected
from shelfvision.data.photos import LabelledBox
from shelfvision.synth.api import draw_shelf

if TYPE_CHECKING:
    from pathlib import Path

ROW = tuple(CorrectedBox("product", place / 10, 0.2, (place + 1) / 10, 0.5) for place in range(5))


def photo(sha256: str, *boxes: CorrectedBox) -> CorrectedPhoto:
    return CorrectedPhoto(sha256, 40, 30, "1.0+abc", "a person", "", boxes)


@pytest.mark.parametrize(
    ("edits", "left"),
    [
        ("", ROW),
        ("-2", (ROW[0], *ROW[2:])),
        ("-1..3 -5", (ROW[3],)),
        ("-* +gap:0,200,500,500", (CorrectedBox("gap", 0.0, 0.2, 0.5, 0.5),)),
        ("-1..3 4=gap", (CorrectedBox("gap", 0.3, 0.2, 0.4, 0.5), ROW[4])),
        ("-2..5 1:l12.5,b480", (CorrectedBox("product", 0.0125, 0.2, 0.1, 0.48),)),
        (
            "-* +product:100,0,400,90*3",
            tuple(CorrectedBox("product", x / 10, 0.0, (x + 1) / 10, 0.09) for x in (1, 2, 3)),
        ),
        (
            "-* +product:100,0,300,80*2x2",
            tuple(CorrectedBox("product", x / 10, y, (x + 1) / 10, y + 0.04) for y in (0.0, 0.04) for x in (1, 2)),
        ),
    ],
)
def test_a_few_signs_correct_the_boxes_of_a_photo(edits: str, left: tuple[CorrectedBox, ...]) -> None:
    assert corrected(ROW, edits) == left


@pytest.mark.parametrize(
    ("edits", "fault"),
    [
        ("-6", "-6: there is no box 6"),
        ("-2 2=gap", "2=gap: there is no box 2"),
        ("3=shelf", "3=shelf: is no correction"),
        ("+gap:0,0,1001,20", "+gap:0,0,1001,20: 1001 lies outside the photo, which ends at 1000"),
        ("1:r0", "1:r0: a product from 0.0, 0.2 to 0.0, 0.5 has no area"),
        ("+gap:0,0,500,0", "+gap:0,0,500,0: a gap from 0.0, 0.0 to 0.5, 0.0 has no area"),
    ],
)
def test_a_correction_that_does_not_fit_is_named(edits: str, fault: str) -> None:
    with pytest.raises(BadEdit) as told:
        corrected(ROW, edits)
    assert str(told.value) == fault


def test_a_label_file_finds_its_photo_by_hash_in_whichever_folder_it_lies(tmp_path: Path) -> None:
    images = tmp_path / "shelf" / "gaps" / "val" / "images"
    images.mkdir(parents=True)
    for name, colour in (("here.jpg", "red"), ("other.jpg", "blue")):
        Image.new("RGB", (40, 30), colour).save(images / name)
    labels = tmp_path / "labels"
    kept = photo(hash_of(images / "here.jpg"), ROW[0], CorrectedBox("gap", 0.1, 0.2, 0.3, 0.5))
    write_label_file(labels, kept)
    write_label_file(labels, photo("0" * 64, ROW[1]))  # its photo is not in the folder
    assert read_label_file(label_file(labels, kept.sha256)) == kept
    (found,) = corrected_photos(tmp_path / "shelf", labels)
    assert found.path == images / "here.jpg"
    assert found.known == ("product", "gap")
    assert found.boxes == (LabelledBox("product", 0.0, 0.2, 0.1, 0.5), LabelledBox("gap", 0.1, 0.2, 0.3, 0.5))


def test_a_label_file_with_a_box_outside_its_photo_is_refused(tmp_path: Path) -> None:
    written = write_label_file(tmp_path, photo("1" * 64, ROW[0]))
    written.write_bytes(written.read_bytes().replace(b"0.1,", b"1.1,"))
    with pytest.raises(msgspec.ValidationError, match=r"<= 1\.0"):
        read_label_file(written)


def test_a_photo_is_drafted_corrected_and_kept_by_the_command(
    tmp_path: Path, model_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    shelf = tmp_path / "shelf.png"
    draw_shelf(502, 640, 480, 2).image.save(shelf)
    drafts, labels = tmp_path / "drafts", tmp_path / "labels"
    command = ["label", str(shelf), "--into", str(drafts), "--labels", str(labels), "--model", str(model_path)]
    assert main(command) == 0
    draft = read_label_file(label_file(drafts, hash_of(shelf)))
    assert not labels.exists()
    assert main([*command, "--edit", "-1..2 +gap:0,0,100,100"]) == 0
    assert main([*command, "--checked-by", "a person", "--note", "drawn"]) == 0
    kept = read_label_file(label_file(labels, hash_of(shelf)))
    assert kept.boxes == (*draft.boxes[2:], CorrectedBox("gap", 0.0, 0.0, 0.1, 0.1))
    assert (kept.width, kept.height, kept.checked_by, kept.note) == (640, 480, "a person", "drawn")
    with Image.open(label_file(drafts, hash_of(shelf)).with_suffix(".png")) as picture:
        assert picture.size == (1026, 776)
    capfdbinary.readouterr()
    assert main([*command, "--edit", "-9999"]) == 1
    assert capfdbinary.readouterr().err == b"shelfvision: -9999: there is no box 9999\n"


def test_pictures_are_not_drawn_into_a_repository(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], model_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    assert main(["label", "any.jpg", "--into", str(tmp_path / "drafts"), "--model", str(model_path)]) == 1
    assert b"lies in a repository" in capfdbinary.readouterr().err
    assert not (tmp_path / "drafts").exists()


def test_every_label_file_of_the_package_is_named_by_its_hash_and_says_who_looked() -> None:
    for path in FOLDER.glob("*.json"):
        kept = read_label_file(path)
        assert path == label_file(FOLDER, kept.sha256)
        assert kept.checked_by
        assert kept.boxes
