"""What of the messages that wait for one person on one channel is sent, and how: each by itself, or one for all.

Pure decisions on a lane: the queued deliveries of an account on a channel, by web push of one browser.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.schemas import Words
from storewalk.notifications.models import DeliveryState, Reason
from storewalk.notifications.notice import TEST_KIND

LATE: Final = timedelta(minutes=30)
"""A message that much after its time was kept by a worker that was down: the ordinary one stays in the inbox."""

EXPIRES: Final = timedelta(hours=24)
CROWD: Final = 3
"""So many at once are still shown one by one."""

TOO_LATE: Final = (DeliveryState.EXPIRED, None)


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A queued delivery with what it is about."""

    id: UUID
    notification_id: UUID
    kind: str
    title: Words
    body: Words
    link: str
    urgent: bool
    read_at: datetime | None
    bundle: int
    held: bool
    asked_at: datetime
    due_at: datetime
    claimed_until: datetime | None
    attempts: int
    status_code: int | None

    @property
    def testing(self) -> bool:
        """Whether somebody watches for it: then neither quiet hours nor a pile of others hold it up."""
        return self.kind == TEST_KIND


class Choice(msgspec.Struct, frozen=True):
    """What to send: `lead` alone, or as a summary that also speaks for `followers`."""

    lead: Waiting
    followers: tuple[Waiting, ...] = ()


def unfit(
    waiting: Waiting, settled: Mapping[str, datetime], now: datetime
) -> tuple[DeliveryState, Reason | None] | None:
    """Return how a message ends that nobody needs to be disturbed with any more; None for one to be sent."""
    if waiting.read_at is not None:
        return DeliveryState.SUPPRESSED, Reason.READ
    done = settled.get(waiting.link)
    if done is not None and done > waiting.asked_at:
        return DeliveryState.SUPPRESSED, Reason.SETTLED
    if now - waiting.asked_at > EXPIRES:
        return TOO_LATE
    if not waiting.urgent and now - waiting.due_at > LATE:
        return DeliveryState.SUPPRESSED, Reason.STALE
    return None


def choose(own: Waiting, fit: Sequence[Waiting], now: datetime) -> Choice:
    """Choose what the job of `own` sends, of all that may go now (`own` among it).

    What is urgent (or a test) and on time goes alone, at once. Otherwise all that has piled up (held, behind a provider
    that was down, late, or more than a few at once) goes as one summary, led by the most urgent and newest.
    """
    if _alone(own, now):
        return Choice(own)
    piled = [each for each in fit if not _alone(each, now)]
    crowd = sum(each.bundle for each in piled) > CROWD or any(_delayed(each, now) for each in piled)
    if not crowd:
        return Choice(own)
    lead = max(piled, key=lambda each: (each.urgent, each.asked_at, each.id))
    return Choice(lead, tuple(each for each in piled if each is not lead))


def _alone(waiting: Waiting, now: datetime) -> bool:
    return (waiting.urgent or waiting.testing) and not _delayed(waiting, now)


def _delayed(waiting: Waiting, now: datetime) -> bool:
    return waiting.held or waiting.attempts > 0 or now - waiting.due_at > LATE
