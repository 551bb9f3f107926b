"""What it costs to start API and worker, and what they hold when nothing happens, the detector not loaded."""

import asyncio
import time
from contextlib import ExitStack

import asyncpg

from tests.bench.processes import running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port

IDLE_S = 8.0
LISTENING = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%ch_pgqueuer%'"


async def measure(installation: Installation) -> list[Row]:
    """Return CPU seconds until both serve, and MiB (PSS) of both after eight idle seconds."""
    port = free_port()
    environment = {**installation.environment, "STOREWALK_PORT": str(port)}
    with ExitStack() as stack:
        both = [stack.enter_context(running(["-m", "storewalk.cli", name], environment)) for name in ("serve", "work")]
        wait_for(f"http://127.0.0.1:{port}/api/health")
        watcher = await asyncpg.connect(installation.services.superuser_url)
        give_up = time.monotonic() + 60
        while not await watcher.fetchval(LISTENING) and time.monotonic() < give_up:
            await asyncio.sleep(0.05)
        await watcher.close()
        cpu = sum(process.cpu_s for process in both)
        await asyncio.sleep(IDLE_S)
        memory = sum(process.memory_mib for process in both)
    return [
        Row("start.cpu_seconds", cpu, "CPU s, API and worker", 3.0, "lower"),
        Row("idle.memory_mib", memory, "MiB PSS, API and worker", 220.0, "lower"),
    ]
