"""``shelfvision``: draw shelves, split, train, export and evaluate the model, read photos."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from shelfvision.evaluation.card import write_figures
from shelfvision.evaluation.run import measure, tuned_certainty, tuned_thresholds
from shelfvision.inference.api import ModelUnavailable, ShelfReader
from shelfvision.inference.model import ShelfModel
from shelfvision.inference.verdict import in_words, verdicts
from shelfvision.synth.api import draw_shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SHIPPED = Path(__file__).parents[1] / "models" / "shelf.onnx"
DEFAULT_SIDE = 320
HOLDOUT_SHARE = 0.13


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    chosen = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], None] = chosen.command
    try:
        command(chosen)
    except (OSError, ModelUnavailable) as error:
        sys.stderr.write(f"shelfvision: {error}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    parser = argparse.ArgumentParser(prog="shelfvision", description=__doc__)
    commands = parser.add_subparsers(required=True)

    draw = commands.add_parser("draw", help="draw a shelf and list its boxes as JSON")
    draw.add_argument("picture", type=Path)
    draw.add_argument("--seed", type=int, default=0)
    draw.add_argument("--width", type=int, default=1280)
    draw.add_argument("--height", type=int, default=960)
    draw.add_argument("--gaps", type=int, default=0)
    draw.set_defaults(command=_draw)

    split = commands.add_parser("split", help="find scenes and write the list of held-out photos (training venv)")
    split.set_defaults(command=_split)

    train = commands.add_parser("train", help="train, or go on from the last checkpoint (training venv)")
    train.add_argument("--folder", type=Path, default=Path(".storewalk/train"))
    train.add_argument("--minutes", type=float, default=60)
    train.add_argument("--epochs", type=int, help="instead of minutes")
    train.add_argument("--side", type=int, default=DEFAULT_SIDE)
    train.add_argument("--threads", type=int, default=2)
    train.set_defaults(command=_train)

    export = commands.add_parser("export", help="write a checkpoint as the model file (training venv)")
    export.add_argument("checkpoint", type=Path)
    export.add_argument("--side", type=int, default=DEFAULT_SIDE)
    export.set_defaults(command=_export)

    evaluate = commands.add_parser("evaluate", help="measure the model and write its figures and card")
    evaluate.set_defaults(command=_evaluate)

    detect = commands.add_parser("detect", help="read photos and print a line about each")
    detect.add_argument("photos", type=Path, nargs="+", metavar="PHOTO")
    detect.add_argument(
        "--json", action="store_true", help="every box and all else that was found, a JSON line a photo"
    )
    detect.add_argument("--confidence", type=_share, default=0.25, help="least score of a box in the JSON, 0 to 1")
    detect.set_defaults(command=_detect)

    for needs_photos in (split, train, export, evaluate):
        needs_photos.add_argument(
            "--shared", type=Path, default=Path(os.environ.get("STOREWALK_SHARED", "../shared/data"))
        )
    for needs_model in (export, evaluate, detect):
        needs_model.add_argument("--model", type=Path, default=SHIPPED)
    return parser


def _share(text: str) -> float:
    """Parse a share from 0 to 1. Raises ArgumentTypeError."""
    share = float(text)
    if not 0 <= share <= 1:
        message = f"{text} is not between 0 and 1"
        raise argparse.ArgumentTypeError(message)
    return share


def _heavy(module: str) -> Any:
    """Import a module that needs the training venv."""
    return importlib.import_module(f"shelfvision.{module}")


def _draw(chosen: argparse.Namespace) -> None:
    shelf = draw_shelf(chosen.seed, chosen.width, chosen.height, chosen.gaps)
    shelf.image.save(chosen.picture)
    _print(shelf.boxes)


def _split(chosen: argparse.Namespace) -> None:
    held_out, leaking = _heavy("training.scenes").write_split(chosen.shared / "shelf" / "gaps", HOLDOUT_SHARE)
    _print({"heldOut": held_out, "leaking": leaking})


def _train(chosen: argparse.Namespace) -> None:
    run = _heavy("training.run")
    recipe = run.Recipe(
        shelf=chosen.shared / "shelf",
        folder=chosen.folder,
        minutes=chosen.minutes,
        side=chosen.side,
        threads=chosen.threads,
        epochs=chosen.epochs,
    )
    _print({"checkpoint": str(run.train(recipe))})


def _export(chosen: argparse.Namespace) -> None:
    onnx_file = _heavy("export.onnx_file")
    facts = onnx_file.export_checkpoint(chosen.checkpoint, chosen.model, chosen.side)
    thresholds = tuned_thresholds(ShelfModel(chosen.model, threads=1), chosen.shared / "shelf")
    facts = msgspec.structs.replace(facts, thresholds=thresholds)
    onnx_file.restate(chosen.model, facts)
    certainty = tuned_certainty(ShelfModel(chosen.model, threads=1), chosen.shared / "shelf")
    onnx_file.restate(chosen.model, msgspec.structs.replace(facts, sure=certainty))
    _print(ShelfModel(chosen.model, threads=1).facts)


def _evaluate(chosen: argparse.Namespace) -> None:
    figures = measure(ShelfModel(chosen.model, threads=1), chosen.shared / "shelf")
    write_figures(figures, chosen.model)
    _print(figures)


def _detect(chosen: argparse.Namespace) -> None:
    for verdict in verdicts(ShelfReader(chosen.model), chosen.photos, chosen.confidence):
        sys.stdout.buffer.write(msgspec.json.encode(verdict) if chosen.json else in_words(verdict).encode())
        sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.flush()


def _print(answer: object) -> None:
    """Print an answer as JSON."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(answer), indent=2) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
