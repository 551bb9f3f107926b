"""Visits that are over, written as answering them would have left them: days ago, by whom, with which answers."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from storewalk.core.tx import Tx
from tests.analytics.past import ago
from tests.factories.client import Client
from tests.factories.given import AppTx
from tests.factories.inspections import Visit, begin
from tests.factories.organization import Org
from tests.factories.today import noon

MOVE = """
UPDATE inspection SET business_date = $3, day_from = $4, day_until = $4::timestamptz + interval '1 day', due_at = NULL,
    window_from = NULL, started_at = $5, submitted_at = $6, scored_at = $6
WHERE org_id = $1 AND id = $2"""


async def walked(client: Client, org: Org, store: str, template_id: str, outcomes: Mapping[str, str | None]) -> Visit:
    """Walk a store today and submit; a checkpoint whose outcome is None stays unanswered."""
    visit = await begin(client, org.places[store], template_id)
    given = {key: outcome for key, outcome in outcomes.items() if outcome is not None}
    for key, outcome in given.items():
        await visit.answer(key, outcome=outcome)
    await visit.submit(len(given))
    return visit


async def moved(app_tx: AppTx, org: Org, visit: Visit, days: int, *, hour: float = 0, minutes: int = 30) -> Visit:
    """Let a visit have been so many days ago, begun at noon and `hour`, and have lasted so many minutes."""
    async with app_tx(org) as tx:
        await move(tx, UUID(visit.id), days, hour=hour, minutes=minutes)
    return visit


async def move(tx: Tx, visit_id: UUID, days: int, *, hour: float, minutes: int) -> None:
    day, begun = ago(days), noon(ago(days), hour)
    await tx.fetch(MOVE, tx.org_id, visit_id, day, noon(day, -12), begun, begun + timedelta(minutes=minutes))
