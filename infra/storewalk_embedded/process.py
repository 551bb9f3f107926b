"""Child processes that cannot outlive their launcher."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from storewalk_embedded import leftovers, watchdog
from storewalk_embedded.errors import EmbeddedError, last_lines
from storewalk_embedded.watchdog import StopPlan

LOG_LIMIT_BYTES = 20_000_000

GATE = 'read -r _ && exec "$@" </dev/null'
"""A child waits behind this line until the watchdog knows it; if its launcher dies first, it never runs."""

POLITE: StopPlan = ((signal.SIGTERM, 15.0),)


class Guard:
    """The watchdog process, as its launcher sees it."""

    def __init__(self, folder: Path, lock_fd: int) -> None:
        """Start the watchdog; it shares the folder's lock until the last child is gone."""
        self.mark = {leftovers.VARIABLE: str(folder)}
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", watchdog.__file__, str(folder)],  # the folder is for people who read ps
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            pass_fds=(lock_fd,),
            start_new_session=True,
            text=True,
        )

    def add(self, group: int, plan: StopPlan) -> None:
        """From now on the process group ends with the launcher."""
        self._tell(watchdog.write_entry(group, plan))

    def remove(self, group: int) -> None:
        """The process group has ended."""
        self._tell(watchdog.write_end(group))

    def close(self) -> None:
        """Let the watchdog stop what is still registered, and wait until it has."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._process.wait()

    def _tell(self, line: str) -> None:
        if self._process.stdin is None or self._process.poll() is not None:
            message = "The watchdog process was killed, so nothing would stop the others; stopping"
            raise EmbeddedError(message)
        self._process.stdin.write(line)
        self._process.stdin.flush()


@dataclass
class Process:
    """One child with a session, a log file and a way to stop of its own."""

    name: str
    argv: Sequence[str]
    log: Path
    guard: Guard
    env: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    cwd: Path | None = None
    plan: StopPlan = POLITE
    _child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the child; raises EmbeddedError if the watchdog is gone."""
        with _opened_log(self.log) as log:
            child = subprocess.Popen(
                ["/bin/sh", "-c", GATE, self.name, *self.argv],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**self.env, **self.guard.mark},
                cwd=self.cwd,
                start_new_session=True,
            )
        self._child = child
        if child.stdin is not None:
            with child.stdin as gate:
                self.guard.add(child.pid, self.plan)
                gate.write(b"go\n")

    @property
    def pid(self) -> int | None:
        """The child's process id, while there is one."""
        return self._child.pid if self._child is not None else None

    @property
    def exit_code(self) -> int | None:
        """How the child ended: None while it runs, negative for a signal."""
        return self._child.poll() if self._child is not None else None

    @property
    def running(self) -> bool:
        """Whether the child lives."""
        return self._child is not None and self._child.poll() is None

    def stop(self) -> None:
        """Stop the child and everything in its group; does nothing when it never started."""
        if self._child is None:
            return
        group = self._child.pid
        if self._group_is_running(group):
            watchdog.stop_group(group, self.plan, self._group_is_running)
        self._child.wait()
        self.guard.remove(group)
        self._child = None

    def failure(self, what: str) -> EmbeddedError:
        """An error that ends with the last lines of the child's log."""
        return EmbeddedError(f"{what} (exit code {self.exit_code}). The end of {self.log}:\n{last_lines(self.log)}")

    def wait_running(self, seconds: float) -> None:
        """Let some time pass; raises EmbeddedError if the child ends meanwhile."""
        time.sleep(seconds)
        if not self.running:
            message = f"{self.name} stopped while starting"
            raise self.failure(message)

    def _group_is_running(self, group: int) -> bool:
        return self.running or watchdog.group_is_running(group)


def _opened_log(path: Path) -> IO[bytes]:
    if path.is_file() and path.stat().st_size > LOG_LIMIT_BYTES:
        path.replace(path.with_suffix(".old.log"))
    return path.open("ab")
