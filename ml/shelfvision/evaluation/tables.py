"""The figures as tables, to be shown as text, in Markdown or in the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from shelfvision.evaluation.run import DRAWN, HAND, HOLDOUT, MIXED, PRODUCTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from shelfvision.evaluation.calibration import Calibration
    from shelfvision.evaluation.intervals import Span
    from shelfvision.evaluation.large import Comparison
    from shelfvision.evaluation.run import Figures


class Table(NamedTuple):
    """A table: its title, the names of its columns, and its rows."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def tables(figures: Figures) -> list[Table]:
    """Lay the figures out."""
    made = (_goals, _labels, _counts, _has_gap, _availability, _calibration, _unsure, _sizes, _photos, _large)
    return [table for table in (make(figures) for make in made) if table.rows]


def as_markdown(table: Table) -> str:
    """Return a table in Markdown, its title in the first column's head."""
    lines = [(table.title, *table.columns[1:]), ("---",) * len(table.columns), *table.rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def as_text(table: Table) -> str:
    """Return a table as text, the first column to the left and numbers to the right."""
    lines = [table.columns, *table.rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(table.columns))]
    shown = [
        line[0].ljust(widths[0]) + "".join(f"  {cell:>{wide}}" for cell, wide in zip(line[1:], widths[1:], strict=True))
        for line in lines
    ]
    return "\n".join((table.title, *(f"  {line}".rstrip() for line in shown))) + "\n"


def heading(figures: Figures) -> str:
    """Return what the figures are of."""
    thresholds = ", ".join(f"{label} {value}" for label, value in figures.thresholds.items())
    return (
        f"Version `{figures.version}`, input {figures.side} px, thresholds {thresholds}; a reading is unsure under a "
        f"confidence of {figures.sure}. Intervals hold 90 %. One pass takes {figures.seconds_per_pass * 1000:.0f} ms "
        "on one thread of the machine that measured."
    )


def _goals(figures: Figures) -> Table:
    """Hold the figures against what was aimed at."""
    rows: list[tuple[str, float, float, Callable[[float, float], bool]]] = []
    for name, least in ((HOLDOUT, 0.6), (PRODUCTS, 0.88)):
        rows.append((f"mAP50, {name}", figures.labels[name].map50, least, float.__ge__))
    rows.append(("has a gap or none, balanced accuracy", figures.has_gap.balanced, 0.9, float.__ge__))
    rows += [
        (f"availability, mean error, {name}", figures.availability[name].mean, 0.03, float.__le__)
        for name in (DRAWN, MIXED, HAND)
        if name in figures.availability
    ]
    rows += [
        (f"calibration error of boxes, {row.name}", row.faint.error, 0.05, float.__le__)
        for row in figures.box_calibration
    ]
    rows += [
        (f"calibration error of readings, {row.name}", row.calibration.error, 0.05, float.__le__)
        for row in figures.photo_calibration
    ]
    return Table(
        "goals",
        ("figure", "value", "goal", ""),
        [
            (name, f"{value:.3f}", f"{'≥' if holds is float.__ge__ else '≤'} {goal}", _held(holds(value, goal)))
            for name, value, goal, holds in rows
        ],
    )


def _held(holds: bool) -> str:
    return "holds" if holds else "missed"


def _labels(figures: Figures) -> Table:
    return Table(
        "measured on",
        ("set", "photos", "boxes", "mAP50", "interval", "mAP50-95", "precision", "recall"),
        [
            (
                name,
                str(found.photos),
                str(found.boxes),
                f"{found.map50:.3f}",
                _span(found.map50_span),
                f"{found.map50_95:.3f}",
                f"{found.precision:.3f}",
                f"{found.recall:.3f}",
            )
            for name, found in figures.labels.items()
        ],
    )


def _counts(figures: Figures) -> Table:
    return Table(
        "gaps counted per photo",
        ("set", "mean absolute error", "mean error"),
        [(name, f"{one.count_error:.2f}", f"{one.count_bias:+.2f}") for name, one in figures.counts.items()],
    )


