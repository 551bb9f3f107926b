"""Builds the demo chain, once."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Final, ParamSpec, TypeVar

from litestar import Litestar

from storewalk.analytics import api as analytics
from storewalk.core.access import Permission, system_actor
from storewalk.core.batch import Batch, Workers
from storewalk.core.ids import new_id
from storewalk.core.platform import Platform
from storewalk.demo.chain import Chain, found_chain
from storewalk.demo.history import live_through
from storewalk.demo.shelf_checks import EarlierModel
from storewalk.ordering import api as ordering
from storewalk.shelves import api as shelves
from storewalk.tasks import api as tasks

FOUNDED: Final = "SELECT * FROM storewalk_log_in('admin', 'demo', '{}')"
P = ParamSpec("P")
R = TypeVar("R")


class _Here(Workers):
    """No process at all: of ten stores, starting one takes longer than its work."""

    async def run(self, work: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
        return await asyncio.to_thread(work, *arguments, **named)


class _InHere(Batch):
    async def start(self) -> Workers:
        return _Here(1)

    async def stop(self, workers: Workers) -> None:
        del workers


async def build(
    app: Litestar, platform: Platform, permissions: Sequence[Permission], run_jobs: Callable[[], Awaitable[None]]
) -> None:
    """Make the chain, its people and goods, and let it work for ninety days, unless it is there.

    Everything goes through the public commands; only the clock is moved, and jobs run as the days pass.
    """
    async with platform.session() as (_, raw):
        row = await raw.fetchrow(FOUNDED)
        if row is not None and row["org_id"] is not None:
            return
    system = system_actor(new_id())
    chain: Chain = await found_chain(app, platform, system, permissions)

    async def look_for_late() -> None:
        async with platform.transaction(system) as tx:
            await tasks.watch_late(tx)

    async def suggest() -> None:
        async with platform.transaction(system) as tx:
            await ordering.ask_for_plan(tx)
        await run_jobs()

    before, platform.resources.data[Batch] = platform.resources.data[Batch], _InHere()
    detector = platform.resources[shelves.Detector]
    platform.resources[shelves.Detector] = EarlierModel(detector, platform.clock)
    try:
        await live_through(chain, platform.clock, run_jobs, look_for_late, suggest)
        async with platform.transaction(system) as tx:
            await analytics.ask_for_results(tx)
            await shelves.watch_model(tx)
    finally:
        platform.resources.data[Batch] = before
        platform.resources[shelves.Detector] = detector
        platform.clock.offset = timedelta(0)
        await chain.close()
