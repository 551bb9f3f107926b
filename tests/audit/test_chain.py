"""The audit log is sealed behind the commits, and a change to it is found."""

import asyncpg

from storewalk.audit.jobs import SealAudit
from storewalk.core.settings import Settings
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org


async def seal(app_tx: AppTx, org: Org, run_jobs: JobRunner) -> None:
    async with app_tx(org) as tx:
        await tx.enqueue(SealAudit())
    await run_jobs()


async def test_every_entry_is_sealed_once_and_the_chain_holds(
    client: LogIn, org: Org, app_tx: AppTx, run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    await seal(app_tx, org, run_jobs)
    await seal(app_tx, org, run_jobs)
    entries = (await admin.get("/api/audit", limit=100)).json()["items"]
    assert all(e["sealed"] for e in entries)
    assert (await admin.get("/api/audit/verification")).json() == {"checked": len(entries), "brokenAt": None}


async def test_an_entry_edited_by_the_owner_of_the_database_breaks_the_chain_there(
    client: LogIn, org: Org, app_tx: AppTx, run_jobs: JobRunner, settings: Settings
) -> None:
    admin = await client("admin")
    await seal(app_tx, org, run_jobs)
    owner = await asyncpg.connect(settings.owner_database_url)
    third = await owner.fetchval("SELECT entry_id FROM audit_seal WHERE org_id = $1 AND sequence = 3", org.id)
    await owner.execute("UPDATE audit_entry SET actor_name = 'nobody' WHERE org_id = $1 AND id = $2", org.id, third)
    await owner.close()
    assert (await admin.get("/api/audit/verification")).json() == {"checked": 2, "brokenAt": 3}
