"""Who may ask for goods of another store, for which, and who sees it."""

from typing import Any
from uuid import UUID

import pytest

from tests.factories.given import LogIn
from tests.factories.transfers import Crew, fault, take


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"lines": [{"productId": str(UUID(int=5)), "quantity": "1"}]}, "lines.0.productId"),
        ({"toStoreId": "from"}, "toStoreId"),
        ({"toStoreId": str(UUID(int=5))}, "toStoreId"),
    ],
)
async def test_a_request_that_cannot_be_is_refused_by_its_field(
    crew: Crew, cola: str, changes: dict[str, Any], field: str
) -> None:
    form = crew.form((cola, "1"), **changes)
    if form["toStoreId"] == "from":
        form["toStoreId"] = form["fromStoreId"]
    assert fault(await crew.sender.post("/api/stock/transfers", form)) == (422, field)


async def test_a_product_is_asked_for_once_and_in_a_quantity_that_can_be(crew: Crew, cola: str) -> None:
    answer = await crew.sender.post("/api/stock/transfers", crew.form((cola, "1"), (cola, "0")))
    assert [each["field"] for each in answer.json()["errors"]] == ["lines.1.productId", "lines.1.quantity"]


async def test_the_other_stores_can_be_found_by_whoever_may_ask_them(crew: Crew) -> None:
    stores = (await crew.receiver.get("/api/stock/transfers/stores")).json()
    assert [(each["code"], each["regionName"]) for each in stores] == [("A1", "A 区"), ("A2", "A 区"), ("B1", "B 区")]
    assert [each["code"] for each in (await crew.receiver.get("/api/stock/transfers/stores", q="b1")).json()] == ["B1"]


async def test_only_the_two_ends_see_a_transfer_and_each_takes_its_own_steps(
    crew: Crew, cola: str, client: LogIn
) -> None:
    sent = await crew.shipped((cola, "5"))
    path = f"/api/stock/transfers/{sent['id']}"
    assert (await take(crew.sender, sent, "receipt")).status_code == 404
    assert (await take(crew.receiver, sent, "shipment")).status_code == 404
    admin = await client("admin")
    grants = [{"role": "manager", "nodeId": str(crew.org.places["B1"])}]
    form = {"username": crew.org.username("third"), "name": "孙店长", "password": crew.org.password, "grants": grants}
    assert (await admin.post("/api/accounts", form)).status_code == 201
    stranger = await client("third")
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.get("/api/stock/transfers")).json()["items"] == []
    for name in ("receipt", "shipment", "cancellation"):
        reason = {"reason": "?"} if name == "cancellation" else {}
        assert (await take(stranger, sent, name, **reason)).status_code == 404
    assert (await stranger.post("/api/stock/transfers", crew.form((cola, "1")))).status_code == 404
    from_b = crew.form((cola, "1"), fromStoreId=str(crew.org.places["B1"]))
    asked = (await crew.receiver.post("/api/stock/transfers", from_b)).json()
    assert (await take(crew.regional, asked, "approval")).status_code == 404
