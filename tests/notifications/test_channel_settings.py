"""How an organization sets its channels up, and what of it anybody ever sees again."""

from typing import Any

import pytest

from tests.factories.client import Client
from tests.factories.given import AppTx, LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.notifications.conftest import channels, in_wecom
from tests.notifications.receiver import SECRET, Receiver
from tests.notifications.wecom_server import AGENT, CORP, WeCom
from tests.notifications.wecom_server import SECRET as WECOM_SECRET

WECOM = {"corpId": CORP, "agentId": AGENT, "secret": WECOM_SECRET, "ifVersion": 0}
KEPT = """
SELECT string_agg(t.text, ' ') FROM (
    SELECT changes::text AS text FROM audit_entry WHERE org_id = $1
    UNION ALL SELECT payload::text FROM event WHERE org_id = $1
    UNION ALL SELECT convert_from(coalesce(body, ''), 'utf8') FROM command_receipt WHERE org_id = $1
    UNION ALL SELECT to_jsonb(channel_access)::text FROM channel_access WHERE org_id = $1) t"""


async def faulty(answer: Any) -> tuple[int, str | None]:
    problem = answer.json()
    return answer.status_code, (problem.get("errors") or [{}])[0].get("field")


async def test_an_organization_starts_with_web_push_alone(client: LogIn) -> None:
    told = (await (await client("admin")).get("/api/channels")).json()
    assert told == {
        "rules": {
            "channels": ["webpush"],
            "nextAfterMinutes": 10,
            "urgentBreaksQuiet": True,
            "quiet": None,
            "version": 0,
        },
        "accesses": [],
    }


async def test_a_secret_is_never_shown_again_and_is_nowhere_in_the_clear(
    org: Org, client: LogIn, hook: Receiver, app_tx: AppTx
) -> None:
    admin = await client("admin")
    answer = await admin.put("/api/channels/wecom", WECOM)
    [access] = answer.json()["accesses"]
    assert access == {"channel": "wecom", "corpId": CORP, "agentId": AGENT, "url": None, "version": 1}
    await admin.put("/api/channels/webhook", {"url": hook.url, "secret": SECRET, "ifVersion": 0})
    async with app_tx(org) as tx:
        [kept] = await tx.fetch(KEPT, org.id)
    assert CORP in kept[0]
    assert not any(secret in kept[0] for secret in (WECOM_SECRET, SECRET))


async def test_a_change_without_a_secret_keeps_the_one_there_is(
    org: Org, client: LogIn, wecom: WeCom, run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    await channels(admin, "wecom")
    changed = await admin.put("/api/channels/wecom", {"corpId": CORP, "agentId": AGENT, "ifVersion": 1})
    assert changed.status_code == 200
    await in_wecom(admin, org.accounts["admin"], "WangWei")
    assert (await admin.post("/api/channels/test", {"channel": "wecom"})).status_code == 200
    await run_jobs()
    assert len(wecom.shown) == 1


async def test_a_test_message_shows_what_the_receiver_answered(
    client: LogIn, hook: Receiver, run_jobs: JobRunner
) -> None:
    admin = await client("admin")
    form = {"url": hook.url, "secret": "whsec_" + "B" * 32, "ifVersion": 0}
    assert (await admin.put("/api/channels/webhook", form)).status_code == 200
    asked = await admin.post("/api/channels/test", {"channel": "webhook"})
    line = f"/api/deliveries/{asked.json()['id']}"
    assert (await admin.get(line)).json()["state"] == "queued"
    await run_jobs()
    told = (await admin.get(line)).json()
    assert (told["state"], told["statusCode"], told["error"]) == ("failed", 401, "bad signature")
    await admin.put("/api/channels/webhook", {**form, "secret": SECRET, "ifVersion": 1})
    again = await admin.post(f"{line}/resend")
    assert (again.status_code, again.json()["state"]) == (200, "queued")
    await run_jobs()
    told = (await admin.get(line)).json()
    assert (told["state"], told["statusCode"], told["title"]["zh"]) == ("delivered", 204, "测试消息")
    refused = await admin.post(f"{line}/resend")
    assert (refused.status_code, refused.json()["code"]) == (409, "wrong_state")


@pytest.mark.parametrize(
    ("path", "form", "field"),
    [
        ("wecom", {"corpId": CORP, "agentId": AGENT, "ifVersion": 0}, "secret"),
        ("webhook", {"url": "ftp://hooks.example.cn/x", "secret": SECRET, "ifVersion": 0}, "url"),
        (
            "webhook",
            {"url": "https://hooks.example.cn/x", "secret": "this is not base64 at all!", "ifVersion": 0},
            "secret",
        ),
    ],
)
async def test_what_cannot_work_is_refused_by_field(client: LogIn, path: str, form: dict[str, Any], field: str) -> None:
    assert await faulty(await (await client("admin")).put(f"/api/channels/{path}", form)) == (422, field)


async def test_a_channel_is_not_switched_on_or_tested_before_it_is_set_up(client: LogIn) -> None:
    admin = await client("admin")
    rules = {"nextAfterMinutes": 5, "urgentBreaksQuiet": True, "ifVersion": 0}
    for wanted in (["wecom"], ["webpush", "webpush"]):
        answer = await admin.put("/api/channels/rules", {**rules, "channels": wanted})
        assert await faulty(answer) == (422, "channels")
    assert await faulty(await admin.post("/api/channels/test", {"channel": "webhook"})) == (422, "channel")


async def test_two_people_change_the_rules_and_the_second_sees_the_firsts(client: LogIn) -> None:
    admin = await client("admin")
    form = {"channels": [], "nextAfterMinutes": 5, "urgentBreaksQuiet": False, "ifVersion": 0}
    assert (await admin.put("/api/channels/rules", form)).status_code == 200
    late = await admin.put("/api/channels/rules", {**form, "channels": ["webpush"]})
    assert (late.status_code, late.json()["current"]["rules"]["channels"]) == (409, [])


async def test_a_wecom_id_belongs_to_one_person_and_can_be_taken_away(org: Org, client: LogIn) -> None:
    admin: Client = await client("admin")
    await channels(admin, "wecom")
    path = f"/api/accounts/{org.accounts['manager']}"
    await in_wecom(admin, org.accounts["manager"], "LiMei")
    told = (await admin.get(f"{path}/reach")).json()
    assert (told["wecomUserId"], told["channels"]) == ("LiMei", ["wecom"])
    taken = await admin.put(f"/api/accounts/{org.accounts['clerk']}/wecom-user", {"userId": "LiMei"})
    assert await faulty(taken) == (422, "userId")
    assert (await admin.put(f"{path}/wecom-user", {"userId": None})).json()["channels"] == []
