"""How a supplier gets its orders: set by buyers, checked, tried on a real mail server and a real receiver."""

from collections.abc import AsyncGenerator
from typing import Any

import pytest

from storewalk.core.platform import Platform
from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.mailbox import Mailbox, mailbox, text_of
from tests.factories.organization import Org
from tests.factories.supply import add_supplier
from tests.notifications.receiver import SECRET, Receiver, receiver

MAIL = {"way": "mail", "address": "order@dairy.example", "ifVersion": 0}


@pytest.fixture
async def buyer(client: LogIn) -> Client:
    """Who buys."""
    return await client("buyer")


@pytest.fixture
async def path(buyer: Client) -> str:
    """Where the way of a supplier lies."""
    return f"/api/suppliers/{(await add_supplier(buyer))['id']}/way"


@pytest.fixture
async def box(platform: Platform) -> AsyncGenerator[Mailbox]:
    async with mailbox(platform) as running:
        yield running


@pytest.fixture
async def system() -> AsyncGenerator[Receiver]:
    """The supplier's own system."""
    async with receiver() as running:
        yield running


async def tried(buyer: Client, path: str, run_jobs: JobRunner) -> dict[str, Any]:
    """Send a test, and return how it went."""
    asked = await buyer.post(f"{path}/test")
    assert (asked.status_code, asked.json()["testedAt"], asked.json()["testFault"]) == (200, None, "")
    await run_jobs()
    return (await buyer.get(path)).json()


async def test_orders_go_as_a_file_until_something_else_is_set_and_of_two_changes_one_holds(
    buyer: Client, path: str
) -> None:
    first = (await buyer.get(path)).json()
    assert (first["way"], first["address"], first["automatic"], first["version"]) == ("file", "", False, 0)
    assert (await buyer.post(f"{path}/test")).status_code == 409
    changed = await buyer.put(path, {**MAIL, "automatic": True, "language": "en"})
    assert (changed.status_code, changed.json()["way"], changed.json()["version"]) == (200, "mail", 1)
    late = await buyer.put(path, MAIL)
    assert (late.status_code, late.json()["current"]["language"]) == (409, "en")


@pytest.mark.parametrize(
    ("form", "field", "says"),
    [
        ({"way": "file", "address": "a@b.cn"}, "address", "不需要地址"),
        ({"way": "mail", "address": ""}, "address", "order@supplier.cn"),
        ({"way": "mail", "address": "a@b.cn, c@d.cn"}, "address", "order@supplier.cn"),
        ({"way": "mail", "address": "a@b.cn\nBcc: c@d.cn"}, "address", "order@supplier.cn"),
        ({"way": "webhook", "address": "ftp://b.cn/x", "secret": SECRET}, "address", "https://"),
        ({"way": "webhook", "address": "https://b.cn/x"}, "secret", "签名密钥"),
        ({"way": "webhook", "address": "https://b.cn/x", "secret": "no base64 at all!!!!!"}, "secret", "Base64"),
    ],
)
async def test_what_cannot_serve_a_way_is_refused_by_name(
    buyer: Client, path: str, form: dict[str, Any], field: str, says: str
) -> None:
    answer = await buyer.put(path, {"ifVersion": 0, **form})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
    assert says in answer.json()["detail"]
    assert (await buyer.get(path)).json()["version"] == 0


async def test_a_test_mail_arrives_and_one_that_is_refused_or_finds_no_server_says_why(
    buyer: Client, path: str, box: Mailbox, run_jobs: JobRunner
) -> None:
    await buyer.put(path, MAIL)
    assert (await tried(buyer, path, run_jobs))["testFault"] == ""
    [mail] = box.taken
    assert (mail["To"], mail["Subject"]) == ("order@dairy.example", "走店：测试邮件")
    assert "光明乳业，您好" in text_of(mail)
    box.answers.append("550 5.1.1 no such mailbox")
    refused = await tried(buyer, path, run_jobs)
    assert refused["testFault"] == "550 5.1.1 no such mailbox"
    assert refused["testedAt"] is not None
    box.stop()
    assert "ConnectionRefusedError" in (await tried(buyer, path, run_jobs))["testFault"]
    assert len(box.taken) == 1


async def test_without_a_mail_server_a_test_says_what_is_missing(buyer: Client, path: str, run_jobs: JobRunner) -> None:
    await buyer.put(path, MAIL)
    assert "STOREWALK_SMTP_HOST" in (await tried(buyer, path, run_jobs))["testFault"]


async def test_a_test_is_posted_signed_and_the_secret_is_kept_sealed_and_never_shown(
    buyer: Client, path: str, system: Receiver, run_jobs: JobRunner, *, org: Org, app_tx: AppTx
) -> None:
    answer = await buyer.put(
        path, {"way": "webhook", "address": system.url, "secret": SECRET, "ifVersion": 0, "automatic": True}
    )
    assert (answer.status_code, SECRET in answer.text) == (200, False)
    assert (await tried(buyer, path, run_jobs))["testFault"] == ""
    [taken] = system.taken.values()
    assert (taken["type"], taken["data"]) == ("test", {"supplierCode": "S001"})
    kept = await buyer.put(path, {"way": "webhook", "address": system.url, "ifVersion": answer.json()["version"] + 2})
    assert (kept.status_code, kept.json()["automatic"]) == (200, False)
    async with app_tx(org) as tx:
        [row] = await tx.fetch("SELECT secret FROM supplier_way WHERE org_id = $1", org.id)
        entries = await tx.fetch("SELECT changes::text FROM audit_entry WHERE org_id = $1", org.id)
    assert SECRET not in row["secret"]
    assert not [entry for entry in entries if SECRET in entry[0] or row["secret"] in entry[0]]


async def test_only_buyers_change_a_way(path: str, client: LogIn) -> None:
    finance, clerk = await client("finance"), await client("clerk")
    assert (await finance.get(path)).status_code == 200
    assert (await finance.put(path, MAIL)).status_code == 403
    assert (await clerk.get(path)).status_code == 403
