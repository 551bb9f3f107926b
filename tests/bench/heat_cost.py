"""What the heat map of a year costs through the API, over the bare statement that adds up the same answers."""

import statistics
import time
from contextlib import ExitStack
from typing import Any, Final
from uuid import UUID

import asyncpg
import httpx

from storewalk.core.ids import new_id
from storewalk.inspections.api import install_standard_templates
from storewalk.stores import api as stores
from tests.bench.processes import running, wait_for
from tests.bench.rows import Row
from tests.bench.served import Installation, free_port
from tests.factories.heat import unpacked
from tests.factories.organization import Org, found_organization

STORES: Final = 1_000
VISITS: Final = 12
"""Visits of a store in the year: with the 90 questions of the checklist, over a million answers."""
QUESTIONS: Final = 90
ROUNDS: Final = 3
GOAL: Final = 3.0
VERSION: Final = """
WITH chosen AS (SELECT org_id, id FROM inspection_template WHERE org_id = $1 AND code IS NOT NULL LIMIT 1),
made AS (
    INSERT INTO inspection_template_version (org_id, id, template_id, number, name, critical_cap, formats, published_at,
                                             published_by)
    SELECT org_id, $2, id, 1000, '{"zh": "全查", "en": "All"}', 60, '{}', now(), $3 FROM chosen),
part AS (
    INSERT INTO inspection_section (org_id, id, version_id, position, title, weight, formats)
    SELECT $1, gen_random_uuid(), $2, n, jsonb_build_object('zh', '部分' || n, 'en', 'part ' || n), 1, '{}'
    FROM generate_series(0, 8) n RETURNING id, position)
INSERT INTO inspection_checkpoint (org_id, id, version_id, section_id, position, key, title, criterion, answer_type,
    required, critical, weight, photo_rule, min_photos, note_rule, live, shelf, condition_outcomes, condition_choices,
    formats)
SELECT $1, gen_random_uuid(), $2, part.id, n, 'q' || (10 * part.position + n),
       jsonb_build_object('zh', '检查项' || n, 'en', 'point ' || n), '{"zh": "标准", "en": "criterion"}', 'passfail',
       true, n = 0, 1 + n % 3, 'none', 1, 'none', false, false, '{}', '{}', '{}'
FROM part, generate_series(0, $4::int / 9 - 1) n"""
# Facts are loaded past what the commands of a year would check for days.
LOAD: Final = "SET session_replication_role = replica"
WALKED: Final = """
INSERT INTO inspection (org_id, id, store_id, template_version_id, kind, inspector_id, status, business_date, day_from,
    day_until, unannounced, started_at, submitted_at, scored_at, asked_count, score, version)
SELECT $1, gen_random_uuid(), s.id, $2, 'visit', $3, 'scored', day, day, day + 1, false, day + interval '9 hours',
       day + interval '10 hours', day + interval '10 hours', $5::int, 100 - 40 * random(), 1
FROM store s, LATERAL (SELECT current_date - 1 - 30 * n AS day FROM generate_series(0, $4::int - 1) n) AS days
WHERE s.org_id = $1"""
ANSWERED: Final = """
INSERT INTO inspection_answer (org_id, id, inspection_id, checkpoint_id, outcome, person_outcome, counts, needs_person,
    missing_product_ids, answered_by, answered_at, version, changed_at)
SELECT $1, gen_random_uuid(), v.id, c.id, o.outcome, o.outcome, true, false, '{}', $3, v.submitted_at, 1, v.submitted_at
FROM inspection v
JOIN inspection_checkpoint c ON c.org_id = v.org_id AND c.version_id = v.template_version_id
CROSS JOIN LATERAL (
    SELECT CASE WHEN abs(hashtext(v.id::text || c.key)) % 20 < 2 THEN 'fail'
                WHEN abs(hashtext(v.id::text || c.key)) % 20 = 2 THEN 'notApplicable' ELSE 'pass' END AS outcome) o
WHERE v.org_id = $1 AND v.template_version_id = $2"""
# What anybody would write at a prompt for the same figures, under the same row-level security.
BARE: Final = """
SELECT v.store_id, c.key, count(*) FILTER (WHERE a.outcome = 'pass') AS passes,
       count(*) FILTER (WHERE a.outcome = 'fail') AS fails
FROM inspection v
JOIN inspection_answer a ON a.org_id = v.org_id AND a.inspection_id = v.id
JOIN inspection_checkpoint c ON c.org_id = a.org_id AND c.id = a.checkpoint_id
WHERE v.org_id = $1 AND v.status = 'scored' AND v.kind = 'visit' AND v.business_date > current_date - 366 AND a.counts
GROUP BY v.store_id, c.key"""
SET_ORG: Final = "SELECT set_config('storewalk.org_id', $1, false)"
PATH: Final = "/api/visit-results/heat"


