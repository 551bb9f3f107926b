"""``shelfvision label``: draft a photo's boxes by the model, number them, take corrections, keep what is checked.

Run without corrections it writes a draft and a picture for each photo; look at the picture, give corrections
(``--edit``, see ``data.editing``), look again; ``--checked-by`` writes the labels into the package.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PIL import Image

from shelfvision.commands.options import needs_model, print_json
from shelfvision.data.corrected import (
    DIGITS,
    FOLDER,
    CorrectedBox,
    CorrectedPhoto,
    hash_of,
    label_file,
    read_label_file,
    write_label_file,
)
from shelfvision.data.editing import corrected
from shelfvision.data.photos import Label, read_boxes
from shelfvision.evaluation.overlay import overlay
from shelfvision.evaluation.photos import open_labelled
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.passes import look

if TYPE_CHECKING:
    import argparse

SETS: dict[str, Label] = {"gaps": "gap", "products": "product"}  # folders of the data, and what is labelled in them


def describe(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    needs_model(parser)
    parser.add_argument("photos", type=Path, nargs="+", metavar="PHOTO")
    parser.add_argument("--into", type=Path, required=True, help="folder of drafts and pictures, outside a repository")
    parser.add_argument(
        "--edit", default="", help='corrections, such as "-3 -7..9 4=gap 5:l120,r205 +gap:10,40,90,210"'
    )
    parser.add_argument("--checked-by", default="", help="who looked at the photo; writes the labels into the package")
    parser.add_argument("--note", default="", help="what is worth knowing of the photo")
    parser.add_argument("--labels", type=Path, default=FOLDER, help="folder of label files (default: the package's)")
    parser.set_defaults(command=label)


def label(chosen: argparse.Namespace) -> None:
    """Draft, correct or keep the boxes of photos."""
    if any((folder / ".git").exists() for folder in (chosen.into.resolve(), *chosen.into.resolve().parents)):
        message = f"{chosen.into} lies in a repository, where photos that state no licence do not belong"
        raise OSError(message)
    for path in chosen.photos:
        draft = _draft(chosen, path)
        draft = msgspec.structs.replace(draft, boxes=corrected(draft.boxes, chosen.edit))
        if chosen.note:
            draft = msgspec.structs.replace(draft, note=chosen.note)
        if chosen.checked_by:
            draft = msgspec.structs.replace(draft, checked_by=chosen.checked_by)
            write_label_file(chosen.labels, draft)
        written = write_label_file(chosen.into, draft)
        picture = written.with_suffix(".png")
        overlay(path, draft.boxes).save(picture)
        gaps = sum(box.label == "gap" for box in draft.boxes)
        print_json({"photo": path.name, "picture": str(picture), "products": len(draft.boxes) - gaps, "gaps": gaps})


def _draft(chosen: argparse.Namespace, path: Path) -> CorrectedPhoto:
    """Go on from the photo's draft or its kept labels; else ask the model, and the data for what it labels."""
    sha256 = hash_of(path)
    for folder in (chosen.into, chosen.labels):
        if label_file(folder, sha256).is_file():
            return read_label_file(label_file(folder, sha256))
    model = ShelfModel(chosen.model, threads=1)
    found, _ = look(model, open_labelled(path), model.facts.thresholds)
    with Image.open(path) as picture:
        width, height = picture.size
    boxes = [
        CorrectedBox(model.facts.labels[int(number)], *(round(float(edge), DIGITS) for edge in edges))
        for number, edges in zip(found.classes, found.boxes, strict=True)
    ]
    label, already = _labelled_already(path)
    boxes = [box for box in boxes if box.label != label] + already
    return CorrectedPhoto(sha256, width, height, model.facts.version, "", "", tuple(sorted(boxes, key=_from_the_top)))


def _labelled_already(path: Path) -> tuple[Label | None, list[CorrectedBox]]:
    """Return the boxes that the data has of a photo of its own, and the one label they are of."""
    labels = path.parent.parent / "labels" / f"{path.stem}.txt"
    label = SETS.get(path.parts[-4]) if len(path.parts) >= len(("set", "split", "images", "photo")) else None
    if label is None or not labels.is_file():
        return None, []
    edges = ((max(0.0, b.x0), max(0.0, b.y0), min(1.0, b.x1), min(1.0, b.y1)) for b in read_boxes(labels, label))
    return label, [CorrectedBox(label, *(round(edge, DIGITS) for edge in box)) for box in edges]


def _from_the_top(box: CorrectedBox) -> tuple[int, float]:
    """Order boxes roughly as one reads."""
    return round((box.y0 + box.y1) * 5), box.x0
