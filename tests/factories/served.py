"""An installation as it runs: API and worker processes on embedded PostgreSQL and S3, the built PWA, one port."""

import itertools
import os
import shutil
import subprocess
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from storewalk.composition import build_platform
from storewalk.core.messages import read_catalog
from storewalk.core.platform import Platform
from storewalk.core.settings import load
from storewalk_embedded import environment
from storewalk_embedded.api import Process, Services, start_services
from storewalk_embedded.ports import free_port
from storewalk_embedded.run import cli, command, wait_healthy
from tests.factories.client import Client
from tests.factories.organization import Org, found_organization

ROOT = environment.REPOSITORY
_numbers = itertools.count(1)


@dataclass
class Installation:
    """What is served, and a platform in this process to arrange data with."""

    origin: str
    pwa: Path
    """The served copy of the built PWA."""
    platform: Platform
    services: Services
    wecom_port: int
    """Where the application looks for WeCom; a test that wants one has it listen there."""

    async def found(self) -> Org:
        """Found an organization whose usernames are nobody else's."""
        number = next(_numbers)
        return await found_organization(self.platform, number, suffix=f"-{number}")

    @asynccontextmanager
    async def client(self, org: Org, role: str) -> AsyncGenerator[Client]:
        """Give a client that is logged in over HTTP as the organization's account of a role."""
        async with httpx.AsyncClient(base_url=self.origin, timeout=30) as http:
            client = Client(http)
            await client.log_in(org.username(role), org.password)
            yield client


def built_pwa() -> Path:
    """Return the folder of the built PWA, built here if nobody has."""
    dist = Path(os.environ.get("STOREWALK_PWA_DIR", ROOT / "pwa/dist"))
    if not all((dist / app / "index.html").is_file() for app in ("mobile", "console")):
        subprocess.run([ROOT / "infra/bootstrap/ensure", "node", "pwa"], check=True, cwd=ROOT)
    return dist


@contextmanager
def installation(folder: Path, furnish: Callable[[dict[str, str]], None] | None = None) -> Generator[Installation]:
    """Serve an installation that keeps its data in `folder`, until the block ends.

    `furnish` is given its environment once it is migrated, before anything runs.
    """
    pwa = shutil.copytree(built_pwa(), folder / "pwa")
    with ExitStack() as undo:
        services = start_services(folder / "data", durable=False)
        undo.callback(services.stop)
        port, wecom_port = free_port(), free_port()
        own = {"STOREWALK_DEMO": "0", "STOREWALK_ALLOW_PRIVATE_PUSH": "1", "STOREWALK_PWA_DIR": str(pwa)}
        own["STOREWALK_WECOM_ORIGIN"] = f"http://127.0.0.1:{wecom_port}"
        env = environment.settings(services, port) | own
        command("migrate", services, env)
        if furnish is not None:
            furnish(env)
        logs = services.folder.logs
        api = Process("api", cli("serve"), logs / "api.log", services.guard, env, ROOT)
        worker = Process("worker", cli("work"), logs / "worker.log", services.guard, env, ROOT)
        for process in (api, worker):
            process.start()
            undo.callback(process.stop)
        wait_healthy(port, api)
        platform = build_platform(load(env), catalog=read_catalog())
        yield Installation(environment.origin(port), pwa, platform, services, wecom_port)
