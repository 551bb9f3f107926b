"""Who may import whom, beyond the layers that import-linter holds."""

import subprocess
import sys

import grimp
import pytest

COMPOSITION = {"asgi", "worker", "cli", "maintenance", "composition", "routes", "metadata"}
FACES = {"api", "events"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("storewalk", "shelfvision", cache_dir=None)


def test_a_room_is_entered_only_through_its_api_and_its_events(graph: grimp.ImportGraph) -> None:
    trespasses = [
        f"{importer} imports {imported}"
        for importer in graph.modules
        if importer.startswith("storewalk.") and importer.split(".")[1] not in COMPOSITION
        for imported in graph.find_modules_directly_imported_by(importer)
        if imported.startswith("storewalk.") and is_trespass(importer.split("."), imported.split("."))
    ]
    assert trespasses == []


def is_trespass(importer: list[str], imported: list[str]) -> bool:
    room = imported[1]
    return room not in {importer[1], "core"} and (len(imported) < 3 or imported[2] not in FACES)


def test_the_process_that_serves_requests_loads_neither_the_model_nor_pillow_nor_the_queue() -> None:
    heavy = {"onnxruntime", "numpy", "PIL", "pgqueuer", "torch"}
    assert loaded_by("import storewalk.asgi") & heavy == set()


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*{{m.split('.')[0] for m in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())
