"""The background work of this room, as data: whoever enqueues it needs no handler."""

from uuid import UUID

from storewalk.core.jobs import Job


class SendPush(Job, label="notifications.send_push"):
    """Make the next attempt of one delivery."""

    delivery_id: UUID
