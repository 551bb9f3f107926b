"""The demand package stands alone, and the process that serves requests does not load it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import demand

PACKAGE = Path(demand.__file__).parent
COMPARED = {"statsforecast", "mlforecast", "lightgbm", "pandas"}


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_nothing_of_storewalk_is_imported_and_no_method_it_is_compared_with() -> None:
    everything = {name for file in PACKAGE.rglob("*.py") for name in imports(file)}
    assert everything & ({"storewalk", "shelfvision"} | COMPARED) == set()


def test_the_engine_reads_no_file_and_no_table() -> None:
    engine = {name for file in (PACKAGE / "engine").glob("*.py") for name in imports(file)}
    assert engine & {"polars", "pathlib"} == set()


def test_the_api_process_loads_nothing_that_computes() -> None:
    code = "import storewalk.asgi, sys; print(*{m.split('.')[0] for m in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"numba", "polars", "numpy"} & set(done.stdout.split()) == set()
