"""Server processes under measurement: their CPU time and memory as the kernel accounts them."""

import os
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

TICK_S = 1 / os.sysconf("SC_CLK_TCK")
PATIENCE_S = 60.0


class Measured:
    """A running process."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    @property
    def cpu_s(self) -> float:
        """User and system seconds since its start."""
        fields = _fields(Path(f"/proc/{self.process.pid}"))
        return (int(fields[11]) + int(fields[12])) * TICK_S

    @property
    def memory_mib(self) -> float:
        """Proportional set size in MiB: private pages, and its share of those it shares with others."""
        return memory_mib(self.process.pid)


def memory_mib(pid: int) -> float:
    """Return a process's proportional set size in MiB, as `Measured.memory_mib` does."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(text.partition("Pss:")[2].split()[0]) / 1024


def family(pid: int) -> set[int]:
    """Return a process and those that it and its children have started, as far as they live."""
    parents: dict[int, int] = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(process.name)] = int(_fields(process)[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def family_cpu_s(pid: int) -> float:
    """Return the CPU seconds of a process and those that it has started, ended ones included."""
    ticks = 0
    for each in family(pid):
        try:
            ticks += sum(int(field) for field in _fields(Path(f"/proc/{each}"))[11:15])
        except (FileNotFoundError, ProcessLookupError):
            continue
    return ticks * TICK_S


def cluster_cpu_s(folder: Path) -> float:
    """Return the CPU seconds of the PostgreSQL that runs on a data folder, with its backends, ended ones included."""
    postmaster = (folder / "postmaster.pid").read_text().split("\n", 1)[0]
    ticks = sum(int(each) for each in _fields(Path("/proc") / postmaster)[11:15])
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = _fields(process)
        except (FileNotFoundError, ProcessLookupError):
            continue
        if fields[1] == postmaster:
            ticks += int(fields[11]) + int(fields[12])
    return ticks * TICK_S


def _fields(process: Path) -> list[str]:
    """Return what /proc/PID/stat says behind the program's name, which may hold spaces."""
    return (process / "stat").read_text().rpartition(")")[2].split()


@contextmanager
def running(arguments: list[str], environment: Mapping[str, str]) -> Generator[Measured]:
    """Run a Python process with `arguments` until the block ends."""
    process = subprocess.Popen([sys.executable, *arguments], env={**os.environ, **environment})
    try:
        yield Measured(process)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE_S)


def wait_for(url: str) -> None:
    """Wait until `url` answers below 500. Raises TimeoutError."""
    give_up = time.monotonic() + PATIENCE_S
    while time.monotonic() < give_up:
        try:
            if httpx.get(url).status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    raise TimeoutError(url)
