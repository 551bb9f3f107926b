"""Processes of an earlier run whose launcher and watchdog were both killed."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from storewalk_embedded.layout import DataFolder

VARIABLE = "EMBEDDED_DATA_FOLDER"
"""Every child carries this in its environment, with its data folder."""


def end_leftovers(folder: DataFolder) -> None:
    """Kill what still works on the folder. Call it only while holding the folder's lock.

    PostgreSQL is left out: it is stopped in order when its cluster is next opened.
    """
    for pid in _marked(folder.root):
        with suppress(ProcessLookupError, PermissionError):
            if _working_folder(pid) != folder.postgres:
                os.kill(pid, signal.SIGKILL)


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
