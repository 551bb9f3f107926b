"""How an organization and its people are reached: rules, accesses, ids, quiet hours."""

from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import select

from storewalk.core.tx import AnyTx, Tx
from storewalk.identity.api import account_ref
from storewalk.notifications.models import Channel, ChannelAccess, DeliveryRule, Reach

DEFAULT_ZONE: Final = "Asia/Shanghai"
NEXT_AFTER_MINUTES: Final = 10


class Rules(msgspec.Struct, frozen=True, kw_only=True):
    """An organization's rules; what stands here is how it starts. `channels` are those switched on, in their order."""

    channels: list[Channel] = msgspec.field(default_factory=lambda: [Channel.WEBPUSH])
    next_after_minutes: int = NEXT_AFTER_MINUTES
    quiet_begins: str | None = None
    quiet_ends: str | None = None
    zone: str = DEFAULT_ZONE
    urgent_breaks_quiet: bool = True
    version: int = 0


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """How an organization uses a channel; the secret as it is kept."""

    channel: Channel
    corp_id: str | None
    agent_id: int | None
    url: str | None
    secret: str
    version: int


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to reach and how; without quiet hours of their own the organization's count."""

    username: str
    locale: str
    active: bool
    wecom_user_id: str | None
    quiet_own: bool | None
    quiet_begins: str | None
    quiet_ends: str | None
    zone: str | None
    version: int | None


async def rules(tx: AnyTx) -> Rules:
    """Return the organization's rules."""
    found = select(
        DeliveryRule.channels,
        DeliveryRule.next_after_minutes,
        DeliveryRule.quiet_begins,
        DeliveryRule.quiet_ends,
        DeliveryRule.zone,
        DeliveryRule.urgent_breaks_quiet,
        DeliveryRule.version,
    ).where(DeliveryRule.org_id == tx.org_id)
    rows = await tx.all(found, dict)
    return msgspec.convert(rows[0], Rules) if rows else Rules()


async def accesses(tx: AnyTx) -> dict[Channel, Access]:
    """Return the organization's accesses by channel."""
    found = select(
        ChannelAccess.channel,
        ChannelAccess.corp_id,
        ChannelAccess.agent_id,
        ChannelAccess.url,
        ChannelAccess.secret,
        ChannelAccess.version,
    ).where(ChannelAccess.org_id == tx.org_id)
    return {each.channel: each for each in await tx.all(found, Access)}


async def person(tx: AnyTx, account_id: UUID) -> Person | None:
    """Return how to reach an account, if it is there."""
    found = (
        select(
            account_ref.c.username,
            account_ref.c.locale,
            account_ref.c.active,
            Reach.wecom_user_id,
            Reach.quiet_own,
            Reach.quiet_begins,
            Reach.quiet_ends,
            Reach.zone,
            Reach.version,
        )
        .outerjoin(Reach, (Reach.org_id == account_ref.c.org_id) & (Reach.account_id == account_ref.c.id))
        .where(account_ref.c.org_id == tx.org_id, account_ref.c.id == account_id)
    )
    return await tx.one_or_none(found, Person)


async def holder_of(tx: AnyTx, wecom_user_id: str) -> UUID | None:
    """Return the account that has a WeCom user id."""
    found = select(Reach.account_id).where(Reach.org_id == tx.org_id, Reach.wecom_user_id == wecom_user_id)
    return next(iter(await tx.scalars(found)), None)


async def lock_reach(tx: Tx, account_id: UUID) -> Reach | None:
    """Lock what is known of reaching an account."""
    found = select(Reach).where(Reach.org_id == tx.org_id, Reach.account_id == account_id)
    return await tx.session.scalar(found.with_for_update())


async def lock_rules(tx: Tx) -> DeliveryRule | None:
    """Lock the organization's rules."""
    return await tx.session.scalar(select(DeliveryRule).where(DeliveryRule.org_id == tx.org_id).with_for_update())


async def lock_access(tx: Tx, channel: Channel) -> ChannelAccess | None:
    """Lock the organization's access to a channel."""
    found = select(ChannelAccess).where(ChannelAccess.org_id == tx.org_id, ChannelAccess.channel == channel)
    return await tx.session.scalar(found.with_for_update())
