"""A browser says that it has shown a message."""

from uuid import UUID

from storewalk.core.settings import Settings
from storewalk.notifications.acknowledgement import Shown, read_word, word_for
from tests.factories.client import Client
from tests.factories.given import LogIn
from tests.factories.jobs import JobRunner
from tests.factories.organization import Org
from tests.notifications.conftest import Tell, log, subscribe
from tests.notifications.push_service import PushService

SAY = "/api/push/acknowledgements"


async def test_the_log_tells_what_was_shown_from_what_was_only_sent(
    client: LogIn, anonymous: Client, push: PushService, tell: Tell, run_jobs: JobRunner
) -> None:
    manager = await client("manager")
    browser = await subscribe(manager, push)
    await tell("manager")
    await run_jobs()
    [sent] = (await manager.get("/api/push/deliveries")).json()["items"]
    assert (sent["state"], sent["deliveredAt"]) == ("sent", None)
    word = browser.read(push.received[0])["word"]
    for _ in range(2):
        assert (await anonymous.http.post(SAY, json={"word": word})).status_code == 200
    [shown] = (await manager.get("/api/push/deliveries")).json()["items"]
    assert (shown["state"], shown["finishedAt"]) == ("delivered", sent["finishedAt"])
    assert shown["deliveredAt"] >= shown["finishedAt"]
    [device] = (await manager.get("/api/push/subscriptions")).json()["items"]
    assert (device["deviceName"], device["lastState"], device["lastAt"]) == ("手机", "delivered", sent["at"])


async def test_a_browser_that_is_quicker_than_our_own_note_is_believed(
    org: Org,
    client: LogIn,
    anonymous: Client,
    push: PushService,
    *,
    tell: Tell,
    settings: Settings,
    run_jobs: JobRunner,
) -> None:
    manager = await client("manager")
    await subscribe(manager, push)
    await tell("manager")
    [line] = (await manager.get("/api/push/deliveries")).json()["items"]
    word = word_for(settings.secret_key, org.id, UUID(line["id"]))
    assert (await anonymous.http.post(SAY, json={"word": word})).status_code == 200
    assert await log(manager) == [("webpush", "delivered", 1, None)]
    await run_jobs()
    assert push.received == []


async def test_a_word_that_is_not_ours_changes_nothing(
    client: LogIn, anonymous: Client, push: PushService, tell: Tell, run_jobs: JobRunner
) -> None:
    manager = await client("manager")
    browser = await subscribe(manager, push)
    await tell("manager")
    await run_jobs()
    word = browser.read(push.received[0])["word"]
    for wrong in (word[:-4] + "AAAA", "A" * len(word), "not a word at all!!!!"):
        assert (await anonymous.http.post(SAY, json={"word": wrong})).status_code == 200
    assert await log(manager) == [("webpush", "sent", 1, 201)]


def test_a_word_is_read_only_under_the_secret_it_was_given_under(org: Org) -> None:
    word = word_for("s" * 32, org.id, org.root)
    assert read_word("s" * 32, word) == Shown(org.id, org.root)
    assert read_word("t" * 32, word) is None
