"""What tills report, and what becomes of lines that had to wait."""

from uuid import UUID

from storewalk.core.events import Event


class SalesReceived(Event, kind="sales.received"):
    """Receipts of a store arrived; the amount is less what was paid back. The subject is this arrival."""

    receipts: int
    lines: int
    amount_cents: int


class SaleLinesParked(Event, kind="sales.lines_parked"):
    """Lines of a store wait. `unknown` are the codes that no waiting line of the store had before."""

    lines: int
    unknown: list[str]


class ParkedLinesPosted(Event, kind="sales.parked_posted"):
    """Lines of a store that waited are booked, with the time they had."""

    lines: int
    amount_cents: int


class ProductNamed(Event, kind="sales.product_named"):
    """Somebody said which product an unknown code is; the subject is the line they said it of."""

    code: str
    product_id: UUID
    lines: int
