"""What screens show of how an organization and its people are reached."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from storewalk.core.errors import NotFound
from storewalk.core.tx import AnyTx
from storewalk.notifications.channel_schemas import AccessOut, ChannelsOut, OwnQuietOut, QuietOut, ReachOut, RulesOut
from storewalk.notifications.models import Channel, DeliveryState
from storewalk.notifications.queries import log, reach
from storewalk.notifications.queries.ways import ways
from storewalk.notifications.schemas import FigureOut, FiguresOut

DAYS: Final = 7
SENT: Final = (DeliveryState.SENT, DeliveryState.DELIVERED)
FAILED: Final = (DeliveryState.FAILED, DeliveryState.GONE)
KEPT_BACK: Final = (DeliveryState.SUPPRESSED, DeliveryState.EXPIRED)


async def channels(tx: AnyTx) -> ChannelsOut:
    """Return the organization's rules and accesses."""
    rules = await reach.rules(tx)
    shown = [
        AccessOut(channel=a.channel, corp_id=a.corp_id, agent_id=a.agent_id, url=a.url, version=a.version)
        for a in (await reach.accesses(tx)).values()
    ]
    return ChannelsOut(
        rules=RulesOut(
            channels=rules.channels,
            next_after_minutes=rules.next_after_minutes,
            urgent_breaks_quiet=rules.urgent_breaks_quiet,
            quiet=_quiet(rules.quiet_begins, rules.quiet_ends, rules.zone),
            version=rules.version,
        ),
        accesses=shown,
    )


async def own_quiet(tx: AnyTx) -> OwnQuietOut:
    """Return the actor's quiet hours beside the organization's."""
    rules, person = await reach.rules(tx), await reach.person(tx, tx.actor.account_id)
    own = person is not None and bool(person.quiet_own)
    return OwnQuietOut(
        own=own,
        quiet=_quiet(person.quiet_begins, person.quiet_ends, person.zone) if person is not None and own else None,
        organization=_quiet(rules.quiet_begins, rules.quiet_ends, rules.zone),
    )


async def person(tx: AnyTx, account_id: UUID) -> ReachOut:
    """Return how a person is reached. Raises NotFound."""
    found = await reach.person(tx, account_id)
    if found is None:
        raise NotFound("core.not_found")
    return ReachOut(account_id=account_id, wecom_user_id=found.wecom_user_id, channels=await usable(tx, account_id))


async def usable(tx: AnyTx, account_id: UUID) -> list[Channel]:
    """Return the channels that are switched on and reach a person, the organization's first one first."""
    return (await ways(tx, [account_id])).channels[account_id]


async def figures(tx: AnyTx) -> FiguresOut:
    """Return what became of the last seven days' messages, by channel."""
    counted = {(each.channel, each.state): each.count for each in await log.counts(tx, tx.now - timedelta(days=DAYS))}

    def total(channel: Channel, states: tuple[DeliveryState, ...]) -> int:
        return sum(counted.get((channel, state), 0) for state in states)

    return FiguresOut(
        days=DAYS,
        channels=[
            FigureOut(
                channel=channel,
                sent=total(channel, SENT),
                delivered=total(channel, (DeliveryState.DELIVERED,)),
                failed=total(channel, FAILED),
                suppressed=total(channel, KEPT_BACK),
                queued=total(channel, (DeliveryState.QUEUED,)),
            )
            for channel in Channel
        ],
    )


def _quiet(begins: str | None, ends: str | None, zone: str | None) -> QuietOut | None:
    return None if begins is None or ends is None or zone is None else QuietOut(begins=begins, ends=ends, zone=zone)
