"""``shelfvision draw``: one shelf as a picture, its boxes as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shelfvision.commands.options import print_json
from shelfvision.synth.api import draw_shelf

if TYPE_CHECKING:
    import argparse


def describe(parser: argparse.ArgumentParser) -> None:
    """Describe the command."""
    parser.add_argument("picture", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=960)
    parser.add_argument("--gaps", type=int, default=0)
    parser.set_defaults(command=draw)


def draw(chosen: argparse.Namespace) -> None:
    """Draw a shelf and print its boxes."""
    shelf = draw_shelf(chosen.seed, chosen.width, chosen.height, chosen.gaps)
    shelf.image.save(chosen.picture)
    print_json(shelf.boxes)
