"""Writes the measured figures beside the model: as JSON, and as a table in its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

    from shelfvision.evaluation.figures import GapCounts, LabelFigures
    from shelfvision.evaluation.large import Comparison
    from shelfvision.evaluation.run import Figures

START, END = "<!-- figures: written by evaluate -->", "<!-- end of figures -->"


def write_figures(figures: Figures, model_path: Path) -> None:
    """Write ``NAME.json`` and the table between the marks of ``NAME.md``, both beside ``NAME.onnx``."""
    encoded = msgspec.json.format(msgspec.json.encode(figures), indent=2)
    model_path.with_suffix(".json").write_bytes(encoded + b"\n")
    card = model_path.with_suffix(".md")
    text = card.read_text(encoding="utf-8")
    before, rest = text.split(START)
    _, after = rest.split(END)
    card.write_text(f"{before}{START}\n{table(figures)}{END}{after}", encoding="utf-8")


def table(figures: Figures) -> str:
    """Return the figures as Markdown."""
    rows = (
        ("gap, held-out scenes of gaps/train", figures.gaps_holdout),
        ("gap, gaps/val (shares scenes with training)", figures.gaps_val),
        ("gap, gaps/val without shared scenes (thresholds were chosen here)", figures.gaps_val_fresh),
        ("product, products/val", figures.products_val),
        ("product, drawn shelves", figures.drawn_products),
        ("gap, drawn shelves", figures.drawn_gaps),
    )
    thresholds = ", ".join(f"{label} {value}" for label, value in figures.thresholds.items())
    lines = [
        f"Version `{figures.version}`, input {figures.side} px, thresholds {thresholds}.",
        "",
        "| measured on | photos | boxes | mAP50 | mAP50-95 | precision | recall |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [_line(name, found) for name, found in rows]
    lines += ["", "| counted per photo | held-out scenes | drawn shelves |", "|---|---|---|"]
    real, drawn = figures.gaps_holdout_counts, figures.drawn_counts
    lines += [
        f"| gaps, mean absolute error | {real.count_error:.2f} | {drawn.count_error:.2f} |",
        f"| has a gap or none, told rightly | {real.has_gap_accuracy:.0%} | {drawn.has_gap_accuracy:.0%} |",
        f"| false alarms in photos without a gap | {_alarms(real)} | {_alarms(drawn)} |",
        f"| availability (0 to 1), mean absolute error | not labelled | {figures.drawn_availability_error:.3f} |",
        "",
        f"One pass takes {figures.seconds_per_pass * 1000:.0f} ms on one thread of the machine that measured.",
        "",
        "| large photos, first by one pass, then by the tile policy | boxes | passes | mAP50 | count error | ms |",
        "|---|---|---|---|---|---|",
    ]
    lines += [_comparison(one) for one in figures.large]
    lines.append("")
    return "\n".join(lines)


def _alarms(counts: GapCounts) -> str:
    """Return the false alarms among the photos without a gap."""
    return f"{counts.false_alarms} of {counts.gapless_photos}"


def _comparison(one: Comparison) -> str:
    """Return one row of the table of large photos."""
    return (
        f"| {one.label}, {one.photos} {one.name} | {one.boxes} | 1 → {one.passes:.1f} "
        f"| {one.whole.map50:.3f} → {one.tiled.map50:.3f} "
        f"| {one.whole.count_error:.1f} → {one.tiled.count_error:.1f} "
        f"| {one.whole.seconds * 1000:.0f} → {one.tiled.seconds * 1000:.0f} |"
    )


def _line(name: str, found: LabelFigures) -> str:
    """Return one row of the table."""
    values = (found.map50, found.map50_95, found.precision, found.recall)
    return f"| {name} | {found.photos} | {found.boxes} | " + " | ".join(f"{value:.3f}" for value in values) + " |"
