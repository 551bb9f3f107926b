"""The shipped model, and real photos where they are present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from shelfvision.inference.api import ShelfReader


@pytest.fixture(scope="session")
def model_path() -> Path:
    """The shipped model file."""
    return Path(__file__).parents[2] / "ml" / "models" / "shelf.onnx"


@pytest.fixture(scope="session")
def reader(model_path: Path) -> ShelfReader:
    """The shipped model, loaded once."""
    return ShelfReader(model_path)


@pytest.fixture(scope="session")
def shelf_photos() -> Path:
    """The folder of real photographs; tests skip without it."""
    folder = Path(os.environ.get("STOREWALK_SHARED", "../shared/data")) / "shelf"
    if not folder.is_dir():
        pytest.skip(f"no real photos at {folder}; set STOREWALK_SHARED")
    return folder
