"""One line about a photo file: every box down to a confidence that was asked for, beside the shipped reading."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from shelfvision.data.photos import CLASS_NAMES, Label
from shelfvision.inference.photo_file import open_photo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from shelfvision.inference.api import ShelfReader


class Verdict(Struct, frozen=True):
    """What a file shows.

    ``boxes`` are ``[class, confidence, x1, y1, x2, y2]`` in pixels of the upright photo, the surest first, at the
    confidence that was asked for. ``availability`` (0 to 1), ``verdict`` and ``reason`` are of the shipped thresholds:
    ``read``, ``unsure`` with the reason, or ``unreadable`` with what is wrong with the file.
    """

    photo: str
    boxes: list[tuple[Label, float, float, float, float, float]]
    availability: float | None
    verdict: str
    reason: str | None
    model_version: str


def verdicts(reader: ShelfReader, paths: Iterable[Path], confidence: float, lanes: int = 1) -> Iterator[Verdict]:
    """Read files, ``lanes`` of them at a time, and answer in their order.

    ``confidence`` is the least score of a box that is listed, 0 to 1. Raises OSError where a file cannot be opened.
    """
    with ThreadPoolExecutor(lanes) as pool:
        yield from pool.map(partial(_verdict, reader, confidence), paths)


def _verdict(reader: ShelfReader, confidence: float, path: Path) -> Verdict:
    image, fault, width, height = open_photo(path, reader.longest)
    if image is None:
        return Verdict(str(path), [], None, "unreadable", fault, reader.version)
    reading, shown = reader.look_closely(image, confidence)
    boxes: list[tuple[Label, float, float, float, float, float]] = [
        (
            box.label,
            round(box.score, 4),
            round(box.x0 * width, 1),
            round(box.y0 * height, 1),
            round(box.x1 * width, 1),
            round(box.y1 * height, 1),
        )
        for box in shown
    ]
    outcome, reason = ("unsure", fault) if fault else (reading.outcome, reading.reason)
    return Verdict(str(path), boxes, reading.availability, outcome, reason, reader.version)


def in_words(verdict: Verdict) -> str:
    """Say it to a person."""
    found = [sum(box[0] == label for box in verdict.boxes) for label in CLASS_NAMES]
    share = "-" if verdict.availability is None else f"{verdict.availability:.0%}"
    outcome = verdict.verdict if verdict.reason is None else f"{verdict.verdict} ({verdict.reason})"
    return f"{verdict.photo}: {outcome}, {found[0]} products, {found[1]} gaps, availability {share}"
