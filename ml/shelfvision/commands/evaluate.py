"""``shelfvision evaluate``: measure a model, print its figures, and write them, its card and a report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from shelfvision.commands.options import needs_model, needs_photos, print_json
from shelfvision.data.split import fresh_val_gaps, holdout_gaps
from shelfvision.evaluation.card import write_figures
from shelfvision.evaluation.report.page import write_report
from shelfvision.evaluation.run import look_at_all, measure
from shelfvision.evaluation.tables import as_text, heading, tables
from shelfvision.inference.model import ShelfModel

if TYPE_CHECKING:
    import argparse

REPORT = Path("build/shelfvision/report.html")


def describe(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    needs_photos(parser)
    needs_model(parser)
    parser.add_argument("--report", type=Path, default=REPORT, help=f"page with the worst photos (default: {REPORT})")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of tables")
    parser.set_defaults(command=evaluate)


def evaluate(chosen: argparse.Namespace) -> None:
    """Measure the model, print the figures, and write them beside it."""
    shelf = chosen.shared / "shelf"
    if not shelf.is_dir():
        message = f"no photos at {shelf}: set STOREWALK_SHARED or --shared"
        raise OSError(message)
    model = ShelfModel(chosen.model, threads=1)
    sights = look_at_all(model, shelf)
    figures = measure(model, shelf, sights)
    write_figures(figures, chosen.model)
    photos = {photo.path.stem: photo.path for photo in holdout_gaps(shelf) + fresh_val_gaps(shelf)}
    write_report(chosen.report, model, figures, sights, photos)
    if chosen.json:
        print_json(figures)
        return
    sys.stdout.write("\n".join([heading(figures) + "\n", *(as_text(table) for table in tables(figures))]))
