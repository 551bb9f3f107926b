"""What it costs to start API and worker, and what they hold when nothing happens, the detector not loaded."""

import asyncio
from contextlib import ExitStack

import asyncpg

from storewalk.audit.jobs import SealAudit
from tests.bench.processes import running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port

IDLE_S = 8.0
PATIENCE_S = 60.0
UNSEALED = "SELECT exists (SELECT 1 FROM pgqueuer WHERE entrypoint = 'audit.seal' AND status IN ('queued', 'picked'))"


async def measure(installation: Installation) -> list[Row]:
    """Return CPU seconds until both serve, and MiB (PSS) of both after eight idle seconds.

    The API serves when its health says so, the worker when it has done a job that waited for it.
    """
    port = free_port()
    environment = {**installation.environment, "STOREWALK_PORT": str(port)}
    async with installation.platform.transaction(installation.org.system) as tx:
        await tx.enqueue(SealAudit())
    with ExitStack() as stack:
        both = [stack.enter_context(running(["-m", "storewalk.cli", name], environment)) for name in ("serve", "work")]
        await asyncio.to_thread(wait_for, f"http://127.0.0.1:{port}/api/health")
        watcher = await asyncpg.connect(installation.services.superuser_url)
        async with asyncio.timeout(PATIENCE_S):
            while await watcher.fetchval(UNSEALED):
                await asyncio.sleep(0.02)
        await watcher.close()
        cpu = sum(process.cpu_s for process in both)
        await asyncio.sleep(IDLE_S)
        memory = sum(process.memory_mib for process in both)
    return [
        Row("start.cpu_seconds", cpu, "CPU s, API and worker", 3.0, "lower"),
        Row("idle.memory_mib", memory, "MiB PSS, API and worker", 220.0, "lower"),
    ]
