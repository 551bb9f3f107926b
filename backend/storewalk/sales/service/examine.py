"""Look what would become of receipts, without booking any."""

from collections.abc import Sequence

from msgspec import Struct

from storewalk.core.errors import FieldError
from storewalk.core.tx import Tx
from storewalk.sales.queries.keys import digests
from storewalk.sales.queries.stores import clocks_of
from storewalk.sales.receipts import faults
from storewalk.sales.schemas import IngestOut, SoldReceipt
from storewalk.sales.service.book import identify
from storewalk.sales.service.ingest import arrivals, lines_of, told_apart


class Examined(Struct, frozen=True):
    """What `ingest` would say, less lines short of stock; faults name the receipt and the path in it."""

    outcome: IngestOut
    faults: list[tuple[int, FieldError]]


async def examine(tx: Tx, receipts: Sequence[SoldReceipt]) -> Examined:
    """Check receipts, and hold those that can be placed against what is known."""
    clocks = await clocks_of(tx, {receipt.store for receipt in receipts})
    found = list(faults(receipts, clocks, tx.now))
    arrived = arrivals(receipts, clocks, tx.now)
    before = await digests(tx, [each.claim.key for each in arrived])
    fresh = [each for each in arrived if each.claim.key not in before]
    repeated, conflicts = await told_apart(tx, [each for each in arrived if each.claim.key in before])
    _, unknown = await identify(tx, lines_of(fresh))
    return Examined(IngestOut(accepted=len(fresh), repeated=repeated, parked=len(unknown), conflicts=conflicts), found)
