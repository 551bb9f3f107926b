"""Kills at seeded points: in the middle of the k-th command, the process that the seed names."""

import asyncio
import random
from typing import Final

from tests.factories.processes import Installation, Name

VICTIMS: Final[tuple[Name, ...]] = ("api", "worker", "postgres")
LATEST_S: Final = 0.04  # about how long a command takes


class Killer:
    """`strike` is called as each command sets out; at its points a real process gets SIGKILL a little later."""

    def __init__(self, running: Installation, *, seed: int, points: int, among: int) -> None:
        """Choose `points` of the first `among` commands, with the three kinds of process in equal parts."""
        chance = random.Random(seed)  # noqa: S311 - the same points each time are the point
        victims: list[Name] = [VICTIMS[n % len(VICTIMS)] for n in range(points)]
        chance.shuffle(victims)
        self.running = running
        self.plan: dict[int, tuple[Name, float]] = {
            number: (victim, chance.uniform(0, LATEST_S))
            for number, victim in zip(sorted(chance.sample(range(among), points)), victims, strict=True)
        }
        self.killed: list[tuple[Name, int]] = []
        self._count = 0
        self._tasks: list[asyncio.Task[None]] = []

    def strike(self) -> None:
        """Count a command, and kill if this is a point."""
        found = self.plan.get(self._count)
        self._count += 1
        if found is not None:
            self._tasks.append(asyncio.create_task(self._kill(*found)))

    async def finish(self) -> None:
        """Wait for the last kill."""
        await asyncio.gather(*self._tasks)

    async def _kill(self, victim: Name, after_s: float) -> None:
        await asyncio.sleep(after_s)
        self.killed.append((victim, await asyncio.to_thread(self.running.kill, victim)))
