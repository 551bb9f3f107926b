"""Options that several commands share, and how they answer."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path
from typing import Any

import msgspec

SHIPPED = Path(__file__).parents[2] / "models" / "shelf.onnx"


def needs_photos(parser: argparse.ArgumentParser) -> None:
    """Let the folder of the data be chosen."""
    parser.add_argument(
        "--shared",
        type=Path,
        default=Path(os.environ.get("STOREWALK_SHARED", "../shared/data")),
        help="folder of the data (default: STOREWALK_SHARED, or ../shared/data)",
    )


def needs_model(parser: argparse.ArgumentParser) -> None:
    """Let the model file be chosen."""
    parser.add_argument("--model", type=Path, default=SHIPPED, help="model file (default: the shipped one)")


def share(text: str) -> float:
    """Parse a share from 0 to 1. Raises ArgumentTypeError."""
    value = float(text)
    if not 0 <= value <= 1:
        message = f"{text} is not between 0 and 1"
        raise argparse.ArgumentTypeError(message)
    return value


def heavy(module: str) -> Any:
    """Import a module that needs the training venv."""
    return importlib.import_module(f"shelfvision.{module}")


def print_json(answer: object) -> None:
    """Print an answer as JSON."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(answer), indent=2) + b"\n")
    sys.stdout.buffer.flush()
