"""`python -m tests.bench [PREFIX]`: measure the rows whose names begin with the prefix."""

import asyncio
import sys
import tempfile
from pathlib import Path

from storewalk_embedded.api import start_services
from tests.bench import (
    api_cost,
    count_cost,
    demand_rate,
    goods,
    heat_cost,
    order_burst,
    order_cost,
    phone_cost,
    photo_cost,
    photo_rate,
    photo_share,
    plan_cost,
    pos_rate,
    rows,
    start_cost,
    stock_cost,
    suggestion_cost,
    tsb_rate,
    vision_cost,
    visit_cost,
    visit_plan_cost,
)
from tests.bench.served import Installation

PHOTOS = 24
# Two cores, the API beside it: a store visit brings some ten photos, and nobody waits more than ten seconds for one.
PHOTO_GOAL = 1.5
ROWS = (
    "api.",
    "start.",
    "idle.",
    "photo.",
    "count.",
    "pos.",
    "stock.",
    "suggestion.",
    "order.",
    "demand.",
    "vision.",
    "plans.",
    "inspections.",
    "heatmap.",
    "visit.",
)

ALONE = {
    "count.": count_cost,
    "plans.": visit_plan_cost,
    "heatmap.": heat_cost,
    "inspections.": visit_cost,
    "visit.": phone_cost,
}


async def main(prefix: str) -> None:
    """Start what is needed, measure, write."""
    wanted = [name for name in ROWS if name.startswith(prefix.split(".", 1)[0])]
    found = await asyncio.to_thread(vision_cost.measure) if "vision." in wanted else []
    if wanted == ["vision."]:
        rows.write([row for row in found if row.name.startswith(prefix)])
        return
    services = start_services(Path(tempfile.mkdtemp(prefix="storewalk-bench-")), durable=False)
    try:
        installation = await asyncio.to_thread(Installation, services)
        await installation.furnish()
        if "api." in wanted:
            found += await asyncio.to_thread(api_cost.measure, installation)
        if {"start.", "idle."} & set(wanted):
            found += await start_cost.measure(installation)
        if "photo." in wanted:
            found += await of_photos(installation)
        if {"pos.", "stock.", "suggestion."} & set(wanted):
            found += await of_goods(installation, wanted)
        if "order." in wanted:
            found += await order_cost.measure(installation)
            found += await order_burst.measure(installation)
        for name, measured in ALONE.items():
            if name in wanted:
                found += await measured.measure(installation)
        if "demand." in wanted:
            kernel = await asyncio.to_thread(demand_rate.measure)
            found += [kernel, await asyncio.to_thread(tsb_rate.measure, kernel)]
            found += await plan_cost.measure(installation)
        await installation.platform.close()
    finally:
        # What was measured before one failed was measured.
        rows.write([row for row in found if row.name.startswith(prefix)])
        services.stop()


async def of_photos(installation: Installation) -> list[rows.Row]:
    """Measure what becomes of photos."""
    org = installation.org
    rate = await photo_rate.measure(installation.platform, org.id, org.places["A1"], PHOTOS)
    return [
        rows.Row("photo.per_second", rate, "photos/s, one worker", PHOTO_GOAL, "higher"),
        await photo_share.measure(installation),
        await photo_cost.measure(installation),
    ]


async def of_goods(installation: Installation, wanted: list[str]) -> list[rows.Row]:
    """Measure what needs a catalogue."""
    products = await goods.furnish(installation)
    found: list[rows.Row] = []
    if "pos." in wanted:
        found += await pos_rate.measure(installation, products)
    if "stock." in wanted:
        found.append(await stock_cost.measure(installation, products))
    if "suggestion." in wanted:
        found.append(await suggestion_cost.measure(installation, products))
    return found


asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else ""))
