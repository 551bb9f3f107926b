"""The channels that reach people: one statement for all that a notice needs to know of its readers."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

import msgspec

from storewalk.core.tx import AnyTx
from storewalk.notifications.models import Channel
from storewalk.notifications.queries.reach import Rules

WAYS: Final = """
SELECT a.id, r.wecom_user_id IS NOT NULL AS in_wecom,
       EXISTS (SELECT 1 FROM push_subscription s
               WHERE s.org_id = a.org_id AND s.account_id = a.id AND s.state = 'live') AS pushed_to,
       ARRAY(SELECT c.channel FROM channel_access c WHERE c.org_id = $1) AS accesses,
       (SELECT to_json(d)::text FROM delivery_rule d WHERE d.org_id = $1) AS rules
FROM account a LEFT JOIN reach r ON r.org_id = a.org_id AND r.account_id = a.id
WHERE a.org_id = $1 AND a.id = ANY ($2) AND a.deactivated_at IS NULL"""


class Ways(msgspec.Struct, frozen=True):
    """The organization's rules, and for each person the channels switched on that reach them, the first one first."""

    rules: Rules
    channels: dict[UUID, list[Channel]]


async def ways(tx: AnyTx, account_ids: Sequence[UUID]) -> Ways:
    """Return how people are reached; who has left is reached by nothing."""
    rows = await tx.fetch(WAYS, tx.org_id, account_ids)
    rules = msgspec.json.decode(rows[0]["rules"], type=Rules) if rows and rows[0]["rules"] else Rules()
    found: dict[UUID, list[Channel]] = {account_id: [] for account_id in account_ids}
    for row in rows:
        reached = {
            Channel.WECOM: Channel.WECOM in row["accesses"] and row["in_wecom"],
            Channel.WEBHOOK: Channel.WEBHOOK in row["accesses"],
            Channel.WEBPUSH: row["pushed_to"],
        }
        found[row["id"]] = [channel for channel in rules.channels if reached[channel]]
    return Ways(rules, found)
