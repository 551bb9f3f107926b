"""What a new version lets the standard roles do, organizations that are older than it may do too."""

from storewalk.identity import api as identity
from storewalk.metadata import PERMISSIONS
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org

FORGET = "UPDATE role SET permissions = array_remove(permissions, 'stock.read') WHERE org_id = $1"
HELD = "SELECT code, permissions FROM role WHERE org_id = $1"


async def test_roles_of_an_older_organization_hold_what_is_declared_now(org: Org, app_tx: AppTx, client: LogIn) -> None:
    async with app_tx(org) as tx:
        await tx.fetch(FORGET, org.id)
    assert (await (await client("manager")).get("/api/stock")).status_code == 403
    async with app_tx(org) as tx:
        assert await identity.renew_roles(tx, PERMISSIONS) > 0
    assert (await (await client("manager")).get("/api/stock")).status_code == 200
    async with app_tx(org) as tx:
        assert {row["code"]: row["permissions"] for row in await tx.fetch(HELD, org.id)} == dict(
            identity.standard_roles(PERMISSIONS)
        )
        assert await identity.renew_roles(tx, PERMISSIONS) == 0, "nothing is left to do"
