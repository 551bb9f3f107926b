"""One Storewalk for each data folder."""

import fcntl
import os
import time
from pathlib import Path
from typing import Final

from storewalk_embedded.errors import EmbeddedError

STOPPING_S: Final = 60.0
"""How long a killed run may take to stop its processes before the next one gives up."""

DYING_S: Final = 2.0
"""How long a process that was just killed may still look alive: the kernel first takes its memory down."""


class FolderLock:
    """A lock on the data folder, shared with the watchdog, so that it outlives a killed launcher.

    The kernel releases it when the last holder has closed it: when every process of the run is gone.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock. Raises EmbeddedError when another Storewalk runs on the folder."""
        self.fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            self._take(path)
        except BaseException:
            self.release()
            raise
        os.ftruncate(self.fd, 0)
        os.pwrite(self.fd, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Give up this process's hold."""
        os.close(self.fd)

    def _take(self, path: Path) -> None:
        began = time.monotonic()
        while not self._try():
            holder = os.pread(self.fd, 32, 0).decode().strip()
            if time.monotonic() - began > (DYING_S if _is_running(holder) else STOPPING_S):
                message = (
                    f"Another Storewalk (process {holder or 'unknown'}) is running on {path.parent}. "
                    "Stop it first, or choose another folder with DATA="
                )
                raise EmbeddedError(message)
            time.sleep(0.1)  # the holder was killed; its watchdog is still stopping the rest

    def _try(self) -> bool:
        try:
            fcntl.flock(self.fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _is_running(pid: str) -> bool:
    if not pid.isdigit():
        return True
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"
