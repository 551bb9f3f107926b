"""Writes the measured figures beside the model: as JSON, and as tables in its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from shelfvision.evaluation.tables import as_markdown, heading, tables

if TYPE_CHECKING:
    from pathlib import Path

    from shelfvision.evaluation.run import Figures

START, END = "<!-- figures: written by evaluate -->", "<!-- end of figures -->"


def write_figures(figures: Figures, model_path: Path) -> None:
    """Write ``NAME.json`` and the tables between the marks of ``NAME.md``, both beside ``NAME.onnx``."""
    encoded = msgspec.json.format(msgspec.json.encode(figures), indent=2)
    model_path.with_suffix(".json").write_bytes(encoded + b"\n")
    card = model_path.with_suffix(".md")
    text = card.read_text(encoding="utf-8")
    before, rest = text.split(START)
    _, after = rest.split(END)
    card.write_text(f"{before}{START}\n{in_markdown(figures)}{END}{after}", encoding="utf-8")


def in_markdown(figures: Figures) -> str:
    """Return the figures as the card shows them."""
    return "\n".join([heading(figures) + "\n", *(as_markdown(table) for table in tables(figures))])
