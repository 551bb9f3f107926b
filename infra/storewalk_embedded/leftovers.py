"""Processes of an earlier run whose launcher and watchdog were both killed."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from storewalk_embedded.layout import DataFolder

VARIABLE = "EMBEDDED_DATA_FOLDER"
"""Every child carries this in its environment, with its data folder."""

GONE_S = 5.0
"""The kernel may take a moment to tear down a large process."""


def end_leftovers(folder: DataFolder) -> None:
    """Kill what still works on the folder and wait until it is gone, so that its ports are free again.

    Call it only while holding the folder's lock. PostgreSQL is left out: it has a way to stop in order.
    """
    give_up = time.monotonic() + GONE_S
    while (left := _others(folder)) and time.monotonic() < give_up:
        for pid in left:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.05)


def _others(folder: DataFolder) -> list[int]:
    return [pid for pid in _marked(folder.root) if _working_folder(pid) != folder.postgres]


def _marked(root: Path) -> Iterator[int]:
    mark = f"{VARIABLE}={root}".encode()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            with suppress(OSError):  # ended meanwhile, or another user's
                if mark in (entry / "environ").read_bytes().split(b"\0"):
                    yield int(entry.name)


def _working_folder(pid: int) -> Path | None:
    try:
        return Path(f"/proc/{pid}/cwd").resolve(strict=True)
    except OSError:
        return None