def _has_gap(figures: Figures) -> Table:
    rows: list[tuple[str, ...]] = []
    for name, one in (("real", figures.has_gap), ("by hand", figures.has_gap_by_hand)):
        if one.gappy + one.gapless:
            rows += [
                (f"{name}, with a gap", str(one.gappy), f"{one.sensitivity:.3f}", _span(one.sensitivity_span)),
                (f"{name}, without", str(one.gapless), f"{one.specificity:.3f}", _span(one.specificity_span)),
                (f"{name}, balanced", str(one.gappy + one.gapless), f"{one.balanced:.3f}", _span(one.balanced_span)),
            ]
    share = (figures.full_shelves - figures.full_alarms) / max(1, figures.full_shelves)
    rows.append(("drawn, full (apart)", str(figures.full_shelves), f"{share:.3f}", ""))
    return Table("has a gap or none, told rightly", ("photos", "number", "share", "interval"), rows)


def _availability(figures: Figures) -> Table:
    return Table(
        "availability (0 to 1), absolute error",
        ("set", "photos", "mean", "interval", "p90", "bias", "not unsure", "their mean"),
        [
            (
                name,
                str(one.photos),
                f"{one.mean:.3f}",
                _span(one.mean_span),
                f"{one.p90:.3f}",
                f"{one.bias:+.3f}",
                str(one.read),
                f"{one.read_mean:.3f}",
            )
            for name, one in figures.availability.items()
        ],
    )


def _calibration(figures: Figures) -> Table:
    rows: list[tuple[str, ...]] = []
    for row in figures.box_calibration:
        rows.append((f"boxes from 0.01, {row.name}", *_errors(row.faint)))
        rows.append((f"boxes shown, {row.name}", *_errors(row.shown)))
    rows += [(f"readings, {row.name}", *_errors(row.calibration)) for row in figures.photo_calibration]
    return Table("expected calibration error", ("of", "number", "error", "by chance alone"), rows)


def _errors(one: Calibration) -> tuple[str, str, str]:
    return str(one.boxes), f"{one.error:.3f}", f"{one.chance:.3f}"


def _unsure(figures: Figures) -> Table:
    rows = [(one.name, str(one.photos), str(one.unsure), f"{one.unsure / one.photos:.0%}") for one in figures.unsure]
    strange = figures.strangers
    kept = strange.pictures - strange.read
    rows.append(("pictures of no shelf", str(strange.pictures), str(kept), f"{kept / strange.pictures:.0%}"))
    return Table("answered as unsure", ("photos", "number", "unsure", "share"), rows)


def _sizes(figures: Figures) -> Table:
    return Table(
        "gaps by size (root of the share of the photo)",
        ("size", "from", "boxes", "recall", "shown", "precision"),
        [
            (one.name, f"{one.low:.2f}", str(one.boxes), f"{one.recall:.3f}", str(one.shown), f"{one.precision:.3f}")
            for one in figures.gap_slices.sizes
        ],
    )


def _photos(figures: Figures) -> Table:
    cuts = figures.gap_slices
    return Table(
        "gaps by light (mean brightness) and sharpness",
        ("photos", "from", "number", "boxes", "mAP50", "precision", "recall"),
        [
            (
                f"{kind}: {one.name}",
                f"{one.low:.0f}",
                str(one.photos),
                str(one.boxes),
                f"{one.map50:.3f}",
                f"{one.precision:.3f}",
                f"{one.recall:.3f}",
            )
            for kind, parts in (("light", cuts.lights), ("sharpness", cuts.sharpnesses))
            for one in parts
        ],
    )


def _large(figures: Figures) -> Table:
    return Table(
        "large photos, first looked at as a whole, then by the tile policy",
        ("set", "boxes", "passes by tiles", "mAP50", "count error", "ms"),
        [_comparison(one) for one in figures.large],
    )


def _comparison(one: Comparison) -> tuple[str, ...]:
    return (
        f"{one.label}, {one.photos} {one.name}",
        str(one.boxes),
        f"{one.passes:.1f}",
        f"{one.whole.map50:.3f} → {one.tiled.map50:.3f}",
        f"{one.whole.count_error:.1f} → {one.tiled.count_error:.1f}",
        f"{one.whole.seconds * 1000:.0f} → {one.tiled.seconds * 1000:.0f}",
    )


def _span(span: Span) -> str:
    return f"{span[0]:.3f} to {span[1]:.3f}"
