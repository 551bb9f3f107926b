"""``shelfvision evaluate``: measure a model and write its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shelfvision.commands.options import needs_model, needs_photos, print_json
from shelfvision.evaluation.card import write_figures
from shelfvision.evaluation.run import measure
from shelfvision.inference.model import ShelfModel

if TYPE_CHECKING:
    import argparse


def describe(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    needs_photos(parser)
    needs_model(parser)
    parser.set_defaults(command=evaluate)


def evaluate(chosen: argparse.Namespace) -> None:
    """Measure the model and write its figures and card."""
    figures = measure(ShelfModel(chosen.model, threads=1), chosen.shared / "shelf")
    write_figures(figures, chosen.model)
    print_json(figures)
