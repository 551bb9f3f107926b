"""``shelfvision evaluate``: measure a model, print its figures, and write them, its card and a report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from shelfvision.commands.options import needs_model, needs_photos, print_json
from shelfvision.evaluation.card import write_figures
from shelfvision.evaluation.run import look_at_all, measure
from shelfvision.evaluation.tables import as_text, heading, tables
from shelfvision.inference.model import ShelfModel

if TYPE_CHECKING:
    import argparse


def describe(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    needs_photos(parser)
    needs_model(parser)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of tables")
    parser.set_defaults(command=evaluate)


def evaluate(chosen: argparse.Namespace) -> None:
    """Measure the model, print the figures, and write them beside it."""
    shelf = chosen.shared / "shelf"
    if not shelf.is_dir():
        message = f"no photos at {shelf}: set STOREWALK_SHARED or --shared"
        raise OSError(message)
    model = ShelfModel(chosen.model, threads=1)
    figures = measure(model, shelf, look_at_all(model, shelf))
    write_figures(figures, chosen.model)
    if chosen.json:
        print_json(figures)
        return
    sys.stdout.write("\n".join([heading(figures) + "\n", *(as_text(table) for table in tables(figures))]))
