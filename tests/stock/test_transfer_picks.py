"""Whoever ships is told which lots to take and where they lie: the very ones that the book will let go."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.organization import Org
from tests.factories.stock import add_product, ago, line, receive
from tests.factories.transfers import Crew, crew_of


@pytest.fixture
async def crew(org: Org, app_tx: AppTx, client: LogIn) -> Crew:
    return await crew_of(org, app_tx, client)


@pytest.fixture
async def milk(buyer: Client, org: Org) -> str:
    """A product of which A1 has three that ended, five that end first in the back room, and ten that end last."""
    product = await add_product(buyer, "M1")
    ended = (datetime.now(UTC) - timedelta(days=3)).date().isoformat()
    lots = (
        ("10", "shelf", "LATE", "2099-12-31"),
        ("5", "back_room", "SOON", "2099-06-30"),
        ("3", "shelf", "OLD", ended),
    )
    lines = [line(product, amount, 1000, place, code=code, expiresOn=day) for amount, place, code, day in lots]
    await receive(buyer, org.places["A1"], *lines, receivedAt=ago(days=5))
    return product


async def picks(who: Client, transfer: dict[str, str]) -> list[tuple[str, str | None, str]]:
    found = await who.get(f"/api/stock/transfers/{transfer['id']}/picks")
    assert found.status_code == 200, found.text
    return [(each["quantity"], each["lotCode"], each["place"]) for each in found.json()]


async def test_what_ends_first_is_taken_first_wherever_it_lies_and_the_shipment_takes_just_that(
    crew: Crew, milk: str
) -> None:
    approved = await crew.approve(await crew.request((milk, "8")))
    told = await picks(crew.sender, approved)
    assert told == [("5", "SOON", "back_room"), ("3", "LATE", "shelf")]
    [sent] = (await crew.ship(approved))["lines"]
    assert [(part["shipped"], part["lotCode"]) for part in sent["parts"]] == [pick[:2] for pick in told]
    assert await picks(crew.sender, approved) == []


async def test_before_it_is_approved_there_is_nothing_to_take_and_the_receiver_is_told_nothing(
    crew: Crew, milk: str
) -> None:
    asked = await crew.request((milk, "2"))
    assert await picks(crew.sender, asked) == []
    approved = await crew.approve(asked)
    assert (await crew.receiver.get(f"/api/stock/transfers/{approved['id']}/picks")).status_code == 404


async def test_of_what_is_being_counted_whoever_counts_learns_nothing(crew: Crew, milk: str) -> None:
    approved = await crew.approve(await crew.request((milk, "8")))
    form = {"storeId": str(crew.org.places["A1"]), "kind": "spot", "title": "抽盘", "productIds": [milk]}
    assert (await crew.sender.post("/api/counts", form)).status_code == 201
    assert await picks(crew.sender, approved) == []