async def measure(installation: Installation) -> list[Row]:
    """Return the row: the median time of the map through the API, over that of the bare statement."""
    org = await walked_chain(installation, 210)
    port = free_port()
    with ExitStack() as stack:
        stack.enter_context(
            running(["-m", "storewalk.cli", "serve"], {**installation.environment, "STOREWALK_PORT": str(port)})
        )
        wait_for(f"http://127.0.0.1:{port}/api/health")
        client = stack.enter_context(httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60))
        login = {"username": "admin", "password": org.password, "organization": org.code}
        client.post("/api/session", json=login).raise_for_status()
        connection = await asyncpg.connect(installation.settings.database_url)
        await connection.execute(SET_ORG, str(org.id))
        ours, bare = list[float](), list[float]()
        rows, shown = list[asyncpg.Record](), dict[str, Any]()
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            rows = await connection.fetch(BARE, org.id)
            asked = time.perf_counter()
            bare.append(asked - begun)
            shown = client.get(PATH, params={"from": await first_day(connection)}).raise_for_status().json()
            ours.append(time.perf_counter() - asked)
        await connection.close()
    assert sum(row["passes"] for row in rows) == sum(unpacked(shown["total"])["cells"]["passes"])
    assert (len(shown["rows"]), len(shown["columns"])) == (STORES, QUESTIONS)
    answers = STORES * VISITS * QUESTIONS
    through, floor = statistics.median(ours), statistics.median(bare)
    print(f"  {answers:,} answers: {through:.2f} s through the API, {floor:.2f} s for the bare statement")
    return [Row("heatmap.vs_query", through / floor, "x the bare aggregate query", GOAL, "lower")]


async def first_day(connection: asyncpg.Connection) -> str:
    """Return the first day of the year that is asked for."""
    return str(await connection.fetchval("SELECT (current_date - 364)::text"))


async def walked_chain(installation: Installation, number: int) -> Org:
    """Found a chain of so many stores, each visited month by month for a year."""
    platform = installation.platform
    org = await found_organization(platform, number)
    async with platform.transaction(org.system) as tx:
        await install_standard_templates(tx)
        for each in range(STORES - len(("A1", "A2", "B1"))):
            form = stores.AddStore(code=f"H{each:04}", name=f"第 {each} 店", region_id=org.places["A"])
            await stores.add_store(tx, form)
    await load(installation, org, new_id())
    return org


async def load(installation: Installation, org: Org, version_id: UUID) -> None:
    """Write the checklist, the visits and their answers."""
    inspector = org.accounts["inspector"]
    connection = await asyncpg.connect(installation.services.superuser_url)
    try:
        await connection.execute(LOAD)
        await connection.execute(VERSION, org.id, version_id, inspector, QUESTIONS)
        await connection.execute(WALKED, org.id, version_id, inspector, VISITS, QUESTIONS)
        await connection.execute(ANSWERED, org.id, version_id, inspector)
        await connection.execute("VACUUM ANALYZE inspection_answer")
        await connection.execute("ANALYZE inspection")
    finally:
        await connection.close()
