"""What it costs to plan a year of daily visits: a visit of a thousand stores against one of a tenth of them.

In CPU seconds of this process and of PostgreSQL, so that what else the machine does is not told.
"""

import time
from datetime import timedelta
from typing import Final

import asyncpg

from storewalk.inspections.api import install_standard_templates
from storewalk.inspections.plans.generate import plan_ahead
from storewalk.inspections.plans.kinds import Assignee, Rhythm, VisitKind
from storewalk.inspections.plans.models import InspectionSchedule
from storewalk.stores import api as stores
from tests.bench.processes import cluster_cpu_s
from tests.bench.rows import Row
from tests.bench.served import Installation
from tests.factories.organization import found_organization

SMALL, LARGE, YEAR = 100, 1_000, 365
# A sort of a thousand stores and larger indexes cost a little more a row; anything quadratic would cost ten times more.
LINEARITY_GOAL: Final = 1.3


async def measure(installation: Installation) -> list[Row]:
    """Return the row: CPU time a visit at full size, over that of a visit at a tenth."""
    await seconds_a_visit(installation, 200, SMALL)  # statements are prepared, and pages of the database are there
    # Small before and after large, so that a machine that grows slower meanwhile does so for both.
    before = await seconds_a_visit(installation, 201, SMALL)
    many = await seconds_a_visit(installation, 202, LARGE)
    few = (before + await seconds_a_visit(installation, 203, SMALL)) / 2
    print(f"  {few * 1e6:.0f} CPU-µs a visit of {SMALL * YEAR:,}, {many * 1e6:.0f} µs a visit of {LARGE * YEAR:,}")
    return [Row("plans.linearity", many / few, "a visit of 0.37 M / of 37 k", LINEARITY_GOAL, "lower")]


async def seconds_a_visit(installation: Installation, number: int, count: int) -> float:
    """Plan a year of daily visits of so many stores, and return what each took."""
    platform = installation.platform
    org = await found_organization(platform, number)
    async with platform.transaction(org.system) as tx:
        template_id = await install_standard_templates(tx)
        for each in range(count - 3):
            form = stores.AddStore(code=f"N{each:04}", name=f"第 {each} 店", region_id=org.places["A"])
            await stores.add_store(tx, form)
    # A chain has its stores for longer than the minute after which the database has counted them.
    await execute(installation.services.superuser_url, "ANALYZE")
    async with platform.transaction(org.system) as tx:
        schedule = InspectionSchedule(
            org_id=tx.org_id,
            name="每日自查",
            template_id=template_id,
            visit_kind=VisitKind.SELF_CHECK,
            assignee=Assignee.STORE,
            region_ids=[],
            store_ids=[],
            formats=[],
            rhythm=Rhythm.DAYS,
            every=1,
            weekdays=[],
            month_days=[],
            starts_on=tx.now.date(),
            unannounced=False,
            sample_percent=0,
            ahead_days=60,
        )
        tx.session.add(schedule)
        await tx.flush()
        begun = spent_s(installation)
        made = await plan_ahead(tx, schedule, tx.now.date() + timedelta(days=YEAR - 1))
        await tx.flush()
        spent = spent_s(installation) - begun
    assert made >= (count - 1) * (YEAR - 1), made
    return spent / made


async def execute(url: str, statement: str) -> None:
    """Have the database do something as its superuser."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def spent_s(installation: Installation) -> float:
    """Return the CPU seconds of this process and of the database so far."""
    return time.process_time() + cluster_cpu_s(installation.services.folder.postgres)
