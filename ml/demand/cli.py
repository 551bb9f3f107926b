"""``storewalk-demand``: forecast a table, measure forecasts and policies on real demand."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from demand import commands
from demand.calendar.arrangement import CalendarError
from demand.table.columns import TableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

UNUSABLE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status: 0, or 2 with a line on stderr where a file cannot be used."""
    chosen = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], None] = chosen.command
    try:
        command(chosen)
    except (TableError, CalendarError) as error:
        print(f"storewalk-demand: {error}", file=sys.stderr)
        return UNUSABLE
    return 0


def _parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    parser = argparse.ArgumentParser(prog="storewalk-demand", description=__doc__)
    subcommands = parser.add_subparsers(required=True)
    shared = Path(os.environ.get("STOREWALK_SHARED", "../shared/data")) / "demand"

    forecast = subcommands.add_parser("forecast", help="forecast a table of daily sales")
    forecast.add_argument("history", type=Path, help="Parquet or CSV: store_id, product_id, dt, qty and what is known")
    forecast.add_argument("--future", type=Path, help="promotions and weather of the days ahead, same columns but qty")
    forecast.add_argument("--horizon", type=int, default=14, help="days ahead, 1 to 28 (default 14)")
    forecast.add_argument("--out", type=Path, required=True, help="Parquet; OUT.totals.parquet lies beside it")
    forecast.add_argument("--calendar", type=Path, help="CSV of days off and worked weekends (default: China's)")
    forecast.add_argument(
        "--missing",
        choices=("auto", "zero", "unknown"),
        default="auto",
        help="what a day without a row means; auto: unknown where the table states zeros, otherwise nothing sold",
    )
    forecast.set_defaults(command=commands.forecast)

    evaluate = subcommands.add_parser("evaluate", help="measure forecasts at rolling origins, beside other methods")
    evaluate.add_argument("--data", type=Path, default=shared / "frn_daily_dev.parquet")
    evaluate.add_argument(
        "--origins", type=int, default=4, help="how many, a week apart, the last one 14 days before the end"
    )
    evaluate.add_argument("--series", type=int, default=2000, help="drawn by chance; 0 takes all")
    evaluate.add_argument("--seed", type=int, default=0)
    evaluate.add_argument("--out", type=Path, default=Path("build/demand"))
    evaluate.add_argument(
        "--without", nargs="*", default=[], metavar="METHOD", help="methods to leave out (AutoETS is slow)"
    )
    evaluate.add_argument("--ablations", action="store_true", help="tell what each part of the engine is worth instead")
    evaluate.add_argument("--cache", type=Path, help="folder that keeps the forecasts of other methods")
    evaluate.set_defaults(command=commands.evaluate)

    vn2 = subcommands.add_parser("simulate-vn2", help="replay weeks of the VN2 inventory competition by its accounting")
    for name, what in (
        ("sales", "weekly sales"),
        ("state", "opening stock and orders on the way"),
        ("in-stock", "weekly in-stock flags"),
        ("master", "product groups and departments"),
    ):
        vn2.add_argument(f"--{name}", type=Path, required=True, help=f"CSV: {what}")
    vn2.add_argument("--weeks", type=int, default=8, help="how many of the last weeks to replay (default 8)")
    vn2.set_defaults(command=commands.simulate_vn2)
    return parser


if __name__ == "__main__":
    sys.exit(main())
