"""What an organization allows its book."""

from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org

AUDITED = """
SELECT e.payload->>'negative_allowed' AS allowed, a.changes->0->>'field' AS field, a.changes->0->>'new' AS new
FROM event e JOIN audit_entry a ON a.org_id = e.org_id AND a.event_id = e.id
WHERE e.org_id = $1 AND e.kind = 'stock.rule_set'"""


async def test_nothing_goes_below_zero_until_the_administrator_allows_it(
    client: LogIn, org: Org, app_tx: AppTx
) -> None:
    admin, buyer = await client("admin"), await client("buyer")
    assert (await buyer.get("/api/stock/rule")).json() == {"negativeAllowed": False}
    assert (await buyer.put("/api/stock/rule", {"negativeAllowed": True})).status_code == 403
    assert (await admin.put("/api/stock/rule", {"negativeAllowed": True})).json() == {"negativeAllowed": True}
    assert (await buyer.get("/api/stock/rule")).json() == {"negativeAllowed": True}
    async with app_tx(org) as tx:
        rows = await tx.fetch(AUDITED, org.id)
        assert [tuple(row) for row in rows] == [("true", "negative_allowed", "true")]
