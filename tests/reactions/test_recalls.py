"""A recall reaches every store that has the goods: an urgent notice, and a count that tells nobody how many."""

from typing import Any

from tests.factories.catalog import found_catalogue
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive


async def test_each_store_with_the_goods_is_told_and_counts_them_once(
    org: Org, client: LogIn, run_jobs: JobRunner
) -> None:
    buyer, manager, clerk = [await client(role) for role in ("buyer", "manager", "clerk")]
    await found_catalogue(buyer)
    milk, tea = await add_product(buyer, "MILK"), await add_product(buyer, "TEA")
    for store in ("A1", "A2"):
        await receive(buyer, org.places[store], line(milk, "37", 300, code="L1"), line(tea, "2", 100))
    form = {"productId": milk, "reason": "检出异物"}
    opened = (await buyer.post("/api/stock/recalls", form)).json()
    await run_jobs()
    counts: list[dict[str, Any]] = (await buyer.get("/api/counts")).json()["items"]
    told = sorted((each["storeName"], each["kind"], each["title"].startswith("召回清点：")) for each in counts)
    assert told == [("A1 店", "spot", True), ("A2 店", "spot", True)]
    seen = (await buyer.get(f"/api/stock/recalls/{opened['id']}")).json()
    assert {row["countId"] for row in seen["stores"]} == {each["id"] for each in counts}
    for person in (manager, clerk):
        inbox = (await person.get("/api/notifications")).json()["items"]
        [notice] = [each for each in inbox if each["kind"] == "stock.goods_recalled"]
        assert (
            notice["urgent"],
            "检出异物" in notice["body"]["zh"],
            "37" in str((notice["title"], notice["body"])),
        ) == (True, True, False)
    count = next(each for each in counts if each["storeId"] == str(org.places["A1"]))
    whole = (await clerk.get(f"/api/counts/{count['id']}")).json()
    assert whole["productIds"] == [milk]
    await run_jobs()
    assert len((await buyer.get("/api/counts")).json()["items"]) == 2
