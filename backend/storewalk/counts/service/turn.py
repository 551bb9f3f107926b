"""Whose turn it is: a recount is about some products only, and never for those who counted them first."""

from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.tx import Tx
from storewalk.counts.models import CountStatus, StockCount
from storewalk.counts.queries.recount import first_counters, recount_ids
from storewalk.counts.schemas.take import Refusal

RECOUNT: Final = 2


class Turn(Struct, frozen=True):
    """The round under way, and what the actor may count in the second: `again`, less what they counted themselves."""

    round: int
    again: set[UUID]
    own: set[UUID]

    def refusal(self, number: int | None, product_id: UUID | None) -> Refusal | None:
        """Tell why something may not be counted in a round, without a number in the one under way."""
        number = number or self.round
        if number > self.round:
            return Refusal.NO_SUCH_ROUND
        if number < RECOUNT:
            return None
        if product_id not in self.again:
            return Refusal.NOT_IN_RECOUNT
        return Refusal.COUNTED_BY_YOURSELF if product_id in self.own else None


async def turn_of(tx: Tx, count: StockCount) -> Turn:
    """Return whose turn it is in a count."""
    if count.status is not CountStatus.RECOUNT:
        return Turn(count.round, set(), set())
    own = {p for p, people in (await first_counters(tx, count.id)).items() if tx.actor.account_id in people}
    return Turn(count.round, await recount_ids(tx, count.id), own)
