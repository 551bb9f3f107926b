"""What a night's plan costs: shards of history and stock in, sheets of suggestions in PostgreSQL out.

Counted are the process that runs the job, those that it starts, PostgreSQL with all its backends, and the S3 server.
Memory is what the job's own processes have at the worst moment, each page of shared libraries counted once.
"""

import asyncio
import contextlib
import subprocess
import sys
import threading

from msgspec import Struct

from tests.bench.plan_chain import Chain, open_chain
from tests.bench.processes import cluster_cpu_s, family, family_cpu_s, memory_mib
from tests.bench.rows import Row
from tests.bench.served import Installation

SMALL, LARGE = 100, 1_000  # stores
COST_GOAL, MEMORY_GOAL, LINEARITY_GOAL = 120.0, 2.0, 1.1
LOOK_EVERY_S = 0.25
GIB = 1024.0


class Night(Struct, frozen=True):
    """CPU seconds in all, of which the job's own processes took `own`; memory in GiB."""

    cpu_s: float
    own: float
    gib: float


async def measure(installation: Installation) -> list[Row]:
    """Return the rows of the job. Raises CalledProcessError when a night fails."""
    small = await open_chain(installation, 101, SMALL)
    await asyncio.to_thread(spent, installation, small)  # kernels are compiled once and kept
    few = await asyncio.to_thread(spent, installation, small)
    large = await open_chain(installation, 102, LARGE)
    many = await asyncio.to_thread(spent, installation, large)
    return [
        Row("demand.job_cpu_s", many.cpu_s, f"CPU-s, {large.series / 1e6:.0f} M series x 180 days", COST_GOAL, "lower"),
        Row("demand.job_rss_gib", many.gib, "GiB PSS, the job's processes", MEMORY_GOAL, "lower"),
        Row(
            "demand.linearity",
            (many.cpu_s / large.series) / (few.cpu_s / small.series),
            "a series of 3 M / of 0.3 M",
            LINEARITY_GOAL,
            "lower",
        ),
    ]


def spent(installation: Installation, chain: Chain) -> Night:
    """Run a night, and return what it took."""
    services = installation.services
    objects = services.objects.pid
    assert objects is not None
    before = cluster_cpu_s(services.folder.postgres), family_cpu_s(objects)
    command = [sys.executable, "-m", "tests.bench.plan_night", str(chain.org.id)]
    process = subprocess.Popen(command, env=installation.environment, stdout=subprocess.PIPE, text=True)
    watch = Watch(process.pid)
    output, _ = process.communicate()
    gib = watch.end()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    planned, own = output.split()
    assert int(planned) == len(chain.stores)
    others = cluster_cpu_s(services.folder.postgres) - before[0], family_cpu_s(objects) - before[1]
    print(f"  {chain.series:,} series: job {float(own):.1f}, PostgreSQL {others[0]:.1f}, S3 {others[1]:.1f} CPU-s")
    return Night(float(own) + sum(others), float(own), gib)


class Watch:
    """Looks again and again at what a process and its children have in memory."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def end(self) -> float:
        """Stop looking, and return the most it was, in GiB."""
        self._ended.set()
        self._thread.join()
        return self._most / GIB

    def _look(self) -> None:
        while not self._ended.wait(LOOK_EVERY_S):
            self._most = max(self._most, sum(_memory(pid) for pid in family(self._pid)))


def _memory(pid: int) -> float:
    with contextlib.suppress(FileNotFoundError, ProcessLookupError, ValueError, IndexError):
        return memory_mib(pid)
    return 0.0  # it has ended meanwhile
