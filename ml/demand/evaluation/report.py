"""Shows an evaluation: tables as text, plots as SVG, everything as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from demand.evaluation.measures import COVERAGES, HELD
from demand.evaluation.methods import OURS
from demand.evaluation.plots import bars, intervals
from demand.evaluation.run import Evaluation, goals

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = (*HELD, "RMSSE in stock", "WAPE in stock", "bias", *COVERAGES)


def tables(evaluation: Evaluation) -> str:
    """Return the tables of values and of goals, with and without known plans."""
    lines = [
        f"{evaluation.data}: {evaluation.series} series, first days ahead {', '.join(evaluation.origins)}",
    ]
    for known in (True, False):
        lines += ["", f"Promotions and weather ahead {'known' if known else 'unknown'}"]
        width = max(len(name) for name in SHOWN)
        rows = [row for row in evaluation.measured if row.plans_known is known]
        lines.append(" " * width + "".join(f"{row.method:>15}" for row in rows))
        lines += [f"{name:{width}}" + "".join(f"{row.values[name]:15.4f}" for row in rows) for name in SHOWN]
        lines.append("")
        lines += [
            f"  {each.name:40}{each.value:8.3f}  goal {each.goal:5.2f}  {'holds' if each.holds else 'MISSED'}"
            for each in goals(evaluation, plans_known=known)
        ]
        lines.append("")
        for row in evaluation.compared:
            if row.plans_known is known:
                span = f"{row.low:.3f} to {row.high:.3f}"
                lines.append(f"  {row.measure:16} {row.ratio:.3f} of {row.against} (90 % of resamples: {span})")
    if evaluation.equal_fill:
        lines += ["", "Stock that ages, at equal fill rate: waste of units sold, stock in days of demand"]
        lines.append("  life lead review   fill     waste  textbook     stock  textbook")
    for each in evaluation.equal_fill:
        lines.append(
            f"  {each.life:4}{each.lead:5}{each.review:7}{each.fill_rate:7.2f}{each.waste:10.4f}"
            f"{each.textbook_waste:10.4f}{each.stock_days:10.2f}{each.textbook_stock_days:10.2f}"
        )
    return "\n".join(lines)


def write(evaluation: Evaluation, folder: Path) -> list[Path]:
    """Write evaluation.json and the plots; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "evaluation.json": msgspec.json.format(msgspec.json.encode(evaluation), indent=1),
        "evaluation.txt": tables(evaluation).encode(),
    }
    for known in (True, False):
        suffix = "known" if known else "unknown"
        rows = [row for row in evaluation.measured if row.plans_known is known]
        for measure in ("RMSSE", "WAPE14", "PL14@.95"):
            values = {row.method: row.values[measure] for row in rows}
            name = measure.replace("@.", "-")
            files[f"{name}-{suffix}.svg"] = bars(f"{measure}, plans {suffix}", values, marked=OURS).encode()
        against = {
            f"{row.measure} / {row.against}": (row.low, row.ratio, row.high)
            for row in evaluation.compared
            if row.plans_known is known
        }
        files[f"ratios-{suffix}.svg"] = intervals(f"Ours over others, plans {suffix}", against).encode()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]
