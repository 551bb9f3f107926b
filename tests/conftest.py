"""What every test stands on: real PostgreSQL and S3 for the session, a fresh organization for the test."""

import asyncio
import itertools
import os
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from litestar import Litestar

from storewalk import maintenance, worker
from storewalk.asgi import build_app
from storewalk.core import logs
from storewalk.core.objects import ObjectStore
from storewalk.core.platform import Platform
from storewalk.core.settings import Settings, load
from storewalk.core.tx import Tx
from storewalk_embedded.api import Services, start_services
from tests.factories.client import Client
from tests.factories.founded import Mould
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org

ORIGIN = "http://127.0.0.1:8080"
# A P-256 key of the tests' own, in base64url, as VAPID wants it.
VAPID_KEY = "iiTWPpuQvPz8SZ4sPlmLTcKZ8DWDhBdTFPOfCVVpHPs"
logs.configure("CRITICAL")  # refusals are what many tests are about; failures show in their answers
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Generator[Services]:
    """PostgreSQL and the S3 server, thrown away at the end."""
    running = start_services(tmp_path_factory.mktemp("services"), durable=False)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def settings(services: Services) -> Settings:
    """Settings of an installation on `services`, migrated."""
    root = Path(__file__).resolve().parent.parent
    made = load(
        {
            "STOREWALK_DATABASE_URL": services.app_url,
            "STOREWALK_OWNER_DATABASE_URL": services.owner_url,
            "STOREWALK_S3_ENDPOINT": f"http://{services.s3_endpoint}",
            "STOREWALK_S3_ACCESS_KEY": services.s3_access_key,
            "STOREWALK_S3_SECRET_KEY": services.s3_secret_key,
            "STOREWALK_PUBLIC_ORIGIN": ORIGIN,
            "STOREWALK_SECRET_KEY": secrets.token_urlsafe(32),
            "STOREWALK_VAPID_PRIVATE_KEY": VAPID_KEY,
            "STOREWALK_VAPID_SUBJECT": "mailto:push@storewalk.invalid",
            "STOREWALK_ALLOW_PRIVATE_PUSH": "1",
            "STOREWALK_PROXY_S3": "1",
            "STOREWALK_MODEL": str(root / "ml/models/shelf.onnx"),
            "STOREWALK_FACE_MODEL": str(root / "ml/models/faces.onnx"),
        }
    )
    maintenance.migrate(made)
    return made


@pytest.fixture(scope="session")
async def app(settings: Settings) -> AsyncGenerator[Litestar]:
    """The application, running; its lifespan belongs to one task, which fixtures' two halves are not."""
    application = build_app(settings)
    started, ended = asyncio.Event(), asyncio.Event()

    async def live() -> None:
        async with application.lifespan():
            started.set()
            await ended.wait()

    task = asyncio.create_task(live())
    await started.wait()
    yield application
    ended.set()
    await task


@pytest.fixture(scope="session")
async def platform(app: Litestar, settings: Settings) -> Platform:
    """The application's platform, with the worker's resources."""
    composed: Platform = app.state["platform"]
    composed.resources.update(worker.resources(settings))
    return composed


@pytest.fixture(scope="session")
def objects(platform: Platform) -> ObjectStore:
    """The object store."""
    return platform.objects


@pytest.fixture(scope="session")
async def mould(platform: Platform) -> Mould:
    """What tests' organizations are cast from."""
    return await Mould.of(platform)


@pytest.fixture
async def org(mould: Mould) -> Org:
    """A fresh organization: regions A (stores A1, A2) and B (store B1), and one account for each standard role."""
    return await mould.cast(next(_numbers))


@pytest.fixture
async def anonymous(app: Litestar) -> AsyncGenerator[Client]:
    """A client that is not logged in."""
    async with open_client(app) as client:
        yield client


@asynccontextmanager
async def open_client(app: Litestar, address: str = "127.0.0.1") -> AsyncGenerator[Client]:
    """Give a client of the application in this process, which sees it come from `address`."""
    # httpx and Litestar type the same ASGI differently.
    transport = httpx.ASGITransport(cast("Any", app), raise_app_exceptions=False, client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as http:
        yield Client(http)


@pytest.fixture
async def client(app: Litestar, org: Org) -> AsyncGenerator[Callable[[str], Awaitable[Client]]]:
    """`await client("manager")`: a client logged in as the organization's account of that role."""
    opened: list[tuple[AbstractAsyncContextManager[Client], Client]] = []

    async def log_in(role: str) -> Client:
        manager = open_client(app)
        made = await manager.__aenter__()
        opened.append((manager, made))
        await made.log_in(org.username(role), org.password, org.code)
        return made

    yield log_in
    for manager, _ in opened:
        await manager.__aexit__(None, None, None)


@pytest.fixture
def app_tx(platform: Platform) -> Callable[[Org], AbstractAsyncContextManager[Tx]]:
    """`async with app_tx(org) as tx`: a committed transaction of the system in an organization, for arranging."""
    return lambda org: platform.transaction(org.system)


@pytest.fixture
def run_jobs(platform: Platform) -> JobRunner:
    """`await run_jobs()`: run all due jobs with the real handlers until the queue is empty."""
    return JobRunner(platform)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real photos and demand; tests that need it are skipped without it."""
    default = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
    folder = Path(os.environ.get("STOREWALK_SHARED", default))
    if not folder.is_dir():
        pytest.skip(f"no real data at {folder} (set STOREWALK_SHARED)")
    return folder
