"""A whole installation of real processes on a folder of its own, with somebody who restarts what was killed."""

import os
import signal
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, Literal

import httpx

from storewalk import maintenance
from storewalk.asgi import build_platform
from storewalk.core.messages import read_catalog
from storewalk.core.settings import load
from storewalk_embedded.api import EmbeddedError, Process, Services, start_services
from storewalk_embedded.environment import REPOSITORY, origin, settings
from storewalk_embedded.ports import free_port
from storewalk_embedded.run import cli
from storewalk_embedded.supervisor import Supervised

Name = Literal["api", "worker", "postgres", "objects"]
PATIENCE_S: Final = 120.0
LOOK_EVERY_S: Final = 0.05


class Keeper:
    """Brings back at once what has died, as a service manager does, until it is told to stop."""

    def __init__(self, items: dict[Name, Supervised]) -> None:
        self.items = items
        self.held: set[Name] = set()
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._keep, name="keeper")
        self._thread.start()

    def hold(self, name: Name) -> None:
        """Stop a process in order and leave it so until `release`."""
        with self._lock:
            self.held.add(name)
            self.items[name].stop()

    def release(self, name: Name) -> None:
        """Have a process brought back."""
        with self._lock:
            self.held.discard(name)

    def end(self) -> None:
        """Look after nothing any more."""
        self._ended.set()
        self._thread.join()

    def _keep(self) -> None:
        while not self._ended.wait(LOOK_EVERY_S):
            for name, item in self.items.items():
                with self._lock:
                    if not item.running and name not in self.held:
                        self._bring_back(item)

    def _bring_back(self, item: Supervised) -> None:
        try:
            item.stop()  # what the kill has left of its group
            item.start()
        except EmbeddedError:
            return  # killed while it started; the next look finds it dead


class Installation:
    """PostgreSQL, the S3 server, API and worker; the address people use, and the platform for looking inside."""

    def __init__(self, services: Services, port: int) -> None:
        self.services = services
        self.origin = origin(port)
        self.environment = settings(services, port) | {"STOREWALK_DEMO": "0", "STOREWALK_ALLOW_PRIVATE_PUSH": "1"}
        del self.environment["STOREWALK_PWA_DIR"]
        self.settings = load(self.environment)
        maintenance.migrate(self.settings)
        self.platform = build_platform(self.settings, catalog=read_catalog())
        self.items: dict[Name, Supervised] = {
            "postgres": services.postgres,
            "objects": services.objects,
            "api": self._process("api", "serve"),
            "worker": self._process("worker", "work"),
        }
        self.items["api"].start()
        self.items["worker"].start()
        self.keeper = Keeper(self.items)

    def kill(self, name: Name) -> int:
        """Send SIGKILL to the process that runs under `name` now, waiting for one if there is none; return its id."""
        give_up = time.monotonic() + PATIENCE_S
        while time.monotonic() < give_up:
            pid = self.items[name].pid if self.items[name].running else None
            if pid is not None:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
                    return pid
            time.sleep(LOOK_EVERY_S)
        raise TimeoutError(name)

    def wait_well(self) -> None:
        """Wait until the API says that everything it needs is well. Raises TimeoutError."""
        give_up = time.monotonic() + PATIENCE_S
        while time.monotonic() < give_up:
            try:
                if httpx.get(f"{self.origin}/api/health").is_success:
                    return
            except httpx.TransportError:
                pass
            time.sleep(LOOK_EVERY_S)
        raise TimeoutError(self.origin)

    @contextmanager
    def second_worker(self) -> Generator[None]:
        """Run another worker beside the first until the block ends."""
        worker = self._process("worker", "work")
        worker.start()
        try:
            yield
        finally:
            worker.stop()

    def stop(self) -> None:
        """Stop API and worker; the services end with their owner."""
        self.keeper.end()
        for name in ("api", "worker"):
            self.items[name].stop()

    def _process(self, name: Name, command: str) -> Process:
        log = self.services.folder.logs / f"{name}.log"
        return Process(name, cli(command), log, self.services.guard, self.environment, REPOSITORY)


@contextmanager
def installation(folder: Path) -> Generator[Installation]:
    """Run an installation on `folder`, which keeps every acknowledged commit through a kill."""
    services = start_services(folder, durable=True)
    try:
        running = Installation(services, free_port())
        try:
            running.wait_well()
            yield running
        finally:
            running.stop()
    finally:
        services.stop()
