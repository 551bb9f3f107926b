"""The audit log is sealed behind the commits, and a change to it is found."""

import asyncpg

from storewalk.audit import chain
from storewalk.audit.jobs import SealAudit
from storewalk.core.settings import Settings
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org

HOUR_AGO = "UPDATE audit_entry SET recorded_at = recorded_at - interval '1 hour' WHERE org_id = $1"


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


async def test_after_an_outage_longer_than_a_batch_nothing_stays_unsealed(
    client: LogIn, org: Org, app_tx: AppTx, settings: Settings
) -> None:
    admin = await client("admin")
    owner = await asyncpg.connect(settings.owner_database_url)
    await owner.execute(HOUR_AGO, org.id)
    await owner.close()
    sealed = 2
    while sealed == 2:
        async with app_tx(org) as tx:
            sealed = await chain.seal(tx, batch=2)
    entries = (await admin.get("/api/audit", limit=100)).json()["items"]
    assert len(entries) > 4
    assert [e["kind"] for e in entries if not e["sealed"]] == []
