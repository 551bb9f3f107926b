"""Each night, when yesterday's sales are in, the results of ordering are brought up to it."""

from storewalk.analytics.results.build import bring_on
from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.core.tx import Tx


class BringResultsOn(Job, label="analytics.bring_results_on"):
    """Read the days and orders that have changed into the facts that results are read from."""


async def bring_results_on(ctx: JobContext, job: BringResultsOn) -> None:
    """Bring the facts on. Safe to run twice: see `bring_on`."""
    del job
    await bring_on(ctx)


async def ask_for_results(tx: Tx) -> None:
    """Have the facts brought on now, as in the night."""
    await tx.enqueue(BringResultsOn(), dedupe=f"{tx.org_id}:{BringResultsOn.label}")


JOBS = (JobHandler(BringResultsOn, bring_results_on),)
SCHEDULES = (
    Schedule("analytics.bring_results_on", "0 20 * * *", BringResultsOn()),  # four at night in China
)
