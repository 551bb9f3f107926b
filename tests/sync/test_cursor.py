"""The mark that a phone brings back."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec
import pytest

from storewalk.core.access import Actor, Grant
from storewalk.sync.cursor import Mark, decode, encode, fingerprint, since

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
ACTOR = Actor(
    org_id=UUID(int=1),
    account_id=UUID(int=2),
    name="李敏",
    grants=(Grant("/a/", ("tasks.read", "stores.read")), Grant("/b/", ("tasks.read",))),
)


def mark(actor: Actor = ACTOR, age: timedelta = timedelta()) -> Mark:
    return Mark(NOW - age, fingerprint(actor))


def test_a_mark_reaches_back_one_minute_before_it_was_given() -> None:
    assert since(mark(age=timedelta(hours=1)), ACTOR, NOW) == NOW - timedelta(hours=1, minutes=1)


@pytest.mark.parametrize("age", [timedelta(days=30, seconds=1), timedelta(minutes=-2)])
def test_a_mark_too_old_or_from_the_future_is_answered_with_everything(age: timedelta) -> None:
    assert since(mark(age=age), ACTOR, NOW) is None


def test_a_mark_of_exactly_thirty_days_is_still_good() -> None:
    assert since(mark(age=timedelta(days=30)), ACTOR, NOW) == NOW - timedelta(days=30, minutes=1)


@pytest.mark.parametrize(
    "change",
    [
        {"account_id": UUID(int=3)},
        {"org_id": UUID(int=3)},
        {"grants": ACTOR.grants[:1]},
        {"grants": (Grant("/a/", ("tasks.read",)), ACTOR.grants[1])},
        {"grants": (Grant("/c/", ACTOR.grants[0].permissions), ACTOR.grants[1])},
    ],
)
def test_another_scope_is_answered_with_everything(change: dict[str, object]) -> None:
    assert since(mark(), msgspec.structs.replace(ACTOR, **change), NOW) is None


@pytest.mark.parametrize(
    "change", [{"locale": "en"}, {"session_id": UUID(int=9)}, {"name": "李敏敏"}, {"grants": ACTOR.grants[::-1]}]
)
def test_language_device_and_the_order_of_grants_are_no_scope(change: dict[str, object]) -> None:
    assert since(mark(), msgspec.structs.replace(ACTOR, **change), NOW) is not None


def test_a_mark_survives_its_way_to_the_phone_and_back() -> None:
    assert decode(encode(mark())) == mark()


@pytest.mark.parametrize("text", [None, "", "%%%", "abc", "eyJhIjoxfQ", "é"])
def test_what_is_no_mark_is_none(text: str | None) -> None:
    assert decode(text) is None
