"""The background work of this room, as data: whoever enqueues it needs no handler."""

from uuid import UUID

from storewalk.core.jobs import Job
from storewalk.notifications.models import Channel


class SendDelivery(Job, label="notifications.send"):
    """Make the next attempt of one delivery."""

    delivery_id: UUID


class TryNextChannel(Job, label="notifications.next_channel"):
    """Send an urgent entry that nobody has read on the channel that comes after `after`."""

    notification_id: UUID
    after: Channel
