"""`make run`: everything on one port, until somebody stops it.

PORT=8080 DATA=.storewalk LAN=1 python -m storewalk_embedded.run
"""

import os
import ssl
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import ExitStack
from http import HTTPStatus
from pathlib import Path
from typing import NoReturn

from storewalk_embedded.api import EmbeddedError, Process, Services, Supervisor, start_services
from storewalk_embedded.environment import REPOSITORY, origin, settings
from storewalk_embedded.errors import last_lines
from storewalk_embedded.lan import Lan, qr_code, wanted_lan
from storewalk_embedded.ports import is_free
from storewalk_embedded.progress import printed
from storewalk_embedded.stopping import StopRequestedError, StopRequests

DEFAULT_PORT = 8080
PORTS_TRIED = 100
HEALTHY_S = 120.0
TICK_S = 0.25

DEMO_USERS = "admin inspector manager regional buyer finance hr clerk"
DEMO_PASSWORD = "storewalk-demo"  # noqa: S105 - printed for everybody: the demo chain only


def chosen_port(wanted: str | None) -> int:
    """The port asked for, or else the first free one from 8080 on.

    Raises EmbeddedError when the one asked for is taken or is no port.
    """
    if not wanted:
        free = (port for port in range(DEFAULT_PORT, DEFAULT_PORT + PORTS_TRIED) if is_free(port))
        port = next(free, None)
        if port is None:
            message = f"No port from {DEFAULT_PORT} on is free; choose one with PORT="
            raise EmbeddedError(message)
        return port
    if not wanted.isdigit() or not 0 < int(wanted) < 2**16:
        message = f"PORT={wanted} is no port"
        raise EmbeddedError(message)
    if not is_free(int(wanted)):
        message = f"Port {wanted} is taken; choose another with PORT="
        raise EmbeddedError(message)
    return int(wanted)


def command(name: str, services: Services, env: Mapping[str, str]) -> None:
    """Run one of Storewalk's own commands to its end. Raises EmbeddedError with its last lines if it fails."""
    process = Process(name, cli(name), services.folder.logs / f"{name}.log", services.guard, env, REPOSITORY)
    process.start()
    try:
        while process.running:
            time.sleep(0.02)
        if process.exit_code != 0:
            message = f"storewalk {name} failed"
            raise process.failure(message)
    finally:
        process.stop()


def cli(name: str) -> list[str]:
    """The command line of one of Storewalk's own commands."""
    return [sys.executable, "-m", "storewalk.cli", name]


def prepare(services: Services, env: Mapping[str, str]) -> None:
    """Bring the database to the present version; at the first start, load the demo chain."""
    folder = services.folder
    loads_demo = env["STOREWALK_DEMO"] == "1" and not folder.demo_stamp.exists()
    if loads_demo and folder.demo_begun.exists():
        with printed("Clearing a demo chain that was cut off"):
            services.postgres.renew_database()
    with printed("Migrating the database"):
        command("migrate", services, env)
    if loads_demo:
        folder.demo_begun.touch()
        with printed("Loading the demo chain (10 stores, 90 days)"):
            command("demo", services, env)
        folder.demo_stamp.touch()


def wait_healthy(port: int, api: Process, lan: Lan | None = None) -> None:
    """Wait for the API's own word that it and what it needs are well. Raises EmbeddedError if it does not come."""
    give_up = time.monotonic() + HEALTHY_S
    trust = ssl.create_default_context(cafile=lan.ca) if lan else None
    while not _is_healthy(lan.origin(port) if lan else origin(port), trust):
        if time.monotonic() > give_up:
            message = f"The API was not healthy after {HEALTHY_S:.0f} s. The end of {api.log}:\n{last_lines(api.log)}"
            raise EmbeddedError(message)
        api.wait_running(0.05)


def _is_healthy(address: str, trust: ssl.SSLContext | None) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api/health", timeout=5, context=trust) as answer:  # noqa: S310 - ours
            return answer.status == HTTPStatus.OK
    except (urllib.error.URLError, OSError):
        return False


def serve(stops: StopRequests, undo: ExitStack) -> NoReturn:
    """Start everything and watch it until a request to stop."""
    port = chosen_port(os.environ.get("PORT"))
    services = start_services(Path(os.environ.get("DATA") or REPOSITORY / ".storewalk"), progress=printed)
    undo.callback(services.stop)
    lan = wanted_lan(services.folder.lan, os.environ)
    env = settings(services, port, lan)
    prepare(services, env)
    logs = services.folder.logs
    supervisor = Supervisor(say, pid_file=services.folder.processes_file)
    undo.callback(supervisor.stop)
    supervisor.watch(services.objects)
    supervisor.watch(services.postgres)
    api = Process("api", cli("serve"), logs / "api.log", services.guard, env, REPOSITORY)
    with printed("Starting API and worker"):
        supervisor.start(api)
        supervisor.start(Process("worker", cli("work"), logs / "worker.log", services.guard, env, REPOSITORY))
        wait_healthy(port, api, lan)
    if lan is not None:
        open_lan(lan, port, services, supervisor)
    say(f"Storewalk is at {lan.origin(port) if lan else origin(port)}")
    if env["STOREWALK_DEMO"] == "1":
        say(f"Demo log-ins: {DEMO_USERS}")
        say(f"Password: {DEMO_PASSWORD}")
    watch(supervisor, stops)


def open_lan(lan: Lan, port: int, services: Services, supervisor: Supervisor) -> None:
    """Serve the page with the CA's certificate, and show phones the way to it and to Storewalk."""
    beside = next(other for other in range(port + 1, 2**16) if is_free(other))
    argv = [sys.executable, "-m", "storewalk_embedded.lan_page", str(beside), str(lan.ca), lan.origin(port)]
    supervisor.start(Process("lan-page", argv, services.folder.logs / "lan-page.log", services.guard, cwd=REPOSITORY))
    page = f"http://{lan.address}:{beside}"
    say("Everybody in this network can reach it and log in with the demo password.")
    say(f"\nOnce for each phone, trust the certificate: {page}\n{qr_code(page)}")
    say(f"\nThen open Storewalk: {lan.origin(port)}\n{qr_code(lan.origin(port))}\n")


def watch(supervisor: Supervisor, stops: StopRequests) -> NoReturn:
    """Look after the supervisor's items until StopRequestedError."""
    while True:
        time.sleep(TICK_S)
        stops.check_parent()
        supervisor.tick()


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """The exit code: 0 after an orderly stop, 1 when Storewalk could not start."""
    stops = StopRequests()
    try:
        with ExitStack() as undo:
            undo.callback(say, "Storewalk has stopped; its data is kept")
            serve(stops, undo)
    except StopRequestedError:
        return 0
    except EmbeddedError as error:
        sys.stderr.write(f"storewalk: {error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
