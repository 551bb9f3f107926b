"""Ends the children of a launcher that was killed.

Run as a script by the launcher, with the read end of a pipe as its input. Each line tells of a child that
started or ended. The end of the input means that the launcher is gone, whatever killed it: what is then
still registered is stopped, the last started first. Only the standard library is imported, so that the
script starts at once (`python -I -S`) and stays small.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

POLL_S = 0.05

StopPlan = Sequence[tuple[signal.Signals, float]]
"""Signals in order, each with the seconds it may take; what then still lives is killed."""


def group_is_running(group: int) -> bool:
    """Whether a process of the group lives; one that is dead but not yet reaped does not count."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _parent, its_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(its_group) == group and state not in "ZX":
                return True
    return False


def stop_group(
    group: int, plan: StopPlan, running: Callable[[int], bool] = group_is_running, *, kill_wait_s: float = 5
) -> None:
    """Stop a process group by its plan and return when it is gone."""
    for sign, seconds in [*plan, (signal.SIGKILL, kill_wait_s)]:
        try:
            os.killpg(group, sign)
        except ProcessLookupError:
            return
        give_up = time.monotonic() + seconds
        while time.monotonic() < give_up:
            if not running(group):
                return
            time.sleep(POLL_S)


def write_entry(group: int, plan: StopPlan) -> str:
    """The line that registers a process group."""
    return " ".join([f"+{group}", *(f"{sign.name}:{seconds}" for sign, seconds in plan)]) + "\n"


def write_end(group: int) -> str:
    """The line that says a process group has ended."""
    return f"-{group}\n"


def read_entry(line: str) -> tuple[int, StopPlan]:
    """The process group and plan of a registering line."""
    group, *steps = line[1:].split()
    pairs = (step.split(":") for step in steps)
    return int(group), [(signal.Signals[name], float(seconds)) for name, seconds in pairs]


def watch() -> None:
    """Follow the launcher's lines to their end, then stop what is left."""
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)
    registered: dict[int, StopPlan] = {}
    for line in sys.stdin:
        if line.startswith("+"):
            group, plan = read_entry(line)
            registered[group] = plan
        else:
            registered.pop(int(line[1:]), None)
    for group, plan in reversed(registered.items()):
        stop_group(group, plan)


if __name__ == "__main__":
    watch()
