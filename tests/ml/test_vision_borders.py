"""The vision package stands alone: nothing of Storewalk, and heavy libraries only where they belong."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import shelfvision

PACKAGE = Path(shelfvision.__file__).parent
RUN_TIME_ROOMS = ("data", "synth", "inference", "evaluation", "commands")


def imported_by(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def files_importing(name: str) -> list[str]:
    return [str(file.relative_to(PACKAGE)) for file in sorted(PACKAGE.rglob("*.py")) if name in imported_by(file)]


def test_nothing_of_storewalk_is_imported() -> None:
    assert files_importing("storewalk") == []


def test_onnxruntime_is_imported_in_one_place() -> None:
    assert files_importing("onnxruntime") == ["inference/session.py"]


def test_rows_and_availability_need_neither_numpy_nor_pillow_since_corrections_are_measured_without_a_model() -> None:
    code = "import shelfvision.inference.availability, sys; print(*{m.split('.')[0] for m in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"numpy", "PIL", "onnxruntime"} & set(done.stdout.split()) == set()


@pytest.mark.parametrize("library", ["torch", "ultralytics", "cv2", "onnx"])
def test_training_libraries_stay_in_training_and_export(library: str) -> None:
    assert [file for file in files_importing(library) if file.startswith(RUN_TIME_ROOMS)] == []


def test_drawing_needs_pillow_and_numpy_only() -> None:
    outside: set[str] = set()
    for file in (PACKAGE / "synth").glob("*.py"):
        outside |= imported_by(file)
    assert outside - sys.stdlib_module_names == {"PIL", "numpy", "shelfvision"}
