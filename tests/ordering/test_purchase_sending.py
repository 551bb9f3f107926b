"""An order reaches its supplier by a real mail server or a real receiver, once as far as anybody can tell."""

import re
from collections.abc import AsyncGenerator
from datetime import timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from storewalk.core.jobs import JobContext
from storewalk.core.platform import Platform
from storewalk.ordering.purchase_jobs import deliver_purchase
from storewalk.ordering.purchase_work import ATTEMPTS, DeliverPurchase
from tests.factories.client import Client
from tests.factories.jobs import JobRunner
from tests.factories.mailbox import Mailbox, files_of, mailbox, text_of
from tests.notifications.http_server import Answer
from tests.notifications.receiver import SECRET, Receiver, receiver
from tests.ordering.purchases import PURCHASES, Door, Purchasing, path_of
from tests.reactions.test_count_steps import inbox

HELD = """
SELECT count(*) FROM pgqueuer
WHERE entrypoint = 'ordering.deliver_purchase' AND status = 'failed' AND headers->>'org' = $1::uuid::text"""
RETRIES = timedelta(seconds=2)
MAIL = {"way": "mail", "address": "order@dairy.example"}


@pytest.fixture
async def box(platform: Platform) -> AsyncGenerator[Mailbox]:
    async with mailbox(platform) as running:
        yield running


@pytest.fixture
async def system() -> AsyncGenerator[Receiver]:
    """The supplier's own system."""
    async with receiver() as running:
        yield running


async def mailed(purchasing: Purchasing, **way: Any) -> dict[str, Any]:
    """Have what A1 ordered go by mail."""
    await purchasing.way(**{**MAIL, **way})
    await purchasing.order("A1", milk=24)
    return await purchasing.send()


async def again(purchasing: Purchasing, sent: dict[str, Any]) -> dict[str, Any]:
    version = (await purchasing.read(sent))["version"]
    answer = await purchasing.buyer.post(f"{PURCHASES}/{sent['id']}/sendings", {"ifVersion": version})
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_mail_that_comes_through_at_the_second_try_carries_the_files_and_a_link_that_confirms(
    purchasing: Purchasing, box: Mailbox, run_jobs: JobRunner, platform: Platform, *, anonymous: Client
) -> None:
    sent = await mailed(purchasing)
    assert (sent["state"], sent["address"], box.taken) == ("waiting", "order@dairy.example", [])
    box.answers.append("451 later")
    await run_jobs(RETRIES)
    ctx = JobContext(platform, purchasing.first.ordering.shop.org.id)
    await deliver_purchase(ctx, DeliverPurchase(purchase_id=sent["id"], round=1))  # as a worker that took it over
    [mail] = box.taken
    assert (mail["To"], mail["Message-ID"]) == ("order@dairy.example", f"<purchase.{sent['id']}.1@chain.example>")
    assert mail["Subject"].startswith(f"采购订单 {sent['number']}")
    files = files_of(mail)
    assert {*files} == {f"{sent['number']}.xlsx", f"{sent['number']}.pdf"}
    assert openpyxl.load_workbook(BytesIO(files[f"{sent['number']}.xlsx"])).worksheets
    read = await purchasing.read(sent)
    assert (read["state"], read["tries"], read["fault"]) == ("sent", 2, "")
    [link] = re.findall(r"https?://\S+", text_of(mail))
    door = Door(anonymous, path_of(link))
    assert (await door.press("all")).status_code == 303
    assert (await purchasing.state("A1"), (await purchasing.read(sent))["state"]) == ("accepted", "confirmed")


