"""Ninety days of the demo chain's work: goods in and out, visits, photos, tasks answered, returned, accepted, late."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Final

import numpy as np

from storewalk.core.clock import Clock
from storewalk.core.ids import new_id
from storewalk.demo import pictures
from storewalk.demo.chain import SHANGHAI, Chain
from storewalk.demo.goods import COUNTED_EVERY, DELIVERED_EVERY, Trade
from storewalk.demo.orders import Orders
from storewalk.demo.plans import set_up_plans
from storewalk.demo.promotions import Promotions
from storewalk.demo.shelf_checks import correct_shelves, photograph_shelves
from storewalk.demo.signals import Signals
from storewalk.demo.supply import found_supply
from storewalk.demo.transfers import Transfers
from storewalk.demo.troubles import talk_and_block
from storewalk.demo.visits import visit
from storewalk.demo.words_on_visits import decide, have_a_word, review

DAYS: Final = 90
EVERY_DAYS: Final = 30  # each store is visited once in so many days
LOOK_EVERY_DAYS: Final = 2  # for late tasks: what is found then is told with the jobs of the evening
LATE_DAYS: Final = 12  # of the last days, some work is left open
# A chain in fair order: shares of tasks left for another day, of answers judged and accepted.
UNANSWERED: Final = 0.25
UNANSWERED_LATE: Final = 0.7
UNJUDGED_LATE: Final = 0.5
ACCEPTED: Final = 0.85
REVIEWED_EVERY: Final = 7
UNDECIDED_DAYS: Final = 8  # disputes of the last days still wait
FRESHENED_DAYS: Final = 15  # photos take time to make: only of the last days is waste reported with one
RunJobs = Callable[[], Awaitable[None]]


async def live_through(chain: Chain, clock: Clock, run_jobs: RunJobs, look_for_late: RunJobs, suggest: RunJobs) -> None:
    """Live from ninety days ago until now; the clock is moved to each moment, and jobs run in it.

    Jobs for later wait on the real clock, so late tasks are found by `look_for_late`, and orders of the day are
    suggested by `suggest`.
    """
    today = clock.now().astimezone(SHANGHAI).date()
    rng = np.random.default_rng(20_261_122)
    trade = Trade(chain, clock, np.random.default_rng(20_261_129))
    await trade.learn()
    await found_supply(chain, trade, clock)
    promotions, signals = Promotions(chain, today), Signals(chain, today)
    transfers = Transfers(chain, trade, clock, np.random.default_rng(20_261_130))
    orders = Orders(chain, trade, clock, suggest)
    await orders.found()
    for ago in range(DAYS, 0, -1):
        day = today - timedelta(days=ago)
        _move(clock, day, 6)
        for number, store in enumerate(chain.stores):
            if ago == DAYS or (ago + number) % DELIVERED_EVERY == 0:
                if ago <= FRESHENED_DAYS:
                    await trade.freshen(store)
                await trade.deliver(store, only_fresh=ago < DAYS and orders.only_fresh(number, ago))
        _move(clock, day, 8)
        await transfers.arrive()
        await orders.arrive(day)
        await orders.place(ago)
        for number, store in enumerate(chain.stores):
            if (ago - 1 + number * 9) % EVERY_DAYS == 0:
                _move(clock, day, 9 + number % 6)
                await visit(chain, store, clock, rng, run_jobs)
        _move(clock, day, 16)
        await transfers.send(ago)
        await orders.send(day)
        _move(clock, day, 17)
        if ago % LOOK_EVERY_DAYS == 0:
            await look_for_late()
        await _end_day(chain, clock, rng, run_jobs, ago)
        _move(clock, day, 21)
        await trade.sell(day.weekday(), ago, promotions, signals)
        await promotions.plan(ago, last=ago == 1)
        await signals.tell(ago, last=ago == 1)
        for number, store in enumerate(chain.stores):
            if (ago + number * 3) % COUNTED_EVERY == 0:
                await trade.count(store)
                await run_jobs()
    clock.offset = timedelta(hours=-2)
    await transfers.arrive()
    await transfers.leave()
    await orders.arrive(today)
    clock.offset = timedelta(hours=-1)
    await trade.count(chain.stores[0], until="open", category="休闲食品")
    await trade.count(chain.stores[1], until="submitted")
    clock.offset = timedelta(minutes=-20)
    await orders.place(0)
    clock.offset = timedelta(0)
    await talk_and_block(chain, clock)
    await _plan_ahead(chain, today)
    await run_jobs()


def _move(clock: Clock, day: date, hour: int) -> None:
    clock.offset = timedelta(0)
    wanted = datetime(day.year, day.month, day.day, hour, tzinfo=SHANGHAI)
    clock.offset = wanted - clock.now()


async def _end_day(chain: Chain, clock: Clock, rng: np.random.Generator, run_jobs: RunJobs, ago: int) -> None:
    shelves = await photograph_shelves(chain, clock, ago)
    await _rectify(chain, clock, rng, run_jobs, leave=ago <= LATE_DAYS)
    if ago > UNDECIDED_DAYS:
        await decide(chain)
    if ago > 1:
        await have_a_word(chain, clock)
    if ago % REVIEWED_EVERY == 0:
        await review(chain)
    await correct_shelves(chain, shelves, ago)


async def _rectify(chain: Chain, clock: Clock, rng: np.random.Generator, run_jobs: RunJobs, *, leave: bool) -> None:
    """Let managers answer most open tasks and inspectors judge the answers; the last twelve days leave some open."""
    for store in chain.stores:
        for task in (await store.manager.ask("/api/tasks", status="open"))["items"]:
            if rng.random() < (UNANSWERED_LATE if leave else UNANSWERED):
                continue
            jpeg = pictures.shelf(int(rng.integers(2**31)), gaps=0)
            spec = await store.manager.photograph(task["storeId"], "shelf", clock.now().isoformat(), jpeg)
            form = {"note": "已补货并对齐价签。", "photos": [spec], "ifVersion": task["version"]}
            await store.manager.tell("POST", f"/api/tasks/{task['id']}/response", form)
    await run_jobs()
    for inspector in {id(s.inspector): s.inspector for s in chain.stores}.values():
        for task in (await inspector.ask("/api/tasks", status="answered"))["items"]:
            if leave and rng.random() < UNJUDGED_LATE:
                continue
            accepted = rng.random() < ACCEPTED
            form = {"accepted": accepted, "ifVersion": task["version"]}
            verdict = form if accepted else {**form, "reason": "第二层仍有空位，请补齐后再拍。"}
            await inspector.tell("POST", f"/api/tasks/{task['id']}/verification", verdict)
    await run_jobs()


async def _plan_ahead(chain: Chain, today: date) -> None:
    """Plan the visits of the next days, and add the schedules of all that follow."""
    for store, days in zip(chain.stores, (0, 0, 1, 2, 0, 1, 2, 0, 1, 2), strict=True):
        form = {
            "id": str(new_id()),
            "storeId": store.id,
            "templateId": chain.template["id"],
            "inspectorId": store.inspector.account_id,
            "plannedFor": (today + timedelta(days=days)).isoformat(),
        }
        await store.regional.tell("POST", "/api/inspection-plans", form)
    await set_up_plans(chain, today)
