"""``shelfvision split``, ``train``, ``export`` and ``fit``: from the photos to a model file, in the training venv."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shelfvision.commands.options import heavy, needs_model, needs_photos, print_json
from shelfvision.evaluation.fitting import fitted
from shelfvision.inference.model import ShelfModel

if TYPE_CHECKING:
    import argparse

DEFAULT_SIDE = 320
EPOCHS = (50, 15, 40)
HOLDOUT_SHARE = 0.13


def describe_split(parser: argparse.ArgumentParser) -> None:
    """Describe the search for scenes."""
    needs_photos(parser)
    parser.set_defaults(command=split)


def describe_train(parser: argparse.ArgumentParser) -> None:
    """Describe the training."""
    needs_photos(parser)
    parser.add_argument("--folder", type=Path, default=Path(".storewalk/train"))
    parser.add_argument(
        "--epochs", type=int, nargs=3, default=EPOCHS, help="of the three stages (default: the shipped model's)"
    )
    parser.add_argument("--side", type=int, default=DEFAULT_SIDE)
    parser.add_argument("--threads", type=int, default=2)
    parser.set_defaults(command=train)


def describe_export(parser: argparse.ArgumentParser) -> None:
    """Describe the export."""
    needs_photos(parser)
    needs_model(parser)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--side", type=int, default=DEFAULT_SIDE)
    parser.set_defaults(command=export)


def describe_fit(parser: argparse.ArgumentParser) -> None:
    """Describe the fitting."""
    needs_photos(parser)
    needs_model(parser)
    parser.set_defaults(command=fit)


def describe_checkpoint(parser: argparse.ArgumentParser) -> None:
    """Describe the way back from a model file to a checkpoint."""
    needs_model(parser)
    parser.set_defaults(command=checkpoint)


def split(chosen: argparse.Namespace) -> None:
    """Find scenes and write the lists of held-out and of leaking photos."""
    held_out, leaking = heavy("training.scenes").write_split(chosen.shared / "shelf" / "gaps", HOLDOUT_SHARE)
    print_json({"heldOut": held_out, "leaking": leaking})


def train(chosen: argparse.Namespace) -> None:
    """Train, or go on from the last checkpoint."""
    run = heavy("training.run")
    recipe = run.Recipe(
        shelf=chosen.shared / "shelf",
        folder=chosen.folder,
        side=chosen.side,
        threads=chosen.threads,
        epochs=tuple(chosen.epochs),
    )
    print_json({"checkpoint": str(run.train(recipe))})


def export(chosen: argparse.Namespace) -> None:
    """Write a checkpoint as the model file, with all that is fitted beside its network."""
    onnx_file = heavy("export.onnx_file")
    facts = onnx_file.export_checkpoint(chosen.checkpoint, chosen.model, chosen.side)
    onnx_file.restate(chosen.model, fitted(chosen.model, facts, chosen.shared / "shelf"))
    print_json(ShelfModel(chosen.model, threads=1).facts)


def fit(chosen: argparse.Namespace) -> None:
    """Fit anew what a model file states beside its network."""
    facts = fitted(chosen.model, ShelfModel(chosen.model, threads=1).facts, chosen.shared / "shelf")
    heavy("export.onnx_file").restate(chosen.model, facts)
    print_json(facts)


def checkpoint(chosen: argparse.Namespace) -> None:
    """Write a model file's network as a checkpoint beside it, for a graphics card to run."""
    target = chosen.model.with_suffix(".pt")
    side = heavy("export.weights").write_checkpoint(chosen.model, target)
    print_json({"checkpoint": str(target), "side": side})
