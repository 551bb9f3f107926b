"""The background work about suppliers, by name."""

from datetime import datetime
from uuid import UUID

from storewalk.core.jobs import Job


class TryWay(Job, label="partners.try_way"):
    """Send a supplier the test that was asked for at `asked_at`."""

    supplier_id: UUID
    asked_at: datetime
