"""Holiday cover, told to who is away and to who stands in."""

from datetime import date
from uuid import UUID

from storewalk.core.tx import Tx
from storewalk.inspections.api import CoverEnded, CoverSet
from storewalk.notifications.api import Notice, notify
from storewalk.reactions.words import words


def told(event: CoverSet | CoverEnded) -> list[Notice]:
    """Tell both, but not who arranged it."""
    if isinstance(event, CoverEnded):
        return [
            _notice(event, event.cover_id, "reactions.cover_over.body"),
            _notice(event, event.absent_id, "reactions.cover_back.body"),
        ]
    days = {"first": _day(event.first_day), "last": _day(event.last_day)}
    return [
        _notice(event, event.cover_id, "reactions.cover_yours.body", **days),
        _notice(event, event.absent_id, "reactions.cover_away.body", **days),
    ]


async def tell_cover(tx: Tx, event: CoverSet | CoverEnded) -> None:
    """Tell it. Safe to run twice: the core runs a subscriber once per event."""
    for notice in told(event):
        await notify(tx, notice)


def _notice(event: CoverSet | CoverEnded, who: UUID, key: str, **days: str) -> Notice:
    return Notice(
        account_ids=() if who == event.actor_id else (who,),
        kind=event.kind,
        title=words("reactions.cover.title"),
        body=words(key, visits=event.visits, **days),
        link="/visits/week",
    )


def _day(day: date) -> str:
    return f"{day.month}/{day.day}"
