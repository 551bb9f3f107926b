"""``shelfvision detect``: read photos and say a line about each."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from shelfvision.commands.options import needs_model, share
from shelfvision.inference.api import Backend, ShelfReader
from shelfvision.inference.verdict import in_words, verdicts

if TYPE_CHECKING:
    import argparse


def describe(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    needs_model(parser)
    parser.add_argument("photos", type=Path, nargs="+", metavar="PHOTO")
    parser.add_argument(
        "--json", action="store_true", help="every box and all else that was found, a JSON line a photo"
    )
    parser.add_argument("--confidence", type=share, default=0.25, help="least score of a box in the JSON, 0 to 1")
    parser.add_argument(
        "--backend", type=Backend, choices=list(Backend), default=Backend.AUTO, help="what runs the network"
    )
    parser.set_defaults(command=detect)


def detect(chosen: argparse.Namespace) -> None:
    """Read the photos, as many at a time as there are processors."""
    reader = ShelfReader(chosen.model, backend=chosen.backend)
    for verdict in verdicts(reader, chosen.photos, chosen.confidence, lanes=os.cpu_count() or 1):
        sys.stdout.buffer.write(msgspec.json.encode(verdict) if chosen.json else in_words(verdict).encode())
        sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.flush()
