"""One installation of real processes for the tests that break it; each test has an organization of its own."""

import itertools
from collections.abc import AsyncGenerator, Generator

import pytest

from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org, found_organization
from tests.factories.processes import Installation, installation
from tests.faults.stage import Stage

_numbers = itertools.count(1)


@pytest.fixture(scope="package")
def started(tmp_path_factory: pytest.TempPathFactory) -> Generator[Installation]:
    """PostgreSQL, S3 server, API and worker; started where no event loop runs, since migrations bring their own."""
    with installation(tmp_path_factory.mktemp("faults")) as found:
        yield found


@pytest.fixture(scope="package")
async def running(started: Installation) -> AsyncGenerator[Installation]:
    """The installation, with a platform of the tests' own for looking inside."""
    yield started
    await started.platform.close()


@pytest.fixture
async def place(running: Installation) -> Org:
    """A fresh organization of the installation, all of whose processes are well."""
    running.wait_well()
    return await found_organization(running.platform, next(_numbers))


@pytest.fixture
def stage(org: Org, client: LogIn, app_tx: AppTx) -> Stage:
    """An organization of the application in this process, where every command can be used."""
    return Stage(org, client, app_tx)
