"""SIGKILL of real processes in the middle of a working day: nothing lost, nothing doubled, the queue drains."""

import pytest

from tests.factories.organization import Org
from tests.factories.processes import Installation
from tests.faults.facts import Facts, require_exactly
from tests.faults.killer import VICTIMS, Killer
from tests.faults.script import Day, live

SEED = 20261122


async def day_with_kills(running: Installation, place: Org, *, visits: int, points: int) -> Killer:
    day = Day(visits_per_store=visits)
    killer = Killer(running, seed=SEED, points=points, among=day.commands)
    await live(day, running.origin, place, killer.strike)
    await killer.finish()
    await require_exactly(Facts(running, place), day)
    return killer


async def test_a_kill_of_each_process_during_visits_loses_and_doubles_nothing(
    running: Installation, place: Org
) -> None:
    killer = await day_with_kills(running, place, visits=1, points=3)
    assert {name for name, _ in killer.killed} == set(VICTIMS)


@pytest.mark.e2e
async def test_twenty_kills_in_a_day_of_visits_lose_and_double_nothing(running: Installation, place: Org) -> None:
    killer = await day_with_kills(running, place, visits=4, points=20)
    assert len({pid for _, pid in killer.killed}) == 20
    assert {name for name, _ in killer.killed} == set(VICTIMS)
