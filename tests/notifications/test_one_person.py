"""What is for one person is read by one person: no group robot is a receiver, and nobody's id means everybody."""

import pytest

from storewalk.notifications.endpoints import is_group_robot, parse_endpoint
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.notifications.conftest import Tell, channels, in_wecom
from tests.notifications.receiver import SECRET
from tests.notifications.wecom_server import WeCom

ROBOTS = (
    "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6",
    "https://QYAPI.weixin.qq.com./cgi-bin/webhook/send?key=693a91f6",
    "https://oapi.dingtalk.com/robot/send?access_token=5f0c",
    "https://open.feishu.cn/open-apis/bot/v2/hook/9d1e",
    "https://open.larksuite.com/open-apis/bot/v2/hook/9d1e",
)


@pytest.fixture
async def admin(client: LogIn) -> Client:
    return await client("admin")


async def test_a_group_robot_is_refused_as_a_receiver_and_nothing_is_kept(admin: Client) -> None:
    for url in ROBOTS:
        answer = await admin.put("/api/channels/webhook", {"url": url, "secret": SECRET, "ifVersion": 0})
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "url")
        assert "群机器人" in answer.json()["errors"][0]["message"]
    assert (await admin.get("/api/channels")).json()["accesses"] == []
    assert not is_group_robot(parse_endpoint("https://robot.example.cn/cgi-bin/webhook/x", allow_private=False))


async def test_two_people_are_written_to_one_by_one_and_nobodys_id_means_everybody(
    org: Org, admin: Client, wecom: WeCom, tell: Tell, run_jobs: JobRunner
) -> None:
    await channels(admin, "wecom")
    for everybody in ("@all", "LiMei|WangWei", "@All"):
        path = f"/api/accounts/{org.accounts['manager']}/wecom-user"
        assert (await admin.put(path, {"userId": everybody})).status_code == 400
    await in_wecom(admin, org.accounts["manager"], "LiMei")
    await in_wecom(admin, org.accounts["clerk"], "WangWei")
    await tell("manager", "clerk", "inspector")
    await run_jobs()
    assert sorted(shown["touser"] for shown in wecom.shown) == ["LiMei", "WangWei"]
    assert {"toparty", "totag", "chatid"}.isdisjoint(set().union(*wecom.shown))
