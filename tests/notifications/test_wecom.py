"""What leaves for WeCom, and what its answers mean."""

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from storewalk.notifications.message import Message, Outcome, Verdict
from storewalk.notifications.senders import WeComAddress, WeComApp
from storewalk.notifications.wecom import WeComApiSender, shortened
from tests.notifications.http_server import Answer
from tests.notifications.wecom_server import AGENT, CORP, SECRET, WeCom, said, wecom_server

CHAIN = UUID(int=9)
LI_MEI = WeComAddress(org_id=CHAIN, app=WeComApp(corp_id=CORP, agent_id=AGENT, secret=SECRET), user_id="LiMei")


def sender(service: WeCom, *, timeout_s: float = 5) -> WeComApiSender:
    return WeComApiSender(service.server.origin, "https://walk.example.cn", timeout_s=timeout_s)


def message(number: int = 1, *, title: str = "新的整改") -> Message:
    return Message(
        id=UUID(int=number),
        notification_id=UUID(int=number),
        kind="tasks.opened",
        title=title,
        body="饮料柜缺货 3 格",
        link="/tasks/7",
        urgent=True,
        badge=2,
        acknowledgement="word",
    )


async def test_a_message_reaches_one_person_as_a_card_that_opens_the_app_at_its_place() -> None:
    async with wecom_server() as service:
        outcome = await sender(service).send(LI_MEI, message())
    assert outcome == Outcome(verdict=Verdict.SENT, status_code=0)
    [shown] = service.shown
    assert (shown["touser"], shown["textcard"]) == (
        "LiMei",
        {
            "title": "新的整改",
            "description": "饮料柜缺货 3 格",
            "url": f"https://walk.example.cn/api/session/wecom?org={CHAIN}&next=%2Ftasks%2F7%3Fnotice%3D{UUID(int=1)}",
        },
    )


async def test_one_token_serves_many_messages_until_shortly_before_its_end() -> None:
    async with wecom_server() as service:
        one = sender(service)
        for number in range(3):
            await one.send(LI_MEI, message(number))
        assert (len(service.shown), service.tokens_given) == (3, 1)
        service.lifetime_s = 200  # less than the safety margin: not kept
        other = sender(service)
        for number in range(3, 5):
            await other.send(LI_MEI, message(number))
    assert (len(service.shown), service.tokens_given) == (5, 3)


@pytest.mark.parametrize("code", [40014, 42001])
async def test_a_token_that_ended_before_its_time_is_renewed_once_and_the_message_shown_once(code: int) -> None:
    async with wecom_server() as service:
        one = sender(service)
        await one.send(LI_MEI, message(1))
        service.forget_token()
        service.answers = [said(code, "access_token")]
        assert (await one.send(LI_MEI, message(2))).verdict is Verdict.SENT
        assert (len(service.shown), service.tokens_given) == (2, 2)
        service.answers = [said(code, "access_token")] * 2
        again = await one.send(LI_MEI, message(3))
    assert (again.verdict, service.tokens_given) == (Verdict.LATER, 3)


async def test_the_same_message_twice_is_shown_once() -> None:
    async with wecom_server() as service:
        for _ in range(2):
            assert (await sender(service).send(LI_MEI, message())).verdict is Verdict.SENT
    assert (len(service.sends), len(service.shown)) == (2, 1)


@pytest.mark.parametrize(
    ("answer", "verdict", "code"),
    [
        (said(81013, "all invalid"), Verdict.GONE, 81013),
        (said(60111, "userid not found"), Verdict.GONE, 60111),
        (said(45009, "api freq out of limit"), Verdict.LATER, 45009),
        (said(-1, "system busy"), Verdict.LATER, -1),
        (said(48002, "api forbidden"), Verdict.REFUSED, 48002),
        (said(60020, "not allow to access from your ip"), Verdict.REFUSED, 60020),
        (said(0, "ok", invaliduser="LiMei"), Verdict.REFUSED, 0),
        (Answer(502), Verdict.LATER, 502),
        (Answer(404), Verdict.REFUSED, 404),
        (Answer(200, body=b"<html>portal</html>"), Verdict.LATER, None),
        (Answer(cut=True), Verdict.LATER, None),
    ],
)
async def test_each_answer_has_one_meaning(answer: Answer, verdict: Verdict, code: int | None) -> None:
    async with wecom_server() as service:
        service.answers = [answer]
        outcome = await sender(service).send(LI_MEI, message())
    assert (outcome.verdict, outcome.status_code) == (verdict, code)
    assert service.shown == []


async def test_over_the_limit_is_tried_again_after_minutes_not_seconds() -> None:
    async with wecom_server() as service:
        service.answers = [said(45009, "api freq out of limit")]
        assert (await sender(service).send(LI_MEI, message())).retry_after == timedelta(minutes=5)


async def test_a_wrong_secret_is_told_as_wecom_tells_it_and_is_not_tried_again() -> None:
    wrong = msgspec.structs.replace(LI_MEI, app=msgspec.structs.replace(LI_MEI.app, secret="another"))
    async with wecom_server() as service:
        outcome = await sender(service).send(wrong, message())
    assert outcome == Outcome(verdict=Verdict.REFUSED, status_code=40001, error="40001 invalid credential")
    assert service.sends == []


async def test_a_wecom_that_hangs_or_is_gone_is_tried_later_and_no_text_shows_the_token() -> None:
    async with wecom_server() as service:
        one = sender(service, timeout_s=0.2)
        service.answers = [Answer(hang=True)]
        slow = await one.send(LI_MEI, message())
        await service.server.stop()
        gone = await one.send(LI_MEI, message())
    assert (slow, gone) == (
        Outcome(verdict=Verdict.LATER, error="ReadTimeout"),
        Outcome(verdict=Verdict.LATER, error="ConnectError"),
    )


def test_a_long_text_is_cut_between_characters() -> None:
    assert shortened("缺货", 128) == "缺货"
    cut = shortened("缺" * 100, 128)
    assert cut == "缺" * 41 + "…"
    assert len(cut.encode()) <= 128
