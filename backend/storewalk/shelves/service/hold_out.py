"""Each corrected photo gets its side; what a place draws is kept for good."""

from collections.abc import Sequence

from storewalk.core.ids import new_id
from storewalk.core.locks import lock_names
from storewalk.core.tx import Tx
from storewalk.shelves.hold_out import HoldOut, divide
from storewalk.shelves.label_models import LabelPlace
from storewalk.shelves.photo_shelves import PhotoShelves
from storewalk.shelves.queries.exports import CorrectedRow
from storewalk.shelves.queries.places import known_sides, taken


async def hold_out(tx: Tx, rows: Sequence[CorrectedRow], shelves: PhotoShelves) -> HoldOut:
    """Give corrected photos their sides, before anything of them leaves; again gives the same."""
    await lock_names(tx, "label set", ["places"])
    held = divide(await taken(tx, rows, shelves), await known_sides(tx))
    for place in held.fresh:
        tx.session.add(
            LabelPlace(
                org_id=tx.org_id,
                id=new_id(),
                store_id=place.store_id,
                division=place.division,
                name=place.name,
                side=held.sides[place],
            )
        )
    await tx.flush()
    return held
