"""Findings at a store, and the photos that tasks and answers name."""

from typing import Any
from uuid import UUID, uuid4

from storewalk.core.schemas import Words
from storewalk.core.tx import Tx
from storewalk.photos import api as photos
from storewalk.tasks.api import Finding
from tests.factories.organization import Org

TITLE = Words("饮料柜缺货", "Drinks fridge has gaps")


def photo() -> dict[str, Any]:
    """Return a photo as an answer names it, before its bytes have arrived."""
    return {"id": str(uuid4()), "sha256": uuid4().hex * 2, "size": 1000}


async def expected_photo(tx: Tx, store_id: UUID, purpose: photos.Purpose = photos.Purpose.EVIDENCE) -> UUID:
    """Make the row of a photo that has yet to arrive."""
    named = photo()
    spec = photos.PhotoSpec(id=UUID(named["id"]), sha256=named["sha256"], size=named["size"])
    await photos.expect(tx, store_id, [spec], purpose, photos.READ)
    return spec.id


def finding(org: Org, tx: Tx, store: str = "A1", **changes: Any) -> Finding:
    """Return a fault that the organization's inspector found just now."""
    fields: dict[str, Any] = {
        "source": "test.fault",
        "source_id": uuid4(),
        "store_id": org.places[store],
        "title": TITLE,
        "requirement": Words("补满、价签对齐", "Full, labels in line"),
        "fault_key": "drinks-fridge",
        "inspection_id": uuid4(),
        "checkpoint_id": uuid4(),
        "found_by_id": org.accounts["inspector"],
        "found_at": tx.now,
    }
    return Finding(**{**fields, **changes})


def by_hand(org: Org, *stores: str, **changes: Any) -> dict[str, Any]:
    """Return the form of a task that somebody opens by hand, at A1 unless told."""
    tasks = [{"id": str(uuid4()), "storeId": str(org.places[store])} for store in stores or ("A1",)]
    return {"tasks": tasks, "title": "门口堆放纸箱", "requirement": "清走纸箱，保持通道畅通", **changes}
