"""``shelfvision``: draw shelves, split, train, export and evaluate the model, label and read photos."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from shelfvision.commands import detect, draw, evaluate, label, learn, train
from shelfvision.data.editing import BadEdit
from shelfvision.inference.session import ModelUnavailable
from shelfvision.learning.label_set import LabelsUnusable
from shelfvision.learning.registry import RegistryFault

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "draw": ("draw a shelf and list its boxes as JSON", draw.describe),
    "split": ("find scenes and write the list of held-out photos (training venv)", train.describe_split),
    "train": ("train, or go on from the last checkpoint (training venv)", train.describe_train),
    "export": ("write a checkpoint as the model file (training venv)", train.describe_export),
    "fit": ("choose anew what a model file states beside its network (training venv)", train.describe_fit),
    "checkpoint": (
        "write a model file as a .pt beside it, for a graphics card (training venv)",
        train.describe_checkpoint,
    ),
    "evaluate": ("measure the model and write its figures and card", evaluate.describe),
    "label": ("draft boxes of photos by the model and take a person's corrections", label.describe),
    "retrain": ("train on an organization's corrections; keep what is better (training venv)", learn.describe_retrain),
    "models": ("list the versions of the model, promote one, or go back to the one before", learn.describe_models),
    "detect": ("read photos and print a line about each", detect.describe),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="shelfvision", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, (purpose, describe) in COMMANDS.items():
        describe(commands.add_parser(name, help=purpose))
    chosen = parser.parse_args(arguments)
    command: Callable[[argparse.Namespace], None] = chosen.command
    try:
        command(chosen)
    except (OSError, ModelUnavailable, BadEdit, LabelsUnusable, RegistryFault) as error:
        sys.stderr.write(f"shelfvision: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
