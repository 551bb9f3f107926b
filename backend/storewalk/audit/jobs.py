"""Sealing behind the commits, and pruning what is past its time."""

from datetime import timedelta
from typing import Final

from storewalk.audit import chain
from storewalk.core.jobs import Job, JobContext, JobHandler, Schedule
from storewalk.core.receipts import PRUNE

RECEIPT_LIFE: Final = timedelta(days=90)


class SealAudit(Job, label="audit.seal"):
    """Add new audit entries to an organization's chain."""


class PruneReceipts(Job, label="audit.prune_receipts"):
    """Forget command receipts older than 90 days."""


async def seal(ctx: JobContext, job: SealAudit) -> None:
    """Seal until nothing is left. Safe to run twice: a sealed entry is not sealed again, and sealers take turns."""
    del job
    sealed = chain.BATCH
    while sealed == chain.BATCH:
        async with ctx.tx() as tx:
            sealed = await chain.seal(tx)


async def prune(ctx: JobContext, job: PruneReceipts) -> None:
    """Delete old receipts. Safe to run twice: it deletes by age."""
    del job
    async with ctx.tx() as tx:
        await tx.raw.execute(PRUNE, tx.org_id, tx.now - RECEIPT_LIFE)


JOBS: Final = (JobHandler(SealAudit, seal), JobHandler(PruneReceipts, prune))
SCHEDULES: Final = (
    Schedule("audit.seal", "* * * * * */10", SealAudit()),
    Schedule("audit.prune_receipts", "20 3 * * *", PruneReceipts()),
)
