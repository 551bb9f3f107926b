"""What leaves for a push service, and what its answers mean."""

from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from uuid import UUID

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey, generate_private_key

from storewalk.notifications.message import Message, Outcome, Verdict
from storewalk.notifications.outbound import retry_after
from storewalk.notifications.push import MAX_PAYLOAD_BYTES, Push, make_push, topic_of
from storewalk.notifications.senders import BrowserAddress
from storewalk.notifications.vapid import application_server_key, pem_pair
from storewalk.notifications.web_push import WebPushSender
from tests.notifications.push_service import Browser, PushService, push_service

KEY = generate_private_key(SECP256R1())
ENTRY = UUID(int=7)


def message(*, urgent: bool = False) -> Message:
    """Return a message as it goes out."""
    return Message(
        id=UUID(int=8),
        notification_id=ENTRY,
        kind="test.told",
        title="新的整改",
        body="饮料柜缺货 3 格",
        link="/tasks/7",
        urgent=urgent,
        badge=2,
        acknowledgement="word",
    )


def sender(*, allow_private: bool = True) -> WebPushSender:
    """Return the sender of an installation with a fresh key."""
    return WebPushSender(pem_pair(KEY)[0].decode(), "mailto:push@storewalk.cn", allow_private=allow_private)


def target(browser: Browser) -> BrowserAddress:
    return BrowserAddress(endpoint=browser.endpoint, p256dh=browser.p256dh, auth=browser.auth)


async def send(service: PushService, push: Push) -> tuple[Browser, Outcome]:
    browser = Browser(f"{service.origin}/send/abc")
    return browser, await sender().post(target(browser), push)


async def test_the_browser_decrypts_exactly_the_payload_and_sees_ttl_urgency_and_topic() -> None:
    async with push_service() as service:
        browser, outcome = await send(service, make_push(message(urgent=True)))
    assert outcome == Outcome(verdict=Verdict.SENT, status_code=201)
    [received] = service.received
    assert (received.method, received.path) == ("POST", "/send/abc")
    assert browser.read(received) == {
        "title": "新的整改",
        "body": "饮料柜缺货 3 格",
        "link": "/tasks/7",
        "tag": topic_of(ENTRY),
        "badge": 2,
        "notice": str(ENTRY),
        "word": "word",
    }
    wanted = {"ttl": "14400", "urgency": "high", "topic": topic_of(ENTRY), "content-encoding": "aes128gcm"}
    assert {name: received.headers[name] for name in wanted} == wanted


async def test_an_ordinary_push_lives_a_day_and_is_of_normal_urgency_also_after_an_urgent_one() -> None:
    async with push_service() as service:
        one = sender()
        browser = Browser(f"{service.origin}/x")
        await one.post(target(browser), make_push(message(urgent=True)))
        await one.post(target(browser), make_push(message()))
    assert [(r.headers["ttl"], r.headers["urgency"]) for r in service.received] == [
        ("14400", "high"),
        ("86400", "normal"),
    ]


async def test_the_vapid_token_names_the_whole_origin_and_our_contact_and_verifies_with_the_given_key() -> None:
    async with push_service() as service:
        await send(service, make_push(message()))
    scheme, token, key = service.received[0].headers["authorization"].replace(",", "").split(" ")
    assert scheme == "vapid"
    assert key == f"k={application_server_key(KEY)}"
    point = urlsafe_b64decode(key.removeprefix("k=") + "=")
    public = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
    claims = jwt.decode(token.removeprefix("t="), public, algorithms=["ES256"], audience=service.origin)
    assert claims["sub"] == "mailto:push@storewalk.cn"
    life = datetime.fromtimestamp(claims["exp"], UTC) - datetime.now(UTC)
    assert timedelta(hours=11, minutes=59) < life <= timedelta(hours=12)


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (404, Verdict.GONE),
        (410, Verdict.GONE),
        (429, Verdict.LATER),
        (408, Verdict.LATER),
        (503, Verdict.LATER),
        (400, Verdict.REFUSED),
        (403, Verdict.REFUSED),
        (413, Verdict.REFUSED),
        (302, Verdict.REFUSED),
    ],
)
async def test_each_answer_has_one_meaning(status: int, verdict: Verdict) -> None:
    async with push_service() as service:
        service.answers = [(status, {"Location": f"{service.origin}/elsewhere"})]
        _, outcome = await send(service, make_push(message()))
    assert (outcome.verdict, outcome.status_code) == (verdict, status)
    assert len(service.received) == 1


async def test_a_push_service_that_does_not_answer_is_tried_later() -> None:
    async with push_service() as service:
        browser = Browser(f"{service.origin}/x")
    outcome = await sender().post(target(browser), make_push(message()))
    assert (outcome.verdict, outcome.status_code) == (Verdict.LATER, None)


async def test_the_largest_payload_arrives_whole_and_one_byte_more_is_not_sent() -> None:
    async with push_service() as service:
        browser = Browser(f"{service.origin}/x")
        largest = b'"' + b"x" * (MAX_PAYLOAD_BYTES - 2) + b'"'
        fits = Push(payload=largest, topic="t", urgent=False, ttl=timedelta(hours=1))
        over = Push(payload=largest + b" ", topic="t", urgent=False, ttl=timedelta(hours=1))
        assert (await sender().post(target(browser), fits)).verdict is Verdict.SENT
        assert (await sender().post(target(browser), over)).verdict is Verdict.REFUSED
    [received] = service.received
    assert len(received.body) == 4096
    assert browser.read(received) == "x" * (MAX_PAYLOAD_BYTES - 2)


async def test_an_address_of_this_machine_is_not_called_outside_tests() -> None:
    async with push_service() as service:
        for endpoint in (f"https://127.0.0.1:{service.port}/x", f"https://localhost.localdomain:{service.port}/x"):
            outcome = await sender(allow_private=False).post(target(Browser(endpoint)), make_push(message()))
            assert outcome.verdict in (Verdict.REFUSED, Verdict.LATER)
    assert service.received == []


def test_retry_after_is_read_as_seconds_or_date_and_never_beyond_six_hours() -> None:
    assert retry_after("120") == timedelta(seconds=120)
    assert retry_after("999999999999") == timedelta(hours=6)
    assert retry_after(format_datetime(datetime.now(UTC) - timedelta(hours=1))) == timedelta()
    soon = retry_after(format_datetime(datetime.now(UTC) + timedelta(minutes=10)))
    assert soon is not None
    assert timedelta(minutes=9) < soon <= timedelta(minutes=10)
    assert retry_after(None) is None
    assert retry_after("soon") is None
