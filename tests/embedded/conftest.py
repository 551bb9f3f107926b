"""One pair of services for the tests that only look at them."""

from collections.abc import Generator
from pathlib import Path

import pytest

from storewalk_embedded.api import Services, start_services


@pytest.fixture(scope="package")
def services(tmp_path_factory: pytest.TempPathFactory) -> Generator[Services]:
    started = start_services(tmp_path_factory.mktemp("services"), durable=False)
    yield started
    started.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"
