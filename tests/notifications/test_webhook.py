"""What leaves for an organization's own receiver: signed so that it can tell ours from anybody else's."""

from uuid import UUID

import pytest

from storewalk.notifications.message import Message, Outcome, Verdict
from storewalk.notifications.secrets import signing_key
from storewalk.notifications.senders import WebhookAddress
from storewalk.notifications.webhook import SignedWebhookSender
from tests.notifications.http_server import Answer
from tests.notifications.receiver import SECRET, Receiver, receiver

MESSAGE = Message(
    id=UUID(int=8),
    notification_id=UUID(int=7),
    kind="tasks.opened",
    title="新的整改",
    body="饮料柜缺货 3 格",
    link="/tasks/7",
    urgent=True,
    badge=2,
    acknowledgement="word",
)


async def send(service: Receiver, *, secret: str = SECRET, allow_private: bool = True) -> Outcome:
    sender = SignedWebhookSender("https://walk.example.cn", allow_private=allow_private, timeout_s=0.5)
    return await sender.send(WebhookAddress(url=service.url, secret=secret, username="li.mei"), MESSAGE)


async def test_the_receiver_verifies_the_signature_and_reads_the_notice() -> None:
    async with receiver() as service:
        outcome = await send(service)
    assert outcome == Outcome(verdict=Verdict.DELIVERED, status_code=204)
    [(message_id, body)] = service.taken.items()
    assert message_id == str(UUID(int=8))
    assert body.pop("timestamp") == int(service.server.received[0].headers["webhook-timestamp"])
    assert body == {
        "type": "notice",
        "data": {
            "noticeId": str(UUID(int=7)),
            "kind": "tasks.opened",
            "username": "li.mei",
            "title": "新的整改",
            "body": "饮料柜缺货 3 格",
            "link": f"https://walk.example.cn/tasks/7?notice={UUID(int=7)}",
            "urgent": True,
        },
    }


async def test_another_secret_does_not_verify_and_the_log_says_what_the_receiver_said() -> None:
    async with receiver() as service:
        outcome = await send(service, secret="whsec_" + "B" * 32)
    assert (outcome, service.taken) == (Outcome(verdict=Verdict.REFUSED, status_code=401, error="bad signature"), {})


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (Answer(410), Verdict.GONE),
        (Answer(429, {"Retry-After": "60"}), Verdict.LATER),
        (Answer(500), Verdict.LATER),
        (Answer(302, {"Location": "http://127.0.0.1/elsewhere"}), Verdict.REFUSED),
        (Answer(hang=True), Verdict.LATER),
        (Answer(cut=True), Verdict.LATER),
    ],
)
async def test_each_answer_has_one_meaning(answer: Answer, verdict: Verdict) -> None:
    async with receiver() as service:
        service.answers = [answer]
        assert (await send(service)).verdict is verdict
        assert len(service.server.received) == 1


async def test_an_address_inside_our_network_is_not_called_outside_tests() -> None:
    async with receiver() as service:
        assert (await send(service, allow_private=False)).verdict is Verdict.REFUSED
    assert service.server.received == []


def test_a_secret_is_base64_of_sixteen_bytes_or_more_with_or_without_its_prefix() -> None:
    assert signing_key("whsec_" + "A" * 24) == signing_key("A" * 24) == bytes(18)
    for bad in ("whsec_", "AAAA", "not base64!", "密" * 24):
        with pytest.raises(ValueError, match=r"base64|bytes|ASCII"):
            signing_key(bad)
