"""An unknown code at a till becomes a task at the store: look what it is, so that its sales can be booked."""

from typing import Final
from uuid import uuid5

from storewalk.core.tx import Tx
from storewalk.reactions.words import words
from storewalk.sales.events import SaleLinesParked
from storewalk.tasks.api import Finding, open_task

KIND: Final = "unknown_product"
FAULT: Final = "unknown_product:{code}"


def findings(event: SaleLinesParked) -> list[Finding]:
    """Translate; the code names the fault, so that a store has one task for it however often it is sold."""
    if event.id is None or event.store_id is None or event.occurred_at is None:
        return []
    return [
        Finding(
            source=event.kind,
            source_id=uuid5(event.id, code),
            store_id=event.store_id,
            title=words("reactions.unknown_product.title", code=code),
            requirement=words("reactions.unknown_product.requirement"),
            kind=KIND,
            fault_key=FAULT.format(code=code),
            found_at=event.occurred_at,
            live_required=False,
        )
        for code in event.unknown
    ]


async def open_for_unknown(tx: Tx, event: SaleLinesParked) -> None:
    """Open the tasks. Safe to run twice: one event and code are one finding."""
    for found in findings(event):
        await open_task(tx, found)