async def test_a_mailbox_that_is_not_there_fails_at_once_is_told_and_another_address_gets_it(
    purchasing: Purchasing, box: Mailbox, run_jobs: JobRunner
) -> None:
    sent = await mailed(purchasing)
    box.answers.append("550 5.1.1 no such mailbox")
    await run_jobs()
    read = await purchasing.read(sent)
    assert (read["state"], read["tries"], read["fault"]) == ("failed", 1, "550 5.1.1 no such mailbox")
    await run_jobs()
    told = [entry for entry in await inbox(purchasing.buyer) if sent["number"] in entry[0]]
    assert [(entry[0], "no such mailbox" in entry[1]) for entry in told] == [
        (f"采购单 {sent['number']} 没有发出去", True)
    ]
    await purchasing.way(way="mail", address="other@dairy.example")
    assert (await again(purchasing, sent))["state"] == "waiting"
    await run_jobs()
    assert [mail["To"] for mail in box.taken] == ["other@dairy.example"]
    assert (await purchasing.read(sent))["state"] == "sent"


async def test_a_server_that_is_away_for_long_leaves_a_job_where_people_see_it_and_a_retry_of_that_sends(
    purchasing: Purchasing, system: Receiver, run_jobs: JobRunner, platform: Platform
) -> None:
    await purchasing.way(way="webhook", address=system.url, secret=SECRET)
    await purchasing.order("A1", milk=24)
    sent = await purchasing.send()
    await system.server.stop()
    await run_jobs(RETRIES)
    read = await purchasing.read(sent)
    assert (read["state"], read["tries"], read["fault"]) == ("failed", ATTEMPTS, "ConnectError")
    [held] = await purchasing.first.ordering.sql(HELD)
    assert held[0] == 1
    await system.server.start()
    ctx = JobContext(platform, purchasing.first.ordering.shop.org.id)
    await deliver_purchase(ctx, DeliverPurchase(purchase_id=sent["id"], round=1))
    assert ((await purchasing.read(sent))["state"], len(system.taken)) == ("sent", 1)


async def test_what_the_supplier_has_opened_is_not_sent_again_by_a_late_try(
    purchasing: Purchasing, box: Mailbox, run_jobs: JobRunner, anonymous: Client
) -> None:
    sent = await mailed(purchasing)
    await Door(anonymous, await purchasing.link(sent)).look()
    await run_jobs()
    assert ((await purchasing.read(sent))["state"], box.taken) == ("opened", [])


async def test_a_system_gets_a_signed_order_once_however_often_it_is_posted(
    purchasing: Purchasing, system: Receiver, run_jobs: JobRunner
) -> None:
    system.answers.append(Answer(cut=True))
    await purchasing.way(way="webhook", address=system.url, secret=SECRET)
    await purchasing.order("A1", milk=24)
    await purchasing.order("A2", milk=12)
    sent = await purchasing.send()
    await run_jobs(RETRIES)
    [(message_id, body)] = system.taken.items()
    assert (message_id, body["type"]) == (f"purchase.{sent['id']}.1", "purchase_order")
    data = body["data"]
    assert (data["number"], data["supplierCode"], data["totalCents"]) == (sent["number"], "FRESH", 10_800)
    [line] = data["lines"]
    assert (line["productCode"], line["packs"], line["quantity"]) == ("P0", "3", "36")
    assert {each["storeCode"]: each["quantity"] for each in line["stores"]} == {"A1": "24", "A2": "12"}
    assert path_of(data["link"]) == await purchasing.link(sent)
    read = await purchasing.read(sent)
    assert (read["state"], read["tries"], len(system.server.received)) == ("sent", 2, 2)


async def test_of_two_who_send_again_at_the_same_version_one_does(
    purchasing: Purchasing, system: Receiver, run_jobs: JobRunner
) -> None:
    await purchasing.way(way="webhook", address=system.url, secret=SECRET)
    await purchasing.order("A1", milk=24)
    sent = await purchasing.send()
    await run_jobs()
    version = (await purchasing.read(sent))["version"]
    path, form = f"{PURCHASES}/{sent['id']}/sendings", {"ifVersion": version}
    first, second = await purchasing.buyer.post(path, form), await purchasing.buyer.post(path, form)
    assert (first.status_code, second.status_code) == (200, 409)
    assert second.json()["current"]["state"] == "waiting"
    await run_jobs()
    assert [*system.taken] == [f"purchase.{sent['id']}.{number}" for number in (1, 2)]
