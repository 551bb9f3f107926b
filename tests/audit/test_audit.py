"""What the audit log shows."""

from storewalk.core.ids import new_id
from storewalk.identity.api import register_node
from storewalk.stores.events import RegionAdded
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org


async def test_an_entry_of_many_changes_shows_its_first_200_and_how_many_there_are(
    org: Org, app_tx: AppTx, client: LogIn
) -> None:
    subject = new_id()
    async with app_tx(org) as tx:
        for number in range(60):
            await register_node(tx, id=new_id(), parent_id=org.root, name=f"{number}")
        tx.record(RegionAdded(subject_id=subject))
    (entry,) = (await (await client("finance")).get("/api/audit", subject=str(subject))).json()["items"]
    assert (len(entry["changes"]), entry["changeCount"]) == (200, 300)
