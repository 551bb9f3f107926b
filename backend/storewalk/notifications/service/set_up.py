"""Set an organization's channels and rules, and how its people are reached."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from storewalk.core.errors import Conflict, Invalid, NotFound
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.core.vault import Vault
from storewalk.notifications.channel_schemas import QuietForm, SetOwnQuiet, SetRules, SetWebhook, SetWeCom
from storewalk.notifications.endpoints import UnsafeEndpoint, is_group_robot, parse_endpoint
from storewalk.notifications.events import ChannelSetUp, DeliveryRulesSet, ReachChanged
from storewalk.notifications.models import Channel, ChannelAccess, DeliveryRule, Reach
from storewalk.notifications.queries import overview, reach
from storewalk.notifications.secrets import signing_key
from storewalk.notifications.service.desk import secret_place

NEED_ACCESS = (Channel.WECOM, Channel.WEBHOOK)


async def set_rules(tx: Tx, form: SetRules) -> None:
    """Set which channels are tried in which order, and when it is quiet.

    Raises:
        Invalid: a channel twice, one without its access, or an unknown time zone.
        Conflict: somebody else changed the rules meanwhile.

    """
    known = await reach.accesses(tx)
    if len(set(form.channels)) < len(form.channels):
        raise Invalid("notifications.channel_twice", field="channels")
    if any(channel in NEED_ACCESS and channel not in known for channel in form.channels):
        raise Invalid("notifications.channel_not_set_up", field="channels")
    row = await reach.lock_rules(tx)
    if (row.version if row else 0) != form.if_version:
        raise Conflict("notifications.changed_meanwhile", current=await overview.channels(tx))
    if row is None:
        row = DeliveryRule(org_id=tx.org_id)
        tx.session.add(row)
    row.channels = [channel.value for channel in form.channels]
    row.next_after_minutes = form.next_after_minutes
    row.urgent_breaks_quiet = form.urgent_breaks_quiet
    row.quiet_begins, row.quiet_ends, zone = _quiet(form.quiet)
    row.zone = zone or reach.DEFAULT_ZONE
    await tx.flush()
    tx.record(DeliveryRulesSet(subject_id=row.id, channels=list(row.channels)))


async def set_up_wecom(tx: Tx, form: SetWeCom, vault: Vault) -> None:
    """Set the WeCom app. Raises Invalid without any secret, Conflict after another change."""
    values = {"corp_id": form.corp_id, "agent_id": form.agent_id}
    await _set_up(tx, Channel.WECOM, values, form, vault)


async def set_up_webhook(tx: Tx, form: SetWebhook, vault: Vault, *, allow_private: bool) -> None:
    """Set the receiver of messages that are each for one person.

    Raises Invalid for an unsafe address, a group's robot or an unusable secret, Conflict after another change.
    """
    try:
        parts = parse_endpoint(form.url, allow_private=allow_private)
    except UnsafeEndpoint as reason:
        raise Invalid("notifications.bad_webhook", field="url") from reason
    if is_group_robot(parts):
        raise Invalid("notifications.group_robot", field="url")
    try:
        signing_key(form.secret or "A" * 24)
    except ValueError as reason:
        raise Invalid("notifications.bad_webhook_secret", field="secret") from reason
    await _set_up(tx, Channel.WEBHOOK, {"url": form.url}, form, vault)


async def _set_up(
    tx: Tx, channel: Channel, values: Mapping[str, Any], form: SetWeCom | SetWebhook, vault: Vault
) -> None:
    secret = form.secret
    row = await reach.lock_access(tx, channel)
    if (row.version if row else 0) != form.if_version:
        raise Conflict("notifications.changed_meanwhile", current=await overview.channels(tx))
    if row is None:
        if secret is None:
            raise Invalid("notifications.secret_missing", field="secret")
        row = ChannelAccess(org_id=tx.org_id, channel=channel)
        tx.session.add(row)
    for name, value in values.items():
        setattr(row, name, value)
    if secret is not None:
        row.secret = vault.seal(secret, secret_place(tx.org_id, channel))
    await tx.flush()
    tx.record(ChannelSetUp(subject_id=row.id, channel=channel, new_secret=secret is not None))


async def set_wecom_user(tx: Tx, account_id: UUID, user_id: str | None) -> None:
    """Set a person's WeCom id; the same again changes nothing.

    Raises NotFound without such a person, Invalid for an id that somebody else has.
    """
    await lock_names(tx, "reach", [str(account_id)])
    if await reach.person(tx, account_id) is None:
        raise NotFound("core.not_found")
    holder = await reach.holder_of(tx, user_id) if user_id is not None else None
    if holder not in (None, account_id):
        raise Invalid("notifications.wecom_user_taken", field="userId")
    row = await _reach(tx, account_id)
    if row.wecom_user_id == user_id:
        return
    row.wecom_user_id = user_id
    tx.record(ReachChanged(subject_id=account_id))


async def set_own_quiet(tx: Tx, form: SetOwnQuiet) -> None:
    """Set the actor's own quiet hours. Raises Invalid for an unknown time zone."""
    row = await _reach(tx, tx.actor.account_id)
    row.quiet_own = form.own
    row.quiet_begins, row.quiet_ends, row.zone = _quiet(form.quiet if form.own else None)
    tx.record(ReachChanged(subject_id=tx.actor.account_id))


async def _reach(tx: Tx, account_id: UUID) -> Reach:
    row = await reach.lock_reach(tx, account_id)
    if row is None:
        row = Reach(org_id=tx.org_id, account_id=account_id, quiet_own=False)
        tx.session.add(row)
    return row


def _quiet(form: QuietForm | None) -> tuple[str | None, str | None, str | None]:
    if form is None:
        return None, None, None
    try:
        ZoneInfo(form.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as reason:
        raise Invalid("notifications.unknown_zone", field="quiet.zone") from reason
    return form.begins, form.ends, form.zone
