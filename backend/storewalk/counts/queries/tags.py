"""The RFID tags of a line: the last evidence behind what a reader counted."""

from typing import Final
from uuid import UUID

from storewalk.core.schemas import Page, page_size
from storewalk.core.tx import AnyTx
from storewalk.counts.permissions import READ, REVIEW
from storewalk.counts.queries.counts import store_of
from storewalk.counts.schemas.take import TagOut
from storewalk.identity.api import is_within

TAGS: Final = """
SELECT t.epc, t.read_at FROM count_tag t
JOIN count_line l ON l.org_id = t.org_id AND l.id = t.line_id
WHERE t.org_id = $1 AND t.count_id = $2 AND t.line_id = $3 AND t.epc > $4 AND ($5 OR l.counted_by = $6)
ORDER BY t.epc LIMIT $7"""


async def list_tags(tx: AnyTx, count_id: UUID, line_id: UUID, *, limit: int | None, cursor: str | None) -> Page[TagOut]:
    """Return a line's tags by their identity, so that what is alike stands together; `cursor` is the last one seen.

    Who may not review the count sees those of their own lines. Raises NotFound.
    """
    seen = await is_within(tx, REVIEW, await store_of(tx, count_id, READ))
    size = page_size(limit)
    rows = await tx.fetch(TAGS, tx.org_id, count_id, line_id, cursor or "", seen, tx.actor.account_id, size + 1)
    tags = [TagOut(**dict(row)) for row in rows[:size]]
    return Page(tags, tags[-1].epc if len(rows) > size else None)
