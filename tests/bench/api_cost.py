"""Server CPU a request, as a ratio to the same statements in raw asyncpg under a bare Litestar handler.

Both servers run at once and take turns, so that a change of the machine's speed meets both.
"""

from collections.abc import Callable
from contextlib import ExitStack
from uuid import uuid4

import httpx

from tests.bench.processes import Measured, running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port

ROUNDS, REQUESTS, WARM_UP = 6, 150, 60
GOALS = {"api.get_one": 2.0, "api.list_50": 1.8, "api.command": 3.0}
UNIT = "x CPU of bare Litestar + asyncpg"
Ask = Callable[[httpx.Client, int], httpx.Response]


def measure(installation: Installation) -> list[Row]:
    """Return the three rows."""
    environment = installation.environment
    ours_port, bare_port = free_port(), free_port()
    with ExitStack() as stack:
        ours = stack.enter_context(
            running(["-m", "storewalk.cli", "serve"], {**environment, "STOREWALK_PORT": str(ours_port)})
        )
        uvicorn = ["-m", "uvicorn", "tests.bench.bare:app", "--port", str(bare_port), "--no-access-log"]
        options = ["--loop", "uvloop", "--http", "httptools", "--log-level", "warning"]
        bare = stack.enter_context(running([*uvicorn, *options], environment))
        wait_for(f"http://127.0.0.1:{ours_port}/api/health")
        wait_for(f"http://127.0.0.1:{bare_port}/")
        client = stack.enter_context(httpx.Client(base_url=f"http://127.0.0.1:{ours_port}"))
        me = client.post("/api/session", json=installation.login).raise_for_status().json()
        floor = stack.enter_context(
            httpx.Client(base_url=f"http://127.0.0.1:{bare_port}", cookies=dict(client.cookies))
        )
        client.headers["X-CSRF-Token"] = me["csrf"]
        store = installation.store_id
        pairs: dict[str, tuple[Ask, Ask]] = {
            "api.get_one": (lambda c, _: c.get(f"/api/stores/{store}"), lambda c, _: c.get(f"/stores/{store}")),
            "api.list_50": (lambda c, _: c.get("/api/stores?limit=50"), lambda c, _: c.get("/stores")),
            "api.command": (lambda c, n: put(c, "/api/me/locale", n), lambda c, n: put(c, "/me/locale", n)),
        }
        return [
            Row(name, ratio((client, ours, a), (floor, bare, b)), UNIT, GOALS[name], "lower")
            for name, (a, b) in pairs.items()
        ]


def put(client: httpx.Client, path: str, number: int) -> httpx.Response:
    """Change the language, so that every command has something to write."""
    locale = "en" if number % 2 else "zh"
    return client.put(path, json={"locale": locale}, headers={"Idempotency-Key": str(uuid4())})


def ratio(
    ours: tuple[httpx.Client, Measured, Ask],
    bare: tuple[httpx.Client, Measured, Ask],
    *,
    requests: int = REQUESTS,
    warm_up: int = WARM_UP,
) -> float:
    """Return the CPU seconds of one over those of the other for the same number of requests, in turns."""
    for client, _, ask in (ours, bare):
        burst(client, ask, warm_up)
    spent = [0.0, 0.0]
    for _ in range(ROUNDS):
        for side, (client, process, ask) in enumerate((ours, bare)):
            before = process.cpu_s
            burst(client, ask, requests)
            spent[side] += process.cpu_s - before
    return spent[0] / spent[1]


def burst(client: httpx.Client, ask: Ask, count: int) -> None:
    """Send `count` requests one after the other; each must succeed."""
    for number in range(count):
        ask(client, number).raise_for_status()
