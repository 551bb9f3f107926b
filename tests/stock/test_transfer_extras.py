"""What arrives with a transfer without being in it is kept for both ends to see, and changes no book."""

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.factories.stock import add_product, line, receive
from tests.factories.transfers import Crew, crew_of, take
from tests.reactions.test_count_steps import inbox


@pytest.fixture
async def crew(org: Org, app_tx: AppTx, client: LogIn) -> Crew:
    return await crew_of(org, app_tx, client)


@pytest.fixture
async def cola(buyer: Client, org: Org) -> str:
    """A product of which A1 has ten for 10.00."""
    product = await add_product(buyer, "C1", name={"zh": "可乐", "en": "Cola"})
    await receive(buyer, org.places["A1"], line(product, "10", 1000))
    return product


async def test_what_came_too_much_and_what_nobody_knows_is_told_and_in_no_book(crew: Crew, cola: str) -> None:
    sent = await crew.shipped((cola, "6"))
    found = [{"code": "6901", "productId": cola, "quantity": "2"}, {"code": " 4006 ", "quantity": "1"}]
    await crew.receive(sent, extras=found)
    assert await crew.book("A1", cola) == ("4", 400, "0", 0)
    assert await crew.book("A2", cola) == ("6", 600, "0", 0)
    for end in (crew.sender, crew.receiver):
        read = (await end.get(f"/api/stock/transfers/{sent['id']}")).json()
        assert (read["differing"], read["extraCount"]) == (0, 2)
        assert [(each["code"], each["productName"], each["quantity"]) for each in read["extras"]] == [
            ("6901", {"zh": "可乐", "en": "Cola"}, "2"),
            ("4006", None, "1"),
        ]
    [listed] = (await crew.regional.get("/api/stock/transfers")).json()["items"]
    assert listed["extraCount"] == 2


async def test_the_sender_hears_of_what_it_did_not_mean_to_send(crew: Crew, cola: str, run_jobs: JobRunner) -> None:
    other = [{"code": "4006", "quantity": "1"}]
    await crew.receive(await crew.shipped((cola, "6")), extras=other)
    short = await crew.shipped((cola, "2"))
    [part] = short["lines"][0]["parts"]
    lost = [{"partId": part["id"], "received": "1", "reason": "lost"}]
    await crew.receive(short, differences=lost, extras=other)
    await run_jobs()
    told = [body for _, body, link in await inbox(crew.sender) if link.startswith("/transfers/")]
    assert {"A2 店收到 1 项单上没有的货，没有入账，请双方核对。"} < set(told)
    assert "A2 店有 1 个商品少收（损失 1.00 元，退回本店账面 0.00 元），另有 1 项单上没有的货，请双方核对。" in told


@pytest.mark.parametrize(
    ("extra", "field"),
    [
        ({"quantity": "1"}, "extras.0.code"),
        ({"code": "4006", "quantity": "0"}, "extras.0.quantity"),
        ({"code": "4006", "quantity": "1", "productId": "01912345-0000-7000-8000-000000000000"}, "extras.0.productId"),
    ],
)
async def test_what_cannot_be_told_apart_is_refused_and_nothing_is_received(
    crew: Crew, cola: str, extra: dict[str, str], field: str
) -> None:
    sent = await crew.shipped((cola, "6"))
    answer = await take(crew.receiver, sent, "receipt", extras=[extra])
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
    assert await crew.book("A2", cola) == ("0", 0, "6", 600)
