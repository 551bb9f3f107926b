"""The heat map as it goes over the wire, unpacked independently of what packed it."""

from typing import Any, Final

ALPHABET: Final = [chr(code) for code in range(35, 127) if code != ord("\\")]
HALF: Final = 45


def numbers(text: str) -> list[int]:
    """Read the numbers of a text, the least digit first."""
    found, number, place = list[int](), 0, 1
    for sign in text:
        digit = ALPHABET.index(sign)
        number += (digit - HALF if digit >= HALF else digit) * place
        place *= HALF
        if digit < HALF:
            found.append(number)
            number, place = 0, 1
    return found


def unpacked(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its counts, and the scores that they come to, as lists."""
    cells = {name: numbers(text) for name, text in row["cells"].items()}
    left = [-(each + 1) // 2 if each % 2 else each // 2 for each in cells["left"]]
    counts = zip(cells["visits"], left, cells["fails"], cells["notApplicable"], strict=True)
    passes = [visits - rest - fails - others for visits, rest, fails, others in counts]
    weighed = bool(row["cells"]["possible"])
    parts = cells["gained"] if weighed else passes
    wholes = cells["possible"] if weighed else [a + b for a, b in zip(passes, cells["fails"], strict=True)]
    scores = [int(1000 * part / whole + 0.5) / 10 if whole else None for part, whole in zip(parts, wholes, strict=True)]
    shown = {name: cells[name] for name in ("visits", "fails", "notApplicable")}
    return {**row, "cells": {**shown, "passes": passes, "scores": scores}}
