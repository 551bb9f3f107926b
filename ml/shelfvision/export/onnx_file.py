"""Turns a checkpoint into the ONNX file that is shipped: dynamic batch and size, with its facts in the metadata."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec
import onnx
from ultralytics import YOLO

from shelfvision.data.photos import CLASS_NAMES
from shelfvision.inference.fusion import Look
from shelfvision.inference.model import ModelFacts, TilePolicy
from shelfvision.inference.session import METADATA_KEY

if TYPE_CHECKING:
    from collections.abc import Mapping

RELEASE = "2.1"
STRIDE = 32
OPSET = 17
# Chosen by mosaics of real photos and drawn walls: see "Large photos" in the model card.
TILES = TilePolicy(grids=(2, 3), overlap=0.2, small=15.0)
# Chosen on the photos that share no scene with training: see "Looks" in the model card.
LOOKS = (Look(1.0), Look(0.8, mirrored=True), Look(1.2), Look(1.4, mirrored=True))
KEPT_METADATA = {"license": "AGPL-3.0", "author": "Storewalk; network and start weights by Ultralytics"}


def export_checkpoint(checkpoint: Path, target: Path, side: int) -> ModelFacts:
    """Write the checkpoint's averaged weights to ``target`` with untuned thresholds; return the facts in the file.

    The version is the release, which counts changes of thresholds and tile policy too, and the first eight hex digits
    of the network's SHA-256.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "shelf.pt"
        shutil.copy(checkpoint, copy)
        written = YOLO(str(copy)).export(
            format="onnx", dynamic=True, simplify=False, opset=OPSET, imgsz=side, device="cpu"
        )
        model = onnx.load(written)
    digest = hashlib.sha256(model.graph.SerializeToString()).hexdigest()[:8]
    facts = ModelFacts(
        version=f"{RELEASE}+{digest}",
        labels=CLASS_NAMES,
        thresholds=(0.25, 0.25),
        side=side,
        stride=STRIDE,
        overlap=0.5,
        sure=0.3,
        tiles=TILES,
        looks=LOOKS,
    )
    _save(model, facts, target)
    return facts


def restate(path: Path, facts: ModelFacts) -> None:
    """Replace the facts in a model file, its network unchanged."""
    _save(onnx.load(path), facts, path)


def _save(model: onnx.ModelProto, facts: ModelFacts, target: Path) -> None:
    """Write the model with these facts as its only metadata besides the licence."""
    properties: Mapping[str, str] = KEPT_METADATA | {METADATA_KEY: msgspec.json.encode(facts).decode()}
    del model.metadata_props[:]
    for key, value in properties.items():
        model.metadata_props.add(key=key, value=value)
    model.producer_name = "shelfvision"
    onnx.save(model, target)
