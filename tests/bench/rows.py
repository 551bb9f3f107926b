"""The rows, their goals, and the table that shows them."""

import json
from pathlib import Path
from typing import Any, Literal

import msgspec

FILE = Path(__file__).resolve().parents[2] / "build" / "bench.json"


class Row(msgspec.Struct, frozen=True):
    """A measured value against its goal; a goal changes only with a note beside it."""

    name: str
    value: float
    unit: str
    goal: float
    better: Literal["lower", "higher"]

    @property
    def holds(self) -> bool:
        """Tell whether the goal is met."""
        return self.value <= self.goal if self.better == "lower" else self.value >= self.goal


def write(rows: list[Row]) -> None:
    """Print the rows as a table and put them into build/bench.json, beside those measured before."""
    kept: dict[str, Any] = {}
    if FILE.is_file():
        kept = {row["name"]: row for row in json.loads(FILE.read_text())}
    kept |= {row.name: {**msgspec.to_builtins(row), "holds": row.holds} for row in rows}
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps([kept[name] for name in sorted(kept)], indent=1) + "\n")
    print(f"{'name':24}{'value':>10}  {'unit':34}{'goal':>9}  holds")
    for row in rows:
        sign = "≤" if row.better == "lower" else "≥"
        holds = "yes" if row.holds else "NO"
        print(f"{row.name:24}{row.value:>10.2f}  {row.unit:34}{sign:>2}{row.goal:>7.1f}  {holds}")
