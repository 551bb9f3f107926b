"""The report as one page that loads nothing and runs nothing; it shows photos, so it stays where it is made."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from shelfvision.evaluation.figures import threshold_of
from shelfvision.evaluation.photos import judged
from shelfvision.evaluation.report.pictures import picture
from shelfvision.evaluation.report.plots import precision_recall, reliability
from shelfvision.evaluation.report.worst import worst
from shelfvision.evaluation.tables import heading, tables

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from shelfvision.data.photos import Label
    from shelfvision.evaluation.photos import Seen
    from shelfvision.evaluation.run import Figures, Sights
    from shelfvision.evaluation.tables import Table
    from shelfvision.inference.model import ShelfModel


def write_report(path: Path, model: ShelfModel, figures: Figures, sights: Sights, photos: Mapping[str, Path]) -> None:
    """Write the page; ``photos`` gives the file of each photo that may be among the worst, by its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page(model, figures, sights, photos), encoding="utf-8")


def page(model: ShelfModel, figures: Figures, sights: Sights, photos: Mapping[str, Path]) -> str:
    """Return the page: tables, plots, then the worst of the photos that share no scene with training."""
    style = resources.files("shelfvision.evaluation.report").joinpath("report.css").read_text(encoding="utf-8")
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{_sha256(style)}'"
    title = f"Shelf model {figures.version}"
    candidates = [one for one in sights.holdout + sights.fresh if one.name in photos]
    shown = worst(model, candidates)
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{style}</style></head><body><main>",
        f"<h1>{escape(title)}</h1><p>{escape(heading(figures))}</p>",
        "<p>Not to be published: the source of the photographs states no licence.</p>",
        *(_table(table) for table in tables(figures)),
        '<h2>Reliability</h2><div class="plots">',
        *(reliability(f"boxes from 0.01: {row.name}", row.faint) for row in figures.box_calibration),
        *(reliability(f"readings: {row.name}", row.calibration) for row in figures.photo_calibration),
        '</div><h2>Precision and recall</h2><div class="plots">',
        *_curves(model, sights),
        f"</div><h2>The {len(shown)} photos read worst, of {len(candidates)}</h2>",
        '<p class="legend">Left: true gaps, <b class="found">found</b> or <b class="missed">missed</b>. ',
        'Right: gaps shown, <b class="right">right</b> or <b class="false">false</b>, with their scores.</p>',
        *(picture(number, one, photos[one.seen.name]) for number, one in enumerate(shown, 1)),
        "</main></body></html>\n",
    ]
    return "\n".join(parts)


def _curves(model: ShelfModel, sights: Sights) -> list[str]:
    """Draw the curves of each label on the sets where it is labelled."""
    sets: list[tuple[str, Label, list[Seen]]] = [
        ("gap, held-out scenes", "gap", sights.holdout),
        ("gap, gaps/val, no shared scene", "gap", sights.fresh),
        ("gap, drawn shelves", "gap", sights.drawn),
        ("product, products/val", "product", sights.products),
        ("product, drawn shelves", "product", sights.drawn),
        ("product, labelled by hand", "product", sights.by_hand + sights.by_hand_tuned),
    ]
    return [
        precision_recall(name, judged(model, seen, label), threshold_of(model, label))
        for name, label, seen in sets
        if seen
    ]


def _table(table: Table) -> str:
    """Draw a table; its first column is the head of each row."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in row[1:])}</tr>'
        for row in table.rows
    )
    return f'<div class="wide"><table><caption>{escape(table.title)}</caption><tr>{head}</tr>{rows}</table></div>'


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
